"""A quarter for the committee: the overview, the map, a ward, the page to print, the same numbers in a spreadsheet."""

import io
from collections.abc import Callable
from dataclasses import dataclass

from openpyxl import load_workbook

from participate.insight.measures import DERIVED, TWELVE
from tests.look_at import Looked
from tests.walks.way import Hands

NEWEST = "2026-Q1"
NAMES = ("Amina", "Bilal", "Chidi", "Rahman", "Okafor", "@example.org")


@dataclass
class OfficerWalk:
    """Efua has a meeting in an hour. `fetch` brings a file."""

    hands: Callable[[str], Hands]
    fetch: Callable[[str], bytes]

    def go(self) -> None:
        self.efua = self.hands("efua")
        front = self.efua.read("/")
        assert 'href="/figures"' in front
        overview = self.efua.read("/figures")
        told = self.tiles(overview)
        assert len(told) == 12
        self.look_at_the_map(self.link(overview, "/figures/map"))
        self.print_it(self.link(overview, "/figures/report"), told)
        self.open_the_spreadsheet(self.link(overview, "/figures/snapshot/"), told)

    def tiles(self, source: str) -> dict[str, str]:
        """Name → what the tile says first."""
        found = [each for each in Looked(source).elements("li") if each.attrs.get("class") == "stat fig"]
        return {each.children[0].words: each.children[1].words for each in found}

    def link(self, source: str, start: str) -> str:
        """Where a link within the page leads that begins so and names its time. Raises StopIteration without one."""
        addresses = [each.attrs.get("href", "") for each in Looked(source).elements("a")]
        return next(each for each in addresses if each.startswith(start) and ("=" in each or each.endswith(".xlsx")))

    def rows(self, source: str) -> dict[str, list[str]]:
        """First cell → the cells of the first line of the tables that begins with it."""
        lines = [[cell.words for cell in line.children] for line in Looked(source).elements("tr")]
        return {cells[0]: cells for cells in reversed(lines) if cells}

    def look_at_the_map(self, address: str) -> None:
        """Nineteen wards; the small one tells nothing; Parsloes says on its own page what the map says."""
        shown = self.efua.read(address)
        rows = self.rows(shown)
        assert rows["Abbey"][1:] == ["few", "fewer than 5"]
        ward = self.efua.read(f"/figures/ward/parsloes?period={NEWEST}")
        people = self.rows(ward)["People taking part"]
        assert people[1].split()[:2] == [rows["Parsloes"][1], rows["Parsloes"][2]], "the rate, then how many in all"

    def print_it(self, address: str, told: dict[str, str]) -> None:
        """The same twelve numbers, the map, definitions, and nobody's name."""
        printed = self.efua.read(address)
        rows = {
            name: cells[1] for first, cells in self.rows(printed).items() for name in told if first.startswith(name)
        }
        assert rows == told, "beneath each name stands what to read with it"
        assert "How we count" in printed
        words = Looked(printed).elements("main")[0].words
        assert [name for name in NAMES if name in words] == []

    def open_the_spreadsheet(self, address: str, told: dict[str, str]) -> None:
        """Each number of the overview stands in it, in its own line."""
        sheet = load_workbook(io.BytesIO(self.fetch(address)), read_only=True)["Figures"]
        lines = sheet.iter_rows(values_only=True)
        heads = next(lines)
        rows = [dict(zip(heads, line, strict=True)) for line in lines]
        whole = {
            row["measure"]: row["value"]
            for row in rows
            if row["period"] == NEWEST and row["area_type"] == "borough" and not row["split_by"]
        }
        for measure in TWELVE:
            if measure.key not in DERIVED:
                assert told[measure.name] == f"{whole[measure.key]:,}", measure.key
        small = [row for row in rows if row["area_name"] == "Abbey" and row["measure"] == "people"]
        assert small
        assert {row["value"] for row in small} == {None}
