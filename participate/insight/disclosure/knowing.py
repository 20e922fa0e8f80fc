"""What anybody may know who has every published table: bounds of each cell, and how cells add up. Pure.

One variable for each cell, one row for each relation. A cell whose table was not published stands in as a cell that
nothing is known of, so that to publish a table with everything HIDDEN adds nothing to what is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from participate.insight.disclosure.table import Area, Key, Safe, SafeTable, Shape
from participate.insight.periods import Period
from participate.insight.words import BOROUGH, UNKNOWN, WHOLE, Grain, Kind, Over, Shown

Cell = tuple[str, Period, Key]  # measure, period, (area, split)
ROUNDING = 2  # how far a rounded figure may lie from the true one
_FREE = Safe(Shown.HIDDEN)


def known(shape: Shape, safe: Safe) -> tuple[float, float]:
    """Between what a cell must lie, by itself. HIDDEN says nothing: where nothing else helps, a small one is hidden."""
    if safe.shown is Shown.NONE:
        return 0, 0
    if safe.shown is Shown.SHOWN and safe.value is not None:
        return max(shape.threshold, safe.value - ROUNDING), safe.value + ROUNDING
    if safe.shown is Shown.FEW and shape.people:
        return 0, shape.threshold - 1
    return 0, float("inf")


def group_of(split: str) -> str:
    """By what a split tells apart: "theme" of "theme:cook"."""
    return split.partition(":")[0]


def parts_of(area: str, areas: Area, there: Iterable[str]) -> tuple[list[str], bool]:
    """Of which areas a larger one is made, as far as a table has them; and whether that is all of it."""
    present = set(there)
    if area != BOROUGH:
        inner = areas.localities.get(area, ())
        parts = [ward for ward in inner if ward in present]
        return parts, len(parts) == len(inner)
    parts, whole = [], True
    for locality, inner in areas.localities.items():
        found = [locality] if locality in present else [ward for ward in inner if ward in present]
        whole = whole and (found == [locality] or len(found) == len(inner))
        parts += found
    inside = {ward for inner in areas.localities.values() for ward in inner}
    loose = [ward for ward in areas.wards if ward not in inside]
    parts += [ward for ward in loose if ward in present]
    whole = whole and all(ward in present for ward in loose)
    return [*parts, *([UNKNOWN] if UNKNOWN in present else [])], whole


@dataclass
class Relations:
    """`equal`: the cells on the right add up to the one on the left. `most`: they add up to no more than it (a part of
    them is not known). `least`: to no less."""

    equal: list[tuple[Cell, list[Cell]]] = field(default_factory=list)
    most: list[tuple[Cell, list[Cell]]] = field(default_factory=list)
    least: list[tuple[Cell, list[Cell]]] = field(default_factory=list)

    def adds_up(self, total: Cell, parts: list[Cell], whole: bool) -> None:
        if parts:
            (self.equal if whole else self.most).append((total, parts))

    def covers(self, total: Cell, parts: list[Cell], whole: bool) -> None:
        """Each part is no more than the whole; all of them together are no less."""
        self.most += [(total, [part]) for part in parts]
        if parts and whole:
            self.least.append((total, parts))


def within(relations: Relations, shape: Shape, period: Period, areas: Area, keys: Iterable[Key]) -> None:
    """How the cells of one table hang together."""
    by_split: dict[str, list[str]] = {}
    by_area: dict[tuple[str, str], list[str]] = {}
    for area, split in keys:
        by_split.setdefault(split, []).append(area)
        if split != WHOLE:
            by_area.setdefault((area, group_of(split)), []).append(split)
    for split, there in by_split.items():
        for area in there:
            parts, whole = parts_of(area, areas, there)
            relations.adds_up(
                (shape.measure, period, (area, split)),
                [(shape.measure, period, (part, split)) for part in parts],
                whole,
            )
    told_whole = set(by_split.get(WHOLE, ()))
    for (area, _group), splits in by_area.items():
        if area in told_whole:
            total = (shape.measure, period, (area, WHOLE))
            cells = [(shape.measure, period, (area, split)) for split in splits]
            (relations.adds_up if shape.adds_over_splits else relations.covers)(total, cells, True)


def _over_time(relations: Relations, tables: Mapping[tuple[str, Period], SafeTable]) -> None:
    for (measure, period), table in tables.items():
        for grain in (Grain.QUARTER, Grain.MONTH):
            parts = period.parts(grain) if grain is not period.grain else []
            there = [tables[measure, part] for part in parts if (measure, part) in tables]
            if not there:
                continue
            for key in table.cells:
                cells = [(measure, part.period, key) for part in there if key in part.cells]
                if table.shape.over is not Over.PARTS:
                    last = [cell for cell in cells if cell[1] == parts[-1] and table.shape.over is Over.LAST]
                    relations.adds_up((measure, period, key), last, True)
                    continue
                add = relations.adds_up if table.shape.adds_over_time else relations.covers
                add((measure, period, key), cells, len(cells) == len(parts))


def _part_of(relations: Relations, tables: Mapping[tuple[str, Period], SafeTable]) -> None:
    for (measure, period), table in tables.items():
        shape = table.shape
        parent, other = tables.get((shape.part_of, period)), tables.get((shape.apart_from, period))
        if parent is None:
            continue
        for key in [one for one in table.cells if one in parent.cells]:
            total, parts = (shape.part_of, period, key), [(measure, period, key)]
            relations.most.append((total, parts))
            if other is not None and key in other.cells:
                relations.adds_up(total, [*parts, (shape.apart_from, period, key)], shape.fills)
            elif shape.fills and not shape.apart_from:
                relations.adds_up(total, parts, True)


def _with_unpublished(tables: Sequence[SafeTable]) -> tuple[dict[tuple[str, Period], SafeTable], int]:
    """The tables, and after them, with nothing in them, those of measures that are part of each other."""
    found = {(table.shape.measure, table.period): table for table in tables}
    published = len(found)
    shapes = {table.shape.measure: table.shape for table in tables}
    pairs = [(one, shapes[one.part_of]) for one in shapes.values() if one.part_of in shapes]
    for table in tables:
        for child, parent in pairs:
            other = parent if table.shape == child else child if table.shape == parent else None
            if other is not None and (other.measure, table.period) not in found:
                free = dict.fromkeys(table.cells, _FREE)
                found[other.measure, table.period] = SafeTable(other, table.period, table.areas, free)
    return found, published


@dataclass(frozen=True)
class Known:
    """Everything that is known: the cells in order, what each is told as, its shape, and how they hang together."""

    cells: list[Cell]
    told: list[Safe]
    shapes: list[Shape]
    published: list[bool]
    relations: Relations


def _linked_with(table: SafeTable, tables: Sequence[SafeTable]) -> list[SafeTable]:
    """Those tables from which something may follow about this one, over others too; and the table itself."""
    linked, left = [table], [one for one in tables if one is not table]
    for one in linked:  # it grows on the way
        linked += [other for other in left if _near(one, other)]
        left = [other for other in left if not _near(one, other)]
    found = {id(one) for one in linked}
    return [one for one in tables if id(one) in found]


def _near(one: SafeTable, other: SafeTable) -> bool:
    same = one.shape.measure == other.shape.measure
    akin = other.shape.measure == one.shape.part_of or one.shape.measure == other.shape.part_of
    return (same or akin) and (one.period.holds(other.period) or other.period.holds(one.period))


def everything(table: SafeTable, before: Sequence[SafeTable]) -> Known:
    """What follows about a table from all that was published before, and from it about those."""
    counts = [one for one in (*before, table) if one.shape.kind is Kind.COUNT]
    found, published = _with_unpublished(_linked_with(table, counts))
    relations = Relations()
    known_of = Known([], [], [], [], relations)
    for place, ((measure, period), table) in enumerate(found.items()):
        within(relations, table.shape, period, table.areas, table.cells)
        for key, safe in table.cells.items():
            known_of.cells.append((measure, period, key))
            known_of.told.append(safe)
            known_of.shapes.append(table.shape)
            known_of.published.append(place < published)
    _over_time(relations, found)
    _part_of(relations, found)
    return known_of
