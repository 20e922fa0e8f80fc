"""Numbers put into the areas of a period: the borough always; localities, wards and "unknown" by quarter and year."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, case, distinct, func, literal, select

from participate.insight.counting.given import Ground
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.insight.words import BOROUGH, UNKNOWN, WHOLE, Grain

Numbers = Mapping[str, int]  # area → number; an area that is missing has none


def areas_of(ground: Ground, period: Period) -> tuple[str, ...]:
    """The areas that are told of in a period."""
    if period.grain is Grain.MONTH:
        return (BOROUGH,)
    return (BOROUGH, *ground.areas.localities, *ground.areas.wards, UNKNOWN)


def holding(ground: Ground, ward_id: int | None) -> Iterator[str]:
    """The areas in which a ward lies: itself (or "unknown"), its locality, the borough."""
    ward = ground.area_of_ward.get(ward_id or 0, UNKNOWN)
    yield ward
    yield from (locality for locality, wards in ground.areas.localities.items() if ward in wards)
    yield BOROUGH


def summed(ground: Ground, rows: Select | Iterable[tuple[int | None, int]]) -> dict[str, int]:
    """What adds up: a query of (ward id, number), or such pairs, as the sum of each area."""
    found: dict[str, int] = {}
    for ward_id, number in ground.connection.execute(rows) if isinstance(rows, Select) else rows:
        for area in holding(ground, ward_id):
            found[area] = found.get(area, 0) + int(number)
    return found


def counted(ground: Ground, rows: Select) -> dict[str, int]:
    """How many rows of a query with the column `ward` lie in each area."""
    found = rows.subquery()
    return summed(ground, select(found.c.ward, func.count()).group_by(found.c.ward))


def people(ground: Ground, period: Period, rows: Select) -> dict[str, int]:
    """How many different people there are in each area, of a query with the columns `ward` and `person`."""
    found = rows.subquery()
    return {
        area: number
        for place in _levels(ground, period, found.c.ward)
        for area, number in _grouped(ground, select(place, found.c.person), lambda c: func.count(distinct(c.person)))
    }


def largest(ground: Ground, period: Period, rows: Select) -> dict[str, int]:
    """The most that one brought in each area, of a query with the columns `ward`, `owner` and `units`."""
    found = rows.subquery()
    most: dict[str, int] = {}
    for place in _levels(ground, period, found.c.ward):
        each = select(place, found.c.owner, found.c.units).where(found.c.owner.is_not(None)).subquery()
        owned = select(each.c.area, each.c.owner, func.sum(each.c.units).label("units"))
        most |= dict(_grouped(ground, owned.group_by(each.c.area, each.c.owner), lambda c: func.max(c.units)))
    return most


def cells(
    ground: Ground, period: Period, value: Numbers, *, behind: Numbers | None = None, most: Numbers | None = None,
    possible: Collection[str] | None = None,
) -> dict[Key, Counted]:  # fmt: skip
    """All areas of the period, not split. `behind`: how many people; None: as many as the value (public things).

    `possible`: the areas in which there can be anything at all; None: all of them.
    """
    return {
        (area, WHOLE): Counted(
            value.get(area, 0),
            value.get(area, 0) if behind is None else behind.get(area, 0),
            0 if most is None else most.get(area, 0),
            possible is None or area in possible or value.get(area, 0) > 0,
        )
        for area in areas_of(ground, period)
    }


def of_borough(value: int, people: int | None = None, most: int = 0) -> dict[Key, Counted]:
    """Only the borough's line."""
    return {(BOROUGH, WHOLE): Counted(value, value if people is None else people, most)}


def split(kind: str, names: Iterable[str], found: Mapping[str, int]) -> dict[Key, Counted]:
    """The borough's public things told apart: each of these names, whether there is anything or not."""
    return {(BOROUGH, f"{kind}:{name}"): Counted(found.get(name, 0), found.get(name, 0)) for name in names}


def _levels(ground: Ground, period: Period, ward: ColumnElement[Any]) -> Iterator[ColumnElement[Any]]:
    """The borough, the localities and the wards, each as the column `area` of a ward id."""
    yield literal(BOROUGH).label("area")
    if period.grain is Grain.MONTH:
        return
    wards = dict(ground.area_of_ward)
    inside = {area: locality for locality, inner in ground.areas.localities.items() for area in inner}
    localities = {ward_id: inside[area] for ward_id, area in wards.items() if area in inside}
    if localities:
        yield case(localities, value=ward, else_=None).label("area")
    yield (case(wards, value=ward, else_=literal(UNKNOWN)) if wards else literal(UNKNOWN)).label("area")


def _grouped(ground: Ground, rows: Select, number: Any) -> Iterator[tuple[str, int]]:
    found = rows.subquery()
    query = select(found.c.area, number(found.c)).where(found.c.area.is_not(None)).group_by(found.c.area)
    for area, counted_there in ground.connection.execute(query):
        yield area, int(counted_there or 0)
