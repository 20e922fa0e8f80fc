"""What a merge changed, step by step, so that it can be taken back exactly.

A step is a list that JSON can hold: ["set", table, id, column, old, new] or ["drop", table, {column: value}].
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Date, Enum, Table, Time, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from participate.core.db import Base, Moment, db
from participate.core.errors import RuleBroken
from participate.core.words import mark

Step = list[Any]


class TooLateToUndo(RuleBroken):
    """Something that was there before has been changed or taken since."""

    message = mark("Too much has changed since. Please ask an admin to look at it with you.")


class Journal:
    """The steps of one merge, done as they are written down."""

    def __init__(self, steps: Iterable[Step] = ()) -> None:
        self.steps: list[Step] = list(steps)

    def set(self, table: Table, row_id: int, column: str, new: object) -> bool:
        """Give a column of one row another value. False, and nothing done, where the database refuses it."""
        old = db.session.scalar(select(table.c[column]).where(table.c.id == row_id))
        try:
            with db.session.begin_nested():
                db.session.execute(update(table).where(table.c.id == row_id).values({column: new}))
        except IntegrityError:
            return False
        self.steps.append(["set", table.name, row_id, column, _packed(old), _packed(new)])
        return True

    def set_pair(self, table: Table, row_id: int, low: int, high: int) -> bool:
        """Both ends of an ordered pair at once."""
        old = db.session.execute(select(table.c.low_id, table.c.high_id).where(table.c.id == row_id)).one()
        try:
            with db.session.begin_nested():
                db.session.execute(update(table).where(table.c.id == row_id).values(low_id=low, high_id=high))
        except IntegrityError:
            return False
        self.steps.append(["pair", table.name, row_id, list(old), [low, high]])
        return True

    def drop(self, table: Table, row_id: int) -> None:
        """Take a row out, kept in the journal whole."""
        row = db.session.execute(select(table).where(table.c.id == row_id)).one()
        db.session.execute(delete(table).where(table.c.id == row_id))
        self.steps.append(["drop", table.name, {name: _packed(value) for name, value in row._mapping.items()}])

    def dropped(self, name: str) -> list[dict[str, Any]]:
        """The rows of one table that were taken out, as plain values."""
        return [step[2] for step in self.steps if step[0] == "drop" and step[1] == name]

    def take_back(self) -> None:
        """Everything as it was, the last step first. Raises TooLateToUndo; what came later stays where it is."""
        try:
            with db.session.begin_nested():
                for step in reversed(self.steps):
                    _UNDO[step[0]](Base.metadata.tables[step[1]], *step[2:])
        except IntegrityError:
            raise TooLateToUndo from None


def _unset(table: Table, row_id: int, name: str, old: object, new: object) -> None:
    column = table.c[name]
    same = column.is_(None) if new is None else column == _unpacked(column, new)
    db.session.execute(update(table).where(table.c.id == row_id, same).values({name: _unpacked(column, old)}))


def _unpair(table: Table, row_id: int, old: list[int], new: list[int]) -> None:
    same = (table.c.id == row_id, table.c.low_id == new[0], table.c.high_id == new[1])
    db.session.execute(update(table).where(*same).values(low_id=old[0], high_id=old[1]))


def _undrop(table: Table, row: dict[str, Any]) -> None:
    values = {name: _unpacked(table.c[name], value) for name, value in row.items()}
    db.session.execute(insert(table).values(values))


_UNDO: dict[str, Callable[..., None]] = {"set": _unset, "pair": _unpair, "drop": _undrop}


def _packed(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, (datetime, date, time)) else value


def _unpacked(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    kind = column.type
    if isinstance(kind, Moment):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, Time):
        return time.fromisoformat(value)
    return kind.enum_class(value) if isinstance(kind, Enum) and kind.enum_class else value
