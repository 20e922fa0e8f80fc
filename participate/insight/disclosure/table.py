"""A table before and after it is made safe. Pure.

A key is (area, split): area "borough", "locality:…", "ward:…" or "unknown" (a ward that is not known); split "" for
all together, else "theme:cook" and its like.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from participate.insight.periods import Period
from participate.insight.words import BOROUGH, Kind, Over, Shown

Key = tuple[str, str]
ROUNDED_TO = 5
THRESHOLD = 5
SPECIAL = 10  # of special categories, and below a ward
LEAST_BASE = 30  # of a percentage
LEAST_MEDIAN = 10


@dataclass(frozen=True)
class Area:
    """The areas of a borough as a tree: locality → its wards, "unknown" beside them. No locality: wards alone.

    `localities`: "locality:…" → ("ward:…", …). Wards in none of them hang on the borough.
    """

    wards: tuple[str, ...]
    localities: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Counted:
    """What stands in a cell before it is safe.

    `value`: in the measure's unit. `people`: how many different people stand behind it (of a measure of people, the
    value itself; of things that are public anyway, such as sessions, the value too). `largest`: how much of the value
    the one person or organisation brought that brought most (0: nobody can). `possible`: False where nothing can be,
    because nothing took place there.
    """

    value: int
    people: int
    largest: int = 0
    possible: bool = True


@dataclass(frozen=True)
class Shape:
    """What everybody may know about a measure's tables, and so an attacker does.

    `adds_over_time`: quarters add up to the year (attendances do, people do not). `over`: whether a year is made of its
    quarters at all, or is as the last one was, or neither. `adds_over_splits`: the splits add
    up to the whole. `part_of`: the measure of which each unit counts too, in the same cell ("first-timers" are
    "people"). `apart_from`: another part of that, of which nothing counts in both; `fills`: there is nothing else in it
    than this (and that other part). `people`: the value is a number of people, or of things that count as such; else
    "few" may mean a large number made by few.
    """

    measure: str
    threshold: int = THRESHOLD
    adds_over_time: bool = True
    adds_over_splits: bool = True
    part_of: str = ""
    people: bool = True
    kind: Kind = Kind.COUNT
    over: Over = Over.PARTS
    apart_from: str = ""
    fills: bool = False


@dataclass(frozen=True)
class RawTable:
    """One measure in one period, in every cell that is to be told. Areas add up; the borough is there."""

    shape: Shape
    period: Period
    areas: Area
    cells: Mapping[Key, Counted]

    def __post_init__(self) -> None:
        if any(area != BOROUGH and (BOROUGH, split) not in self.cells for area, split in self.cells):
            raise ValueError("a table of areas has the borough's own line")


@dataclass(frozen=True)
class Safe:
    """What is told of a cell. `value`: a multiple of 5 where SHOWN, else None."""

    shown: Shown
    value: int | None = None


@dataclass(frozen=True)
class SafeTable:
    """One measure in one period as it is published; it never changes again."""

    shape: Shape
    period: Period
    areas: Area
    cells: Mapping[Key, Safe]
