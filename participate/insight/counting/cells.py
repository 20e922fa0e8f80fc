"""Rows of the database, grouped there into cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, ColumnElement, String, case, cast, func, literal, null, select, union_all

from participate.insight.counting.areas import Cut
from participate.insight.counting.given import Ground
from participate.insight.disclosure.table import Counted, Key

Numbers = tuple[int, ...]


@dataclass(frozen=True)
class _Laid:
    """A cut in the database: its number, place and value as columns, and what they are grouped by."""

    number: ColumnElement[int]
    place: ColumnElement[Any]
    value: ColumnElement[Any]
    grouped: tuple[ColumnElement[Any], ...]


def numbers_of(
    ground: Ground, base: CTE, cuts: Sequence[Cut], *numbers: ColumnElement[Any]
) -> Iterator[tuple[Key, Numbers]]:
    """`numbers` of each cell, in one statement. The base has the columns ward, locality and those of the splits."""
    parts = []
    for each in _laid_out(base, cuts):
        parts.append(select(each.number, each.place, each.value, *numbers).group_by(*each.grouped))
    yield from _read(ground, cuts, parts)


def people_of(ground: Ground, base: CTE, cuts: Sequence[Cut]) -> dict[Key, Counted]:
    """How many different people are in each cell."""
    different = func.count(base.c.person.distinct())
    return {key: Counted(many, many) for key, (many,) in numbers_of(ground, base, cuts, different) if many}


@dataclass(frozen=True)
class Sum:
    """What the heads of a cell bring together: how many, by how many different people, for how many minutes, and
    how many heads and minutes the one brings who brings most of each."""

    heads: int
    people: int
    minutes: int
    most_heads: int
    most_minutes: int


def sums_of(ground: Ground, base: CTE, cuts: Sequence[Cut]) -> dict[Key, Sum]:
    """The base has person (none: unnamed), heads, minutes and longest (minutes of one head) beside its places."""
    known = base.c.person.is_not(None)
    parts = []
    for each in _laid_out(base, cuts):
        hers = (
            select(
                each.number.label("cut"), each.place.label("place"), each.value.label("value"),
                func.sum(base.c.heads).label("heads"), func.sum(base.c.minutes).label("minutes"),
                case((known, 1), else_=func.sum(base.c.heads)).label("people"),
                case((known, func.sum(base.c.heads)), else_=1).label("most_heads"),
                case((known, func.sum(base.c.minutes)), else_=func.max(base.c.longest)).label("most_minutes"),
            )
            .group_by(*each.grouped, base.c.person)
            .subquery()
        )  # fmt: skip
        found = hers.c
        parts.append(
            select(
                found.cut, found.place, found.value, func.sum(found.heads), func.sum(found.people),
                func.sum(found.minutes), func.max(found.most_heads), func.max(found.most_minutes),
            ).group_by(found.cut, found.place, found.value)
        )  # fmt: skip
    return {key: Sum(*numbers) for key, numbers in _read(ground, cuts, parts)}


def most_of(
    ground: Ground, base: CTE, cuts: Sequence[Cut], by: ColumnElement[Any], what: ColumnElement[int]
) -> dict[Key, int]:
    """The most of `what` that one of `by` (an organisation) brought to each cell."""
    parts = [
        select(each.number, each.place, each.value, func.sum(what)).where(by.is_not(None)).group_by(*each.grouped, by)
        for each in _laid_out(base, cuts)
    ]
    most: dict[Key, int] = {}
    for key, (many,) in _read(ground, cuts, parts):
        most[key] = max(many, most.get(key, 0))
    return most


def _laid_out(base: CTE, cuts: Sequence[Cut]) -> Iterator[_Laid]:
    for number, cut in enumerate(cuts):
        place = {"borough": None, "locality": base.c.get("locality"), "ward": base.c.get("ward")}[cut.level]
        value = base.c[str(cut.split)] if cut.split else None
        nothing = cast(null(), String)
        yield _Laid(
            literal(number), nothing if place is None else place, nothing if value is None else cast(value, String),
            tuple(each for each in (place, value) if each is not None),
        )  # fmt: skip


def _read(ground: Ground, cuts: Sequence[Cut], parts: Sequence[Any]) -> Iterator[tuple[Key, Numbers]]:
    for number, place, value, *found in ground.connection.execute(union_all(*parts)):
        key = cuts[number].key(place, value)
        if key is not None and any(each is not None for each in found):
            yield key, tuple(int(each or 0) for each in found)
