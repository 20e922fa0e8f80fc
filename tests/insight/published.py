"""A believable borough of published figures: 26 months for all 19 wards, with some too small and some hidden.

No row behind them is counted: pages read what was published and nothing else.
"""

from collections.abc import Iterator
from datetime import date
from random import Random

from sqlalchemy import insert

from participate.core.db import db
from participate.insight.measures import DERIVED, MEASURES, Measure
from participate.insight.models import Figure, Snapshot
from participate.insight.periods import Period, closing_with, of_day
from participate.insight.queries.areas import WardArea, list_areas, locality_names
from participate.insight.words import BOROUGH, UNKNOWN, WHOLE, Basis, Grain, Kind, Shown, Split
from participate.places.service.borough import ensure_borough

FIRST = of_day(date(2024, 4, 1), Grain.MONTH)
MONTHS = 26  # to May 2026: at the tests' noon of 2 July June is still open
# What a quarter of the borough shows when it is half grown, where it is not 60.
SIZES = {
    "people": 700, "unnamed": 115, "likely_doubles": 10, "first_timers": 240, "seen_again": 95, "new_people": 265,
    "regulars": 160, "attendances": 2300, "hours": 4100, "children": 620, "openings": 1900, "filled": 1400,
    "sessions_held": 230, "led_by_residents": 140, "idea_days": 45, "answer_hours": 20, "answers": 310,
    "answered_in_time": 240, "suggested": 5200, "accepted": 640, "met": 260, "waited": 85, "no_shows": 170,
    "held_places": 1300, "link_hits": 900, "connections": 70, "connections_across": 30, "ideas_said": 75,
    "ideas_answered": 65, "ideas_project": 30, "ideas_session": 20, "projects_alive": 95, "resident_owned": 70,
    "how_often": 1330, "civic_assets": 310, "connected_people": 120, "connected_across": 55, "pulse_asked": 1800,
    "pulse_answered": 420, "pulse_worthwhile": 410, "pulse_worthwhile_high": 330, "pulse_belonging": 400,
    "pulse_belonging_strong": 290, "pulse_met": 405, "pulse_met_new": 240, "equality_answers": 380,
    "space_hours_used": 1500, "space_hours_offered": 3900, "hosts": 85,
}  # fmt: skip
PARTS = {
    Split.THEME: (
        ("cook", 24), ("make", 21), ("play", 16), ("grow", 13), ("learn", 12), ("care", 9), ("trade", 5),
    ),
    Split.CHANNEL: (("sign_up", 55), ("walk_in", 30), ("paper", 15)),
    Split.STAGE: (("gathering", 20), ("trying_out", 25), ("running", 40), ("resting", 15)),
    Split.LENGTH: (("once", 46), ("two_three", 31), ("four_more", 23)),
    Split.AGE: (("16-24", 11), ("25-34", 20), ("35-49", 33), ("50-64", 22), ("65+", 10), ("rather_not", 4)),
    Split.ETHNIC: (("asian", 25), ("black", 24), ("mixed", 5), ("white", 38), ("other", 3), ("rather_not", 5)),
    Split.DISABILITY: (("yes", 19), ("no", 72), ("rather_not", 9)),
    Split.GOAL: (("purpose-1", 30), ("purpose-2", 20), ("purpose-3", 10)),
}  # fmt: skip
LONG = {Grain.MONTH: 0.42, Grain.QUARTER: 1.0, Grain.YEAR: 3.4}
STEADY = 1.9  # how much a year of people is of a quarter: they come again
THEME_BY_WARD = ("attendances", "hours")
SMALL, HELD_BACK = ("Abbey",), ("Beam", "Thames View")
Cell = tuple[str, str, Shown, int | None]


def publish(months: int = MONTHS, first: Period = FIRST) -> None:
    """Lay the wards and `months` snapshots from `first` on into the database, and commit."""
    ensure_borough()
    db.session.flush()
    wards, chance = list_areas(), Random(7)
    for number in range(months):
        month = first.before(-number)
        snapshot = Snapshot(month=month.first, made_at=month.closes_at, digest=f"{number:064x}")
        db.session.add(snapshot)
        db.session.flush()
        rows = [row for period in closing_with(month) for row in _rows(snapshot, period, wards, chance)]
        db.session.execute(insert(Figure), rows)
    db.session.commit()


def _rows(snapshot: Snapshot, period: Period, wards: list[WardArea], chance: Random) -> Iterator[dict[str, object]]:
    for measure in MEASURES:
        if period.grain not in measure.grains or measure.key in DERIVED:
            continue
        for area, split, shown, value in _cells(measure, period, wards, chance):
            yield {
                "snapshot_id": snapshot.id, "measure": measure.key, "period": period.code, "first_day": period.first,
                "area": area, "split": split, "shown": shown, "value": value, "definition": 1,
            }  # fmt: skip


def _cells(measure: Measure, period: Period, wards: list[WardArea], chance: Random) -> Iterator[Cell]:
    whole = _size(measure, period) * chance.uniform(0.94, 1.06)
    yield _cell(measure, BOROUGH, WHOLE, whole)
    for split in measure.splits:
        for name, of_hundred in PARTS[split]:
            yield _cell(measure, BOROUGH, f"{split}:{name}", whole * of_hundred / 100)
    if measure.basis is Basis.BOROUGH or period.grain is Grain.MONTH:
        return
    everybody = sum(ward.people or 0 for ward in wards)
    yield _cell(measure, UNKNOWN, WHOLE, whole * 0.06)
    of_ward = {ward.code: whole * 0.94 * _liking(ward) * (ward.people or 0) / everybody for ward in wards}
    by_theme = measure.key in THEME_BY_WARD and period.grain is Grain.YEAR
    for ward in wards:
        for name, of_hundred in PARTS[Split.THEME] if by_theme else ():
            yield _cell(measure, ward.code, f"{Split.THEME}:{name}", of_ward[ward.code] * of_hundred / 100)
        yield _in_ward(measure, ward, of_ward[ward.code], chance)
    for locality in locality_names(wards):
        yield _cell(measure, locality, WHOLE, sum(of_ward[ward.code] for ward in wards if ward.locality == locality))


def _in_ward(measure: Measure, ward: WardArea, size: float, chance: Random) -> Cell:
    if ward.name in SMALL and measure.people:
        return ward.code, WHOLE, Shown.FEW, None
    if ward.name in HELD_BACK and measure.key in ("people", "regulars", "connected_people"):
        return ward.code, WHOLE, Shown.HIDDEN, None
    return _cell(measure, ward.code, WHOLE, size * chance.uniform(0.9, 1.1))


def _liking(ward: WardArea) -> float:
    """A ward with a shop near takes part more: from the letters of its name, so that each stays as it is."""
    return 0.55 + 0.9 * (sum(map(ord, ward.name)) % 17) / 16


def _size(measure: Measure, period: Period) -> float:
    grown = 0.6 + 0.8 * (period.first.toordinal() - FIRST.first.toordinal()) / 730
    if measure.kind is Kind.MEDIAN:
        return SIZES[measure.key] * (1.6 - 0.5 * grown)
    long = LONG[period.grain] if measure.adds_over_time or period.grain is not Grain.YEAR else STEADY
    return SIZES.get(measure.key, 60) * grown * (1.0 if measure.grains == (Grain.YEAR,) else long)


def _cell(measure: Measure, area: str, split: str, size: float) -> Cell:
    value = 5 * round(size / 5)
    if measure.people and value < measure.threshold:
        return area, split, Shown.FEW, None
    return area, split, Shown.SHOWN, value
