"""Following the trail: which things have changed since this process last looked."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Row

from participate.audit import queries as audit
from participate.core import clock

# PostgreSQL gives out numbers before it commits: a row may appear behind others that are already seen. Rows younger
# than this are therefore read again and again, and told apart by their numbers.
UNSETTLED = timedelta(seconds=60)
MOST = 2_000  # changes; with more, everything is read anew
A_PAGE = 5_000
Line = Row[tuple[int, datetime, str, int]]  # number, moment, kind, id of the thing


class TooMuch(Exception):
    """So much has changed that reading everything anew is quicker."""


class Trail:
    """The numbers of the rows that have been seen. `settled`: no row up to this number can still appear."""

    def __init__(self, settled: int | None = None, seen: set[int] | None = None) -> None:
        """From where another trail stood; without, from now on: what was written before counts as seen."""
        self.settled = audit.newest_id_before(clock.now() - UNSETTLED) if settled is None else settled
        self.seen = {row.id for row in self._young()} if seen is None else seen

    def changes(self) -> set[tuple[str, int]]:
        """The things, as (kind, id), that changed since the last call. Raises TooMuch."""
        young = self._young()
        new = [row for row in young if row.id not in self.seen]
        if len(new) > MOST:
            raise TooMuch
        self.seen.update(row.id for row in new)
        self._settle(young, clock.now() - UNSETTLED)
        return {(row.kind, row.thing_id) for row in new}

    def _young(self) -> list[Line]:
        """All rows that are not settled yet, oldest first."""
        rows: list[Line] = []
        while len(page := audit.list_after(rows[-1].id if rows else self.settled, A_PAGE)) == A_PAGE:
            rows.extend(page)
        return rows + page

    def _settle(self, young: list[Line], before: datetime) -> None:
        """Move `settled` up to the first row that is still young."""
        for row in young:
            if row.at > before:
                break
            self.settled = row.id
        self.seen = {number for number in self.seen if number > self.settled}
