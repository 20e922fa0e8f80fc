"""Writes many rows at once, each database in its own quick way."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Column, Connection, Table

from participate.core.db import db
from participate.demo.making.book import Row


def write(connection: Connection, table_name: str, rows: list[Row]) -> None:
    """Put `rows` (all with the same columns, ids among them) into the table; other columns get their defaults.

    The driver takes them as they are: through SQLAlchemy's INSERT a hundred thousand residents take twice as long.
    """
    table = db.metadata.tables[table_name]
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    values = _values(connection, table, rows)
    cursor: Any = connection.connection.cursor()
    if connection.dialect.name == "postgresql":
        with cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as lines:
            for row in values:
                lines.write_row(row)
    else:
        marks = ", ".join("?" * len(table.columns))
        cursor.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', values)  # noqa: S608 - our names
    cursor.close()


def _values(connection: Connection, table: Table, rows: list[Row]) -> Iterator[list[Any]]:
    """The rows as lists of values that the driver understands, in the order of the table's columns."""
    makers = [_maker(connection, column, given=column.name in rows[0]) for column in table.columns]
    for row in rows:
        yield [make(row) for make in makers]


def _maker(connection: Connection, column: Column[Any], *, given: bool) -> Callable[[Row], Any]:
    """How the value of one column is made from a row."""
    process = column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
    name = column.name
    if not given:
        default = getattr(column.default, "arg", None)  # of ours all are plain values
        ready = process(default) if process else default
        return lambda _row: ready
    return (lambda row: process(row[name])) if process else (lambda row: row[name])
