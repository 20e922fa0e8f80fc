"""Every measure behind "more" is counted twice: by the database, and by reading each row. Equal to the last digit."""

import pytest
from sqlalchemy import event

from participate.core.db import db
from participate.insight import periods
from participate.insight.counting import ground_of
from participate.insight.counting.more import MORE_COUNTERS
from participate.insight.disclosure.adding_up import check
from participate.insight.disclosure.table import RawTable
from participate.insight.measures.more import MORE
from participate.insight.words import Grain
from tests.insight.more_year import Year
from tests.insight.recount_more import recount

BY_KEY = {measure.key: measure for measure in MORE}
CODES = ("2025", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2025-03", "2025-10")


@pytest.fixture
def year(app):
    Year(7).build()


@pytest.mark.parametrize("code", CODES)
def test_two_ways_of_counting_agree(year, code):
    period = periods.read(code)
    ground, twice = ground_of(db.session.connection()), recount(period)
    for key, measure in BY_KEY.items():
        if period.grain not in measure.grains:
            continue
        found = MORE_COUNTERS[key](ground, period)
        seen = {cell: (one.value, one.people, one.largest) for cell, one in found.items()}
        assert seen == twice[key], key


@pytest.mark.parametrize("code", ("2025", "2025-Q2", "2025-10"))
def test_it_adds_up_as_its_shape_says(year, code):
    period, ground = periods.read(code), ground_of(db.session.connection())
    for key, measure in BY_KEY.items():
        if period.grain in measure.grains:
            check(RawTable(measure.shape, period, ground.areas, MORE_COUNTERS[key](ground, period)))


def test_every_part_is_part_of_its_whole(year):
    for code in ("2025", "2025-Q3"):
        period, ground = periods.read(code), ground_of(db.session.connection())
        counted = {key: MORE_COUNTERS[key](ground, period) for key, one in BY_KEY.items() if period.grain in one.grains}
        for key, cells in counted.items():
            whole = counted.get(BY_KEY[key].part_of, {})
            assert all(cells[cell].value <= whole[cell].value for cell in cells.keys() & whole.keys()), key


def test_quarters_add_up_to_the_year_where_they_should(year):
    ground, whole = ground_of(db.session.connection()), periods.read("2025")
    for key, measure in BY_KEY.items():
        if not {Grain.QUARTER, Grain.YEAR} <= set(measure.grains):
            continue
        quarters = [MORE_COUNTERS[key](ground, quarter) for quarter in whole.parts(Grain.QUARTER)]
        for cell, one in MORE_COUNTERS[key](ground, whole).items():
            parts = [quarter[cell].value for quarter in quarters]
            if measure.adds_over_time:
                assert one.value == sum(parts), (key, cell)
            else:
                assert max(parts) <= one.value <= sum(parts), (key, cell)


def test_there_is_something_of_everything(year):
    ground = ground_of(db.session.connection())
    for key, measure in BY_KEY.items():
        period = periods.read("2025-Q3" if Grain.YEAR not in measure.grains else "2025")
        assert MORE_COUNTERS[key](ground, period)["borough", ""].value > 0, key


def test_each_counter_asks_the_same_number_of_times_however_much_there_is(year):
    """Grouped in the database: no statement for each row."""
    ground, asked = ground_of(db.session.connection()), []
    event.listen(db.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    for key, measure in BY_KEY.items():
        before = len(asked)
        MORE_COUNTERS[key](ground, periods.read("2025-Q3" if Grain.YEAR not in measure.grains else "2025"))
        assert len(asked) - before <= 20, (key, asked[before:])
