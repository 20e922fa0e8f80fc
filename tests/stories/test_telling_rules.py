"""When a story can be told, who may tell, change and see it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from participate.projects.words import TeamPart
from participate.stories.permissions import may_change, may_see, may_take_pack, may_tell
from participate.stories.rules import DidNotHappen, NotYet, check_session

NOW = datetime(2026, 7, 2, 11, tzinfo=UTC)


@dataclass(frozen=True)
class One:
    id: int | None
    role: str = ""

    def holds(self, role: str, subject: str | None = None) -> bool:
        return role == self.role


STRANGER, NEIGHBOUR, STAFF, ADMIN, OFFICER = One(None), One(1), One(2, "staff"), One(3, "admin"), One(4, "officer")


def test_not_before_it_began_nor_when_it_was_cancelled() -> None:
    check_session(NOW, NOW, cancelled=False)
    check_session(NOW - timedelta(days=1), NOW, cancelled=False)
    with pytest.raises(NotYet):
        check_session(NOW + timedelta(seconds=1), NOW, cancelled=False)
    with pytest.raises(DidNotHappen):
        check_session(NOW - timedelta(days=1), NOW, cancelled=True)


@pytest.mark.parametrize(
    ("caller", "part", "came", "may"),
    [
        (NEIGHBOUR, None, False, False), (NEIGHBOUR, None, True, True), (NEIGHBOUR, TeamPart.HELPER, False, True),
        (NEIGHBOUR, TeamPart.HOST, False, True), (NEIGHBOUR, TeamPart.OWNER, False, True), (STAFF, None, False, True),
        (ADMIN, None, False, True), (OFFICER, None, False, False), (STRANGER, None, False, False),
    ],
)  # fmt: skip
def test_who_tells(caller: One, part: TeamPart | None, came: bool, may: bool) -> None:
    assert may_tell(caller, part, came=came) is may


@pytest.mark.parametrize(
    ("caller", "writer", "may"),
    [(NEIGHBOUR, 1, True), (NEIGHBOUR, 2, False), (STAFF, 1, False), (ADMIN, 1, False), (STRANGER, None, False)],
)
def test_only_its_writer_changes_it(caller: One, writer: int | None, may: bool) -> None:
    assert may_change(caller, writer) is may


@pytest.mark.parametrize(
    ("caller", "writer", "hidden", "may"),
    [
        (STRANGER, 1, False, True), (STRANGER, None, True, False), (NEIGHBOUR, 1, True, True),
        (NEIGHBOUR, 2, True, False), (STAFF, 1, True, True), (OFFICER, 1, True, False),
    ],
)  # fmt: skip
def test_who_sees_what_is_hidden(caller: One, writer: int | None, hidden: bool, may: bool) -> None:
    assert may_see(caller, writer, hidden=hidden) is may


@pytest.mark.parametrize(
    ("caller", "part", "elsewhere", "may"),
    [
        (NEIGHBOUR, TeamPart.OWNER, False, True), (NEIGHBOUR, TeamPart.HOST, False, False), (STAFF, None, False, True),
        (ADMIN, None, False, True), (OFFICER, None, False, False), (STAFF, None, True, False),
        (NEIGHBOUR, TeamPart.OWNER, True, False), (STRANGER, None, False, False),
    ],
)  # fmt: skip
def test_who_takes_the_pack(caller: One, part: TeamPart | None, elsewhere: bool, may: bool) -> None:
    assert may_take_pack(caller, part, elsewhere=elsewhere) is may
