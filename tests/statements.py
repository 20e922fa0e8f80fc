"""Counting SQL statements."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import event

from participate.core.db import db

_CONTROL = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA")


@dataclass
class Counted:
    """The statements of a block, without BEGIN and COMMIT."""

    texts: list[str] = field(default_factory=list)

    @property
    def number(self) -> int:
        return len(self.texts)


@contextmanager
def count_statements() -> Iterator[Counted]:
    """Count what the block asks of the database: `assert counted.number <= 12, counted.texts`."""
    counted = Counted()

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if not statement.startswith(_CONTROL):
            counted.texts.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield counted
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
