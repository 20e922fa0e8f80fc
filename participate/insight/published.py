"""Figures as they were published, back in the shape of tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from participate.insight.disclosure.table import Area, Key, Safe, SafeTable
from participate.insight.measures import BY_KEY, Measure
from participate.insight.models import Figure
from participate.insight.periods import Period, read
from participate.insight.words import BOROUGH, WHOLE, Grain


def family_of(measure: Measure) -> set[str]:
    """The keys of the whole tree that a measure stands in: what it is part of, all that is part of that, and so on.
    Two parts of one whole say something about each other too, where a cell of the whole is not shown."""
    above = measure
    while above.part_of:
        above = BY_KEY[above.part_of]
    found = below = {above.key}
    while below:
        below = {each.key for each in BY_KEY.values() if each.part_of in below}
        found = found | below
    return found


def depth_of(measure: Measure) -> int:
    """Of how many measures it is part of, one within the other."""
    return 1 + depth_of(BY_KEY[measure.part_of]) if measure.part_of else 0


def tables_of(connection: Connection, keys: Iterable[str], year: int, areas: Area) -> list[SafeTable]:
    """What was published of these measures in the months and quarters of a year, and for the year."""
    rows = connection.execute(
        select(Figure.measure, Figure.period, Figure.area, Figure.split, Figure.shown, Figure.value)
        .where(Figure.measure.in_(sorted(keys)), Figure.period.like(f"{year}%"))
        .order_by(Figure.measure, Figure.period, Figure.area, Figure.split)
    )
    cells: dict[tuple[str, str], dict[Key, Safe]] = {}
    for measure, period, area, split, shown, value in rows:
        cells.setdefault((measure, period), {})[area, split] = Safe(shown, value)
    return [
        SafeTable(BY_KEY[measure].shape, read(period), areas, found)
        for (measure, period), found in cells.items()
        if measure in BY_KEY
    ]


def told_of_people(connection: Connection, period: Period) -> tuple[Safe | None, Sequence[Safe]]:
    """What was published of the borough's people: of the year before, and of the quarters before the period's end, the
    latest first."""
    whole = (Figure.measure == "people", Figure.area == BOROUGH, Figure.split == WHOLE)
    query = select(Figure.period, Figure.shown, Figure.value).where(*whole, Figure.first_day < period.after)
    found = {read(code): Safe(shown, value) for code, shown, value in connection.execute(query)}
    year = Period(period.first.replace(year=period.first.year - 1, month=1), Grain.YEAR)
    quarters = sorted((each for each in found if each.grain is Grain.QUARTER and each != period), reverse=True)
    return found.get(year), [found[each] for each in quarters]
