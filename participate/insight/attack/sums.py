"""How published cells add up, as an attacker writes it down. Pure, and apart from `disclosure`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from participate.insight.disclosure.table import SafeTable
from participate.insight.words import BOROUGH, UNKNOWN, Grain, Over

Name = tuple[str, str, str, str]  # measure, period, area, split


@dataclass(frozen=True)
class Sum:
    """total = the parts; or the total is at least, or at most, what they add up to."""

    total: Name
    parts: tuple[Name, ...]
    at_least: bool = False
    at_most: bool = False


def sums_over(tables: Sequence[SafeTable]) -> Iterator[Sum]:
    for table in tables:
        yield from _of_areas(table)
        yield from _of_splits(table)
    yield from _of_periods(tables)
    for one, other in permutations(tables, 2):
        yield from _difference(one, other)
    yield from _together(tables)


def _name(table: SafeTable, area: str, split: str) -> Name:
    return table.shape.measure, table.period.code, area, split


def _of_areas(table: SafeTable) -> Iterator[Sum]:
    """Wards make localities; localities, or all wards, with those of no known ward, make the borough."""
    areas, told = table.areas, table.cells
    grouped = {ward for inner in areas.localities.values() for ward in inner}
    loose = [ward for ward in areas.wards if ward not in grouped]
    for split in {split for _area, split in told}:
        unknown = [UNKNOWN] if (UNKNOWN, split) in told else []
        for total, parts in (
            *areas.localities.items(),
            (BOROUGH, [*areas.localities, *loose, *unknown]),
            (BOROUGH, [*areas.wards, *unknown]),
        ):
            there = tuple(_name(table, part, split) for part in parts if (part, split) in told)
            if there and (total, split) in told:
                yield Sum(_name(table, total, split), there, at_least=len(there) < len(parts))


def _of_splits(table: SafeTable) -> Iterator[Sum]:
    """Themes make the whole, where each unit has one of them; else the whole is the least they can overlap to."""
    groups: dict[tuple[str, str], list[Name]] = defaultdict(list)
    for area, split in table.cells:
        if split and (area, "") in table.cells:
            groups[area, split.split(":")[0]].append(_name(table, area, split))
    for (area, _kind), parts in groups.items():
        total = _name(table, area, "")
        yield Sum(total, tuple(parts), at_most=not table.shape.adds_over_splits)
        yield from (Sum(total, (part,), at_least=True) for part in parts)


def _of_periods(tables: Sequence[SafeTable]) -> Iterator[Sum]:
    """Months make quarters, quarters and months make the year."""
    by = {(table.shape.measure, table.period.code): table for table in tables}
    for table in tables:
        shape = table.shape
        for grain in (Grain.MONTH, Grain.QUARTER):
            periods = [] if grain is table.period.grain else table.period.parts(grain)
            shorter = [by[shape.measure, one.code] for one in periods if (shape.measure, one.code) in by]
            for area, split in table.cells if shorter else ():
                parts = tuple(_name(one, area, split) for one in shorter if (area, split) in one.cells)
                whole = len(parts) == len(periods)
                if shape.over is not Over.PARTS:
                    yield from (
                        Sum(_name(table, area, split), (part,))
                        for part in parts
                        if shape.over is Over.LAST and part[1] == periods[-1].code
                    )
                elif parts and shape.adds_over_time:
                    yield Sum(_name(table, area, split), parts, at_least=not whole)
                elif parts and whole:
                    yield Sum(_name(table, area, split), parts, at_most=True)


def _together(tables: Sequence[SafeTable]) -> Iterator[Sum]:
    """Two parts of one whole that share nothing are no more than it, or are it; so may one alone be all of it."""
    by = {(table.shape.measure, table.period.code): table for table in tables}
    for table in tables:
        shape, code = table.shape, table.period.code
        whole, other = by.get((shape.part_of, code)), by.get((shape.apart_from, code))
        if whole is None or (other is None and shape.apart_from) or not (shape.apart_from or shape.fills):
            continue
        together = [table] if other is None else [table, other]
        for area, split in table.cells:
            if all((area, split) in one.cells for one in (whole, *together)):
                parts = tuple(_name(one, area, split) for one in together)
                yield Sum(_name(whole, area, split), parts, at_least=not shape.fills)


def _difference(one: SafeTable, other: SafeTable) -> Iterator[Sum]:
    """Whatever is in the other table is in this one too: what is left between them cannot be less than nothing."""
    longer = (
        one.shape.measure == other.shape.measure and one.shape.over is Over.PARTS and one.period.holds(other.period)
    )
    wider = other.shape.part_of == one.shape.measure and one.period == other.period
    if longer or wider:
        for area, split in other.cells:
            if (area, split) in one.cells:
                yield Sum(_name(one, area, split), (_name(other, area, split),), at_least=True)
