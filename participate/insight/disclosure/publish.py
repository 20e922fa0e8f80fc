"""The one way from counting to whoever reads figures: `publish`. Pure, and the same each time.

First each cell by itself: too few, or made by too few, or most of it by one: FEW. Whatever else is told is rounded.
Then the whole of it: whoever adds and subtracts all that was ever published must find no small cell; so long as a
solver does, one cell more is hidden. What was published before stays as it is.

That this ends, and is safe. Each step hides one cell more of this table, or gives one up for good, so it ends. Let
everything published before be safe: for each small cell there are two ways to fill in all tables which differ in it by
four or more. A table of which everything is hidden says nothing beyond how its cells add up; and that stood among the
relations already, with the table's cells free (`knowing`), or adds nothing: whatever fills in the shorter periods also
fills in the longer ones, by adding them up. So with all of this table hidden all those ways are still open, and what
was safe can be kept so: no cell is given up that was not found before. A HIDDEN cell must then be allowed to be a small
one, and it is: `known` holds nothing about it.
"""

from __future__ import annotations

from collections.abc import Sequence

from participate.insight.disclosure.adding_up import check
from participate.insight.disclosure.hiding import Hiding
from participate.insight.disclosure.table import (
    LEAST_MEDIAN,
    ROUNDED_TO,
    Counted,
    RawTable,
    Safe,
    SafeTable,
    Shape,
)
from participate.insight.words import Kind, Shown

FEW, HIDDEN, NONE = Safe(Shown.FEW), Safe(Shown.HIDDEN), Safe(Shown.NONE)


def publish(table: RawTable, before: Sequence[SafeTable] = ()) -> SafeTable:
    """What may be told of a table, after `before`: the measure's other published periods of that year, and those of
    all measures of its tree (what it is part of, and all that is part of that). Nothing turns any of it off (P-31)."""
    check(table)
    safe = primary(table)
    return safe if table.shape.kind is Kind.MEDIAN else Hiding(table, safe, before).done()


def primary(table: RawTable) -> SafeTable:
    """Each cell by itself. It is not safe yet: only `publish` gives out."""
    cells = {key: _alone(table.shape, counted) for key, counted in table.cells.items()}
    return SafeTable(table.shape, table.period, table.areas, cells)


def rounded(value: int) -> int:
    """To the nearest 5."""
    return (value + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO


def _alone(shape: Shape, counted: Counted) -> Safe:
    if not counted.possible and counted.value == 0:
        return NONE
    if shape.kind is Kind.MEDIAN:
        enough = counted.people >= max(LEAST_MEDIAN, shape.threshold)
        return Safe(Shown.SHOWN, rounded(counted.value)) if enough else FEW
    if counted.value < shape.threshold:
        return FEW
    if counted.people < shape.threshold or 2 * counted.largest > counted.value:
        # Of people, "few" is read as a small number, and this is none; so it is not shown at all.
        return HIDDEN if shape.people else FEW
    return Safe(Shown.SHOWN, rounded(counted.value))


def small(shape: Shape, counted: Counted) -> bool:
    """Whether a cell is one of those that nobody may find."""
    return _alone(shape, counted) == FEW
