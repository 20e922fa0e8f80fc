"""Publishes a made-up year as the council gets it: twelve snapshots; and twice as it must never be. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from participate.insight import grid
from participate.insight.attack.boroughs import Borough
from participate.insight.attack.raw_tables import PEOPLE, in_order, tables_of
from participate.insight.disclosure.publish import primary, publish, rounded
from participate.insight.disclosure.table import Key, RawTable, Safe, SafeTable, Shape
from participate.insight.periods import Period
from participate.insight.words import BOROUGH, WHOLE, Grain, Shown

Way = Callable[[RawTable, Sequence[SafeTable]], SafeTable]


@dataclass(frozen=True)
class Published:
    """One table, and what it was made of: that is only for judging the attack."""

    safe: SafeTable
    exact: Mapping[Key, int]


def properly(table: RawTable, before: Sequence[SafeTable]) -> SafeTable:
    return publish(table, before)


def each_cell_by_itself(table: RawTable, _before: Sequence[SafeTable]) -> SafeTable:
    """The control: thresholds and rounding, and nothing hidden beyond."""
    return primary(table)


def not_even_rounded(table: RawTable, _before: Sequence[SafeTable]) -> SafeTable:
    """The other control: thresholds alone, with exact numbers, as tables are often published."""
    safe = primary(table)
    exact = {
        key: Safe(Shown.SHOWN, table.cells[key].value) if cell.shown is Shown.SHOWN else cell
        for key, cell in safe.cells.items()
    }
    return replace(safe, cells=exact)


class Year:
    """The raw tables of a borough, counted once, to be published in one way and another."""

    def __init__(self, borough: Borough) -> None:
        self._borough = borough
        self._raw = [(period, tables_of(borough, period)) for period in in_order()]

    def published(self, way: Way) -> list[list[Published]]:
        """All tables of the year, by families: those that nothing links stand apart."""
        families: dict[str, list[Published]] = {}
        for period, tables in self._raw:
            people = self._people_a_year(families.get(PEOPLE.measure, []))
            for shape, cells in tables.items():
                family = families.setdefault(shape.part_of or shape.measure, [])
                kept = grid.keep(shape.measure, period.grain, people, cells)
                raw = RawTable(shape, period, self._borough.areas, kept)
                safe = way(raw, [one.safe for one in family])
                family.append(Published(safe, {key: cell.value for key, cell in kept.items()}))
        return list(families.values())

    def _people_a_year(self, family: Sequence[Published]) -> int | None:
        before = self._borough.known_before
        return grid.people_a_year(None if before is None else _told(before), _quarters(family, PEOPLE))


def _told(people: int) -> Safe:
    return Safe(Shown.SHOWN, rounded(people))


def _quarters(family: Sequence[Published], shape: Shape) -> list[Safe]:
    """What was published of the borough, quarter by quarter, the latest first."""
    tables: list[tuple[Period, Safe]] = [
        (one.safe.period, one.safe.cells[BOROUGH, WHOLE])
        for one in family
        if one.safe.shape == shape and one.safe.period.grain is Grain.QUARTER
    ]
    return [safe for _period, safe in reversed(tables)]
