"""Ids that are given out before the rows are written."""

from collections.abc import Iterable

from sqlalchemy import Connection, func, select, text

from participate.core.db import db


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
    return {table: _highest(connection, table) + 1 for table in tables}


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
