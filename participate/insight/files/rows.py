"""What goes into a file, before it has a format. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import TypeVar

from participate.insight.disclosure.table import LEAST_BASE, LEAST_MEDIAN, ROUNDED_TO, THRESHOLD
from participate.insight.measures import BY_KEY, Measure
from participate.insight.periods import read
from participate.insight.words import BOROUGH, UNKNOWN, Kind, Shown

T = TypeVar("T")
A_PIECE = 500  # rows that are written at once
RULES = (
    f"Each number is rounded to the nearest {ROUNDED_TO} by itself, so parts may not add up to their whole.",
    "“fewer than 5” (or the number named): so few, or made by so few people, or one of them brought more than half.",
    "“not shown”: not small itself, but it would give a small number away.",
    f"A middle value is made from {LEAST_MEDIAN} or more.",
    f"Work out percentages from these rounded numbers, and only of {LEAST_BASE} or more.",
    "What is published never changes. What is written down late counts in a later month.",
)


@dataclass(frozen=True)
class Licence:
    """Under what terms the figures may be used: a setting of the site."""

    name: str
    address: str


@dataclass(frozen=True)
class Row:
    """One published cell, as the database holds it."""

    measure: str
    period: str
    area: str
    split: str
    shown: Shown
    value: int | None
    definition: int


@dataclass(frozen=True)
class About:
    """What a file says of itself. `month`: of the snapshot that published it. `periods`: what its rows are of."""

    title: str
    borough: str
    month: str
    periods: tuple[str, ...]
    made_at: datetime
    digest: str
    licence: Licence
    address: str

    @property
    def made(self) -> str:
        return self.made_at.strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True)
class Names:
    """What the areas of the figures are called, by their code in the database."""

    borough: str
    borough_code: str
    areas: Mapping[str, str] = field(default_factory=dict)

    def of(self, area: str) -> tuple[str, str, str]:
        """Its type, its code as others know it (GSS for the borough and wards), its name."""
        if area == BOROUGH:
            return BOROUGH, self.borough_code, self.borough
        if area == UNKNOWN:
            return UNKNOWN, "", "ward not known"
        kind, _, code = area.partition(":")
        return kind, code, self.areas.get(area, code)


@dataclass(frozen=True)
class Taken:
    """A file before it is written. `measures`: those whose definitions stand in it. `rows` may be read once."""

    about: About
    measures: tuple[Measure, ...]
    names: Names
    rows: Iterable[Row]


def cells_of(row: Row, names: Names) -> tuple[str | int | None, ...]:
    """A row in the order of `columns.COLUMNS`."""
    measure = BY_KEY.get(row.measure)
    name, unit = (measure.name, measure.unit.label) if measure else (row.measure, "")
    by, _, part = row.split.partition(":")
    return (
        row.period, read(row.period).grain.value, row.measure, name, unit, *names.of(row.area), by, part,
        value_of(row, measure), note_of(row, measure), row.definition,
    )  # fmt: skip


def value_of(row: Row, measure: Measure | None) -> int | None:
    """The number that is told. Where nothing could be counted, a count is 0; what is not told is never 0."""
    nothing = row.shown is Shown.NONE and measure is not None and measure.kind is Kind.COUNT
    return 0 if nothing else row.value


def note_of(row: Row, measure: Measure | None) -> str:
    """In words, why there is no number, or why it is 0."""
    if row.shown is Shown.FEW and measure is not None and measure.kind is Kind.MEDIAN:
        return f"made from fewer than {LEAST_MEDIAN}"
    if row.shown is Shown.FEW:
        return f"fewer than {measure.threshold if measure else THRESHOLD}"
    return {Shown.HIDDEN: "not shown", Shown.NONE: "nothing took place"}.get(row.shown, "")


def pieces(rows: Iterable[T], size: int = A_PIECE) -> Iterator[list[T]]:
    """Lists of so many, one after the other, none read before it is asked for."""
    left = iter(rows)
    while piece := list(islice(left, size)):
        yield piece
