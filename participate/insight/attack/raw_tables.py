"""Counts a made-up borough: the raw tables of a year, in the order in which they are published. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from participate.insight.attack.boroughs import NOT_TOLD, Borough, Numbers
from participate.insight.disclosure.table import SPECIAL, Counted, Key, Shape
from participate.insight.periods import Period, closing_with
from participate.insight.words import BOROUGH, UNKNOWN, WHOLE, Grain, Over

YEAR = 2026
CHANNELS, DISABILITY = 4, ("yes", "no", "unsaid")
REGULAR = 4
PEOPLE = Shape("people", adds_over_time=False, adds_over_splits=False)
NEW = Shape("new_people", part_of="people")
REGULARS = Shape("regulars", adds_over_time=False, part_of="people", over=Over.LAST)
DISABLED = Shape("disability", SPECIAL, adds_over_time=False, part_of="people")
COMINGS = Shape("attendances", people=False)
HOURS = Shape("hours", people=False)
CHILDREN = Shape("children")
UNNAMED = Shape("unnamed", part_of="attendances")
NAMED = Shape("pulse_asked", part_of="attendances", people=False, apart_from="unnamed", fills=True)
HOW_OFTEN = Shape("how_often", adds_over_time=False, part_of="people", fills=True)
NO_NAME = 3  # the channel by which people come without one
MONTHS = [Period(date(YEAR, month, 1), Grain.MONTH) for month in range(1, 13)]


@dataclass
class _Heads:
    """Rows laid out for one table: who, how much of it, where, and whether that is where they live; and whether each
    of what is counted is a person."""

    who: Numbers
    much: Numbers
    where: Numbers
    lives: bool = False
    of_people: bool = False

    def only(self, those: NDArray[np.bool_]) -> _Heads:
        return replace(self, who=self.who[those], much=self.much[those], where=self.where[those])


def in_order() -> Iterator[Period]:
    """The periods as twelve monthly snapshots bring them."""
    for month in MONTHS:
        yield from closing_with(month)


def tables_of(borough: Borough, period: Period) -> dict[Shape, dict[Key, Counted]]:
    """All measures of a period, in every cell there could be."""
    first = period.first.month - 1
    last = first + {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12}[period.grain]
    those = np.flatnonzero((borough.month >= first) & (borough.month < last))
    person = borough.person[those]
    came = np.unique(person)
    begun = np.full(len(borough.lives), 99)
    np.minimum.at(begun, borough.person, borough.month)
    new = came[borough.fresh[came] & (begun[came] >= first)]
    place, ones = borough.place[those], np.ones(len(those), dtype=np.int64)
    theme, channel = borough.theme[those], borough.channel[those]
    found = {
        PEOPLE: _people(borough, came) | _people_by_theme(borough, person, theme),
        NEW: _people(borough, new),
        DISABLED: _people_by_disability(borough, came),
    }
    if period.grain is not Grain.MONTH:
        late = borough.person[(borough.month >= last - 3) & (borough.month < last)]
        lately, times = np.unique(late, return_counts=True)
        found[REGULARS] = _people(borough, lately[times >= REGULAR])
    for shape, much in ((COMINGS, ones), (HOURS, borough.hours[those])):
        heads = _Heads(person, much, place)
        found[shape] = _areas(borough, heads) | _split(borough, heads, "theme", theme, borough.themes)
    found[COMINGS] |= _split(borough, _Heads(person, ones, place), "channel", channel, CHANNELS)
    nameless = (channel == NO_NAME).astype(np.int64)
    each = np.arange(len(those))
    found[UNNAMED] = _areas(borough, _Heads(each, nameless, place, of_people=True))
    found[NAMED] = {(BOROUGH, WHOLE): _cell(_Heads(person, 1 - nameless, place), each >= 0)}
    if period.grain is Grain.YEAR:
        found[HOW_OFTEN] = _people_by_times(person)
    children = borough.children[those]
    found[CHILDREN] = _areas(borough, _Heads(each, children, place, of_people=True))
    return found


def _people(borough: Borough, people: Numbers) -> dict[Key, Counted]:
    ones = np.ones(len(people), dtype=np.int64)
    return _areas(borough, _Heads(people, ones, borough.lives[people], lives=True, of_people=True))


def _people_by_theme(borough: Borough, person: Numbers, theme: Numbers) -> dict[Key, Counted]:
    each = [len(np.unique(person[theme == number])) for number in range(borough.themes)]
    return {(BOROUGH, f"theme:{number}"): _of_people(many) for number, many in enumerate(each)}


def _people_by_disability(borough: Borough, came: Numbers) -> dict[Key, Counted]:
    each = np.bincount(borough.disability[came], minlength=len(DISABILITY))
    cells = {
        (BOROUGH, f"disability:{name}"): _of_people(int(many)) for name, many in zip(DISABILITY, each, strict=True)
    }
    return {(BOROUGH, WHOLE): _of_people(len(came))} | cells


def _people_by_times(person: Numbers) -> dict[Key, Counted]:
    """Who came once, two or three times, and more often."""
    _who, times = np.unique(person, return_counts=True)
    parts = {"once": times == 1, "two_three": (times > 1) & (times < REGULAR), "four_more": times >= REGULAR}
    cells = {(BOROUGH, f"length:{name}"): _of_people(int(those.sum())) for name, those in parts.items()}
    return {(BOROUGH, WHOLE): _of_people(len(times))} | cells


def _of_people(many: int) -> Counted:
    return Counted(many, many, min(many, 1))


def _split(borough: Borough, heads: _Heads, name: str, values: Numbers, many: int) -> dict[Key, Counted]:
    found: dict[Key, Counted] = {}
    for number in range(many):
        found |= _areas(borough, heads.only(values == number), f"{name}:{number}")
    return found


def _areas(borough: Borough, heads: _Heads, split: str = WHOLE) -> dict[Key, Counted]:
    """One column: every ward, the unknown, every locality and the borough."""
    wards = borough.areas.wards
    number_of = {ward: number for number, ward in enumerate(wards)}
    found = {}
    for number, ward in enumerate(wards):
        found[ward, split] = _cell(heads, heads.where == number)
    if heads.lives:
        found[UNKNOWN, split] = _cell(heads, heads.where == NOT_TOLD)
    for locality, inner in borough.areas.localities.items():
        found[locality, split] = _cell(heads, np.isin(heads.where, [number_of[ward] for ward in inner]))
    found[BOROUGH, split] = _cell(heads, np.ones(len(heads.where), dtype=bool))
    return found


def _cell(heads: _Heads, those: NDArray[np.bool_]) -> Counted:
    much = heads.much[those]
    value = int(much.sum())
    if not len(much) and not heads.lives:
        return Counted(0, 0, possible=False)  # no session took place there
    if heads.of_people:
        return _of_people(value)
    each = np.bincount(heads.who[those], weights=much)
    return Counted(value, int(np.count_nonzero(each)), int(each.max()))
