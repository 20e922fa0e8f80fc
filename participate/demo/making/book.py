"""Rows on their way to the database, with the ids that they will have."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from participate.demo.tables import TABLES

Row = dict[str, Any]
Write = Callable[[str, list[Row]], None]

BATCH = 5_000


class Book:
    """Gives every new row the next id of its table and hands full batches to `write(table, rows)`.

    `first_ids` is the first free id of each table of TABLES. Call `flush` at the end.
    """

    def __init__(self, first_ids: Mapping[str, int], write: Write) -> None:
        self._first = dict(first_ids)
        self._next = dict(first_ids)
        self._rows: dict[str, list[Row]] = {table: [] for table in TABLES}
        self._write = write

    def add(self, table: str, **row: Any) -> int:
        """Put a row in; its id comes back at once."""
        number = self._next[table]
        self._next[table] = number + 1
        rows = self._rows[table]
        row["id"] = number
        rows.append(row)
        if len(rows) >= BATCH:
            self.flush()
        return number

    def next(self, table: str) -> int:
        """The id that the next row of the table will have: for two rows that name each other."""
        return self._next[table]

    def note(self, at: datetime, actor_id: int | None, verb: str, kind: str, thing_id: int) -> None:
        """The audit row of a change."""
        self.add("audit_row", at=at, actor_id=actor_id, verb=verb, kind=kind, thing_id=thing_id)

    def flush(self) -> None:
        """Write what waits."""
        for table, rows in self._rows.items():
            if rows:
                self._write(table, rows)
                self._rows[table] = []

    def ranges(self) -> Iterable[tuple[str, int, int]]:
        """(table, first id, last id) of every table that got rows."""
        return [
            (table, self._first[table], last - 1) for table, last in self._next.items() if last > self._first[table]
        ]
