"""Which cells are told: a fixed list, never finer (P-24), and coarser where few take part. Pure.

Months: the borough alone. Quarters and years: the borough, its localities and wards. What is split is split for the
borough; by ward and theme together only attendances and hours, by the year. How fine it gets is decided by how many
people were *published* before, so the choice itself tells nothing new.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from participate.insight.disclosure.knowing import group_of
from participate.insight.disclosure.table import Counted, Key, Safe
from participate.insight.words import BOROUGH, UNKNOWN, WHOLE, Grain, Shown, Split

MANY, SOME = 1000, 400  # people a year
A_YEAR = 4  # quarters
THEME_BY_WARD = frozenset({"attendances", "hours"})


class Level(IntEnum):
    """How finely areas are told; each tells the coarser ones too."""

    BOROUGH = 0
    LOCALITY = 1
    WARD = 2


def people_a_year(year_before: Safe | None, quarters: Sequence[Safe] = ()) -> int | None:
    """How many people take part in a year, by what was published of the borough: as many as in the year before, or
    2.5 times as many as in the fullest of the last four quarters (people come in 1.6 quarters of the four), whichever
    is more: a first year that is not whole says little. `quarters`: the latest first. None: nothing known."""
    found = [
        round(safe.value * years) if safe.shown is Shown.SHOWN and safe.value is not None else 0
        for safe, years in ((year_before, 1.0), *((quarter, 4 / 1.6) for quarter in quarters[:A_YEAR]))
        if safe is not None and safe.shown is not Shown.HIDDEN
    ]
    return max(found, default=None)


def level_of(grain: Grain, people: int | None) -> Level:
    """How finely a period is told, by the people of a year. Nothing known yet: by ward, and the threshold decides."""
    if grain is Grain.MONTH:
        return Level.BOROUGH
    if people is None or people >= MANY:
        return Level.WARD
    finer = grain is Grain.YEAR
    if people >= SOME:
        return Level.WARD if finer else Level.LOCALITY
    return Level.LOCALITY if finer else Level.BOROUGH


def is_told(measure: str, grain: Grain, level: Level, key: Key) -> bool:
    """Whether there is such a cell at all."""
    area, split = key
    if _level_of_area(area) > level:
        return False
    if split == WHOLE or area == BOROUGH:
        return True
    return measure in THEME_BY_WARD and grain is Grain.YEAR and group_of(split) == Split.THEME


def keep(measure: str, grain: Grain, people: int | None, cells: Mapping[Key, Counted]) -> dict[Key, Counted]:
    """Those cells of a count that are told, for `RawTable`."""
    level = level_of(grain, people)
    return {key: counted for key, counted in cells.items() if is_told(measure, grain, level, key)}


def _level_of_area(area: str) -> Level:
    if area == BOROUGH:
        return Level.BOROUGH
    return Level.LOCALITY if area == UNKNOWN or area.startswith("locality:") else Level.WARD
