"""Every lead measure is counted a second way, and both agree to the last digit: each period, area and split."""

import pytest
from flask import Flask

from participate.core import clock
from participate.core.db import db
from participate.insight.counting import COUNTERS, ground_of
from participate.insight.measures import BY_KEY, DERIVED, MEASURES, TWELVE
from participate.insight.measures.lead import LEAD
from participate.insight.periods import Period, read
from participate.insight.words import Grain
from tests.insight.a_year import AFTER, Year
from tests.insight.recount import Recount
from tests.insight.recount_borough import WAYS_TO
from tests.street import Street

YEAR = read("2026")
PERIODS = [YEAR, *YEAR.parts(Grain.QUARTER), *YEAR.parts(Grain.MONTH), read("2025-Q4"), read("2025")]


def test_every_lead_measure_has_a_second_way() -> None:
    assert set(WAYS_TO) == {measure.key for measure in LEAD} - DERIVED
    assert {measure.key for measure in TWELVE} - DERIVED <= set(WAYS_TO)


@pytest.mark.parametrize("seed", [7, 26])
def test_both_ways_agree(app: Flask, street: Street, seed: int) -> None:
    Year(street, seed)
    recount, shown = Recount(), 0
    with clock.stop_at(AFTER):
        ground = ground_of(db.session.connection())
        for key, second in WAYS_TO.items():
            for period in PERIODS:
                if period.grain in BY_KEY[key].grains:
                    shown += _agree(key, period, COUNTERS[key](ground, period), second(recount, period))
    assert shown > 1500  # cells with something in them


def _agree(key: str, period: Period, counted: dict, again: dict) -> int:
    found = {cell: (each.value, each.people, each.largest) for cell, each in counted.items()}
    there = {cell: numbers for cell, numbers in found.items() if numbers[0]}
    second = {cell: numbers for cell, numbers in again.items() if numbers[0]}
    if key in ("sessions_held", "led_by_residents", "openings", "unnamed"):
        there = {cell: numbers[:2] for cell, numbers in there.items()}
        second = {cell: numbers[:2] for cell, numbers in second.items()}
    assert there == second, (key, period.code)
    return len(there)


def test_parts_fill_their_whole_as_everybody_may_know(app: Flask, street: Street) -> None:
    """Whoever knows it can subtract; so the solver knows it too."""
    Year(street)
    with clock.stop_at(AFTER):
        ground = ground_of(db.session.connection())
        for measure in MEASURES:
            for period in PERIODS if measure.fills or measure.apart_from else ():
                if period.grain not in measure.grains:
                    continue
                whole, own = (COUNTERS[key](ground, period) for key in (measure.part_of, measure.key))
                other = COUNTERS[measure.apart_from](ground, period) if measure.apart_from else {}
                for key in own.keys() & whole.keys() & (other.keys() if other else own.keys()):
                    together = own[key].value + (other[key].value if other else 0)
                    assert together == whole[key].value or (together < whole[key].value and not measure.fills), measure
    assert {one.key for one in MEASURES if one.fills or one.apart_from} == {
        "how_often", "pulse_asked", "connections_within",
    }  # fmt: skip
