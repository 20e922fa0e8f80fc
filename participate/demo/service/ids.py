"""Ids that are given out before the rows are written."""

from collections.abc import Iterable
from itertools import pairwise

from sqlalchemy import Connection, func, select, text

from participate.core.db import db

DRAWN = ("pulse", "equality_answer")  # their ids are drawn at random, so that none tells who came when
LARGEST = 2**31 - 1


def lock(connection: Connection, tables: Iterable[str]) -> None:
    """Let nobody else write to `tables` until the end of the transaction.

    On SQLite a write transaction is alone anyway. On PostgreSQL an INSERT takes its table before it takes the
    next number of its sequence, so under this lock no number is on its way.
    """
    if connection.dialect.name == "postgresql":
        names = ", ".join(f'"{table}"' for table in tables)
        connection.execute(text(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE"))


def first_free(connection: Connection, tables: Iterable[str]) -> dict[str, int]:
    """The first id of each table that was never used. Locks the tables."""
    tables = tuple(tables)
    lock(connection, tables)
    return {table: (_in_gap if table in DRAWN else _highest)(connection, table) + 1 for table in tables}


def _in_gap(connection: Connection, table: str) -> int:
    """The last used id before the widest stretch of free ones."""
    column = db.metadata.tables[table].c.id
    used = [0, *connection.scalars(select(column).order_by(column)), LARGEST]
    return max(pairwise(used), key=lambda pair: pair[1] - pair[0])[0]


def _highest(connection: Connection, table: str) -> int:
    column = db.metadata.tables[table].c.id
    highest = connection.scalar(select(func.max(column))) or 0
    if connection.dialect.name != "postgresql":
        return highest
    sequence = connection.scalar(select(func.pg_get_serial_sequence(table, "id")))
    given = connection.execute(text(f"SELECT last_value, is_called FROM {sequence}")).one()  # noqa: S608 - our own name
    return max(highest, given.last_value if given.is_called else 0)


def note_used(connection: Connection, ranges: Iterable[tuple[str, int, int]]) -> None:
    """Tell PostgreSQL's sequences which ids are taken, and its planner how big the tables have become."""
    if connection.dialect.name != "postgresql":
        return
    for table, _first, last in ranges:
        connection.execute(select(func.setval(func.pg_get_serial_sequence(table, "id"), last)))
        connection.execute(text(f'ANALYZE "{table}"'))
