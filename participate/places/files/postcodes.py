"""Postcode files: rows to the entries of the packed table."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from participate.places.files.layout import Rows
from participate.places.files.report import BadRow, Report, each, number
from participate.places.postcode_table import Entry, Use
from participate.places.rules.postcodes import PostcodeProblem, canonical, outcode_of
from participate.places.rules.squares import square_of

Entries = dict[str, Entry]


@dataclass(frozen=True)
class LiveRow:
    """A postcode in use: its borough, ward and 2011 output area by GSS code, and its square."""

    postcode: str
    borough_code: str
    ward_code: str
    area: str
    square: int


@dataclass(frozen=True)
class DeadRow:
    """A postcode no longer used, with its 2011 output area."""

    postcode: str
    area: str


class Postcodes:
    """Gathers postcode files of one import, and makes entries of them, whatever their order."""

    def __init__(self, borough_code: str, ward_codes: Collection[str]) -> None:
        self.borough_code = borough_code
        self.ward_codes = ward_codes
        self.live: dict[str, LiveRow] = {}
        self.dead: dict[str, DeadRow] = {}

    def add_live(self, rows: Rows, report: Report) -> list[str]:
        """Take a file of postcodes in use; the canonical postcodes it gave."""
        found = each(rows, self._live_row, lambda row: row.postcode, report)
        ours = {outcode_of(row.postcode) for row in found.values() if row.borough_code == self.borough_code}
        near = {code: row for code, row in found.items() if outcode_of(code) in ours}
        report.elsewhere += len(found) - len(near)
        self.live |= near
        return list(near)

    def add_dead(self, rows: Rows, report: Report) -> list[str]:
        """Take a file of postcodes no longer used; the canonical postcodes it gave."""
        found = each(rows, self._dead_row, lambda row: row.postcode, report)
        self.dead |= found
        return list(found)

    def entries(self, known: Entries) -> Entries:
        """`known` with everything gathered put in. Where a postcode is both, in use wins."""
        hints = self._hints()
        made = dict(known)
        for code, dead in self.dead.items():
            before = known.get(code)
            # Alone, the file of dead postcodes gives no ward: what is known stays.
            kept = before.ward_code if before and before.use is Use.DEAD else None
            made[code] = Entry(Use.DEAD, hints.get(dead.area, kept))
        for code, live in self.live.items():
            ours = live.borough_code == self.borough_code
            made[code] = Entry(Use.LIVE, live.ward_code, live.square) if ours else Entry(Use.OUTSIDE)
        return made

    def _hints(self) -> dict[str, str]:
        """Output area → the ward where most of its postcodes in use lie (the lower code where two tie)."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for row in self.live.values():
            if row.borough_code == self.borough_code and row.area:
                counts[row.area][row.ward_code] += 1
        return {area: min(wards, key=lambda ward: (-wards[ward], ward)) for area, wards in counts.items()}

    def _live_row(self, row: dict[str, Any]) -> LiveRow:
        postcode = _postcode(row)
        square = square_of(number(row, "lat", 49, 61), number(row, "lon", -8, 2))
        borough, ward = row["lad_code"] or "", row["ward25_code"] or ""
        if square is None:
            raise BadRow("its place lies outside Great Britain")
        if borough == self.borough_code and ward not in self.ward_codes:
            raise BadRow(f"“{ward[:20]}” is not a ward of this borough")
        return LiveRow(postcode, borough, ward, row["oa11"] or "", square)

    def _dead_row(self, row: dict[str, Any]) -> DeadRow | None:
        postcode = _postcode(row)
        if row["lad_code"] != self.borough_code:
            return None
        return DeadRow(postcode, row["oa11"] or "")


def _postcode(row: dict[str, Any]) -> str:
    typed = row["postcode"] or ""
    try:
        return canonical(typed)
    except PostcodeProblem:
        raise BadRow(f"“{typed[:20]}” is not a postcode") from None
