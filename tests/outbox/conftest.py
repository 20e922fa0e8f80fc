"""A handler of the tests, beside those of the house."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from participate.core import jobs

NAME = "test.note"


@dataclass
class Notes:
    """What the handler was given, in order. `trouble` is raised instead, while it is set."""

    kept: list[dict[str, object]] = field(default_factory=list)
    trouble: Exception | None = None

    def handle(self, payload: jobs.Payload) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.kept.append(payload)

    @property
    def words(self) -> list[object]:
        return [payload["word"] for payload in self.kept]


@pytest.fixture
def notes() -> Iterator[Notes]:
    """The handler of the promise `test.note`, and what it was given."""
    made = Notes()
    jobs.handlers[NAME] = made.handle
    yield made
    del jobs.handlers[NAME]


@pytest.fixture
def no_periodic() -> Iterator[dict[str, object]]:
    """No periodic job but those that the test puts in."""
    before = dict(jobs.periodic)
    jobs.periodic.clear()
    yield jobs.periodic  # type: ignore[misc]
    jobs.periodic.clear()
    jobs.periodic.update(before)
