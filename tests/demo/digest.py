"""One number for all rows of the demo in a database, whatever ids they got."""

import hashlib
from typing import Any

from sqlalchemy import Connection, Table, select

from participate.core.db import db
from participate.demo.models import DemoRange
from participate.demo.tables import TABLES

# Where the word for a thing is not the name of its table.
TABLE_OF = {"update": "project_update"}


def digest() -> str:
    """A hash of every demo row, ids counted from the first of their table. Closes the session's transaction."""
    with db.engine.connect() as connection:
        rows = connection.execute(select(DemoRange.table_name, DemoRange.first_id, DemoRange.last_id)).all()
        ranges = {name: (first, last) for name, first, last in rows}
        told = hashlib.sha256()
        for name in TABLES:
            for row in _rows(connection, db.metadata.tables[name], ranges):
                told.update(repr(row).encode())
        connection.rollback()
    return told.hexdigest()


def _rows(connection: Connection, table: Table, ranges: dict[str, tuple[int, int]]) -> list[tuple[Any, ...]]:
    parents = {key.parent.name: key.column.table.name for key in table.foreign_keys}
    own = select(table).where(table.c.id.between(*ranges.get(table.name, (0, 0)))).order_by(table.c.id)
    return [
        tuple((column, _rebased(column, row, table.name, parents, ranges)) for column in row)
        for row in connection.execute(own).mappings()
    ]


def _rebased(column: str, row: Any, table: str, parents: dict[str, str], ranges: dict[str, tuple[int, int]]) -> object:
    """The value of one column; an id of a demo row as its place in the demo."""
    value = row[column]
    if value is None:
        return None
    if column in ("subject", "meet_at") and ":" in value:
        kind, number = value.split(":")
        return kind, int(number) - ranges[kind][0]
    owner = {"id": table, "actor_id": "person"}.get(column) or parents.get(column)
    if column == "thing_id":
        owner = TABLE_OF.get(row["kind"], row["kind"])
    if owner in ranges:
        return value - ranges[owner][0]
    return "reference" if column in parents else value
