"""What a measure is. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from participate.insight.disclosure.table import THRESHOLD, Shape
from participate.insight.words import Basis, Grain, Group, Kind, Over, Split, Unit

STARTED = date(2026, 1, 1)


@dataclass(frozen=True)
class Wording:
    """A definition, and from which day on figures are made by it. Marked for translation."""

    since: date
    words: str


@dataclass(frozen=True)
class Measure:
    """A figure, defined once: for counting, for pages, for files and for "How we count".

    `wordings`: newest last; a figure keeps the one of its period. `source`: the tables and the moment that count, in
    plain words. `lead`: its place among the twelve, 0 for the rest. `splits`: by what it is told apart (for the
    borough each, and by ward too where `split_by_ward`). `of`: the measure that it is shown as a share of. What else
    everybody may know of its tables is said in `Shape`.
    """

    key: str
    name: str
    wordings: tuple[Wording, ...]
    unit: Unit
    source: str
    caveats: tuple[str, ...]
    group: Group
    basis: Basis
    grains: tuple[Grain, ...]
    lead: int = 0
    splits: tuple[Split, ...] = ()
    adds_over_time: bool = True
    adds_over_splits: bool = True
    part_of: str = ""
    of: str = ""
    threshold: int = THRESHOLD
    people: bool = True
    kind: Kind = Kind.COUNT
    over: Over = Over.PARTS
    benchmark: str = ""
    apart_from: str = ""
    fills: bool = False

    @property
    def version(self) -> int:
        """Of the definition: 1 for the first."""
        return len(self.wordings)

    def wording_of(self, day: date) -> tuple[int, str]:
        """The number and the words of the definition that held on a day; the first before that."""
        held = [number for number, one in enumerate(self.wordings) if one.since <= day]
        number = held[-1] if held else 0
        return number + 1, self.wordings[number].words

    @property
    def shape(self) -> Shape:
        return Shape(
            self.key, self.threshold, self.adds_over_time, self.adds_over_splits, self.part_of, self.people, self.kind,
            self.over, self.apart_from, self.fills,
        )  # fmt: skip
