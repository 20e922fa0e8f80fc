"""Every measure behind "more" is counted twice: by the database, and by reading each row. Equal to the last digit."""

import pytest

from participate.core.db import db
from participate.insight import periods
from participate.insight.counting import ground_of
from participate.insight.counting.more import MORE_COUNTERS
from participate.insight.disclosure.adding_up import check
from participate.insight.disclosure.table import RawTable
from participate.insight.measures.more import MORE
from participate.insight.words import Grain
from participate.places.models import Borough, Ward
from tests.insight.more_year import Year
from tests.insight.recount_more import recount
from tests.statements import count_statements

BY_KEY = {measure.key: measure for measure in MORE}
CODES = ("2025", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2025-10")


@pytest.fixture
def year(app):
    Year(7).build()


def of_period(period):
    """The counted cells of each measure that is told of such a period."""
    ground = ground_of(db.session.connection())
    return {key: MORE_COUNTERS[key](ground, period) for key, one in BY_KEY.items() if period.grain in one.grains}


def test_two_ways_of_counting_agree(year):
    for code in CODES:
        twice = recount(periods.read(code))
        for key, cells in of_period(periods.read(code)).items():
            seen = {cell: (one.value, one.people, one.largest) for cell, one in cells.items()}
            assert seen == twice[key], (key, code)


def test_the_numbers_hang_together(year):
    """As the shapes say: areas and splits add up, a part is no more than its whole, and quarters make the year."""
    areas, code_of = ground_of(db.session.connection()).areas, {}
    for code in CODES:
        period = periods.read(code)
        code_of[code] = counted = of_period(period)
        for key, cells in counted.items():
            check(RawTable(BY_KEY[key].shape, period, areas, cells))
            whole = counted.get(BY_KEY[key].part_of, {})
            assert all(cells[cell].value <= whole[cell].value for cell in cells.keys() & whole.keys()), key
    for key in BY_KEY:  # where there was nothing, nothing would be shown by this
        assert any(cells[key]["borough", ""].value for cells in code_of.values() if key in cells), key
    for key, year_of in code_of["2025"].items():
        if Grain.QUARTER in BY_KEY[key].grains:
            quarters = [code_of[f"2025-Q{number}"][key] for number in (1, 2, 3, 4)]
            for cell, one in year_of.items():
                parts = [quarter[cell].value for quarter in quarters]
                least = sum(parts) if BY_KEY[key].adds_over_time else max(parts)
                assert least <= one.value <= sum(parts), (key, cell)


def test_what_cannot_be_is_told_apart_from_what_was_not(app):
    """Before the first session nobody can have waited; and nobody can have used a space where there is none."""
    db.session.add(Ward(borough=Borough(code="E09000002", name="B"), code="E05014053", name="Abbey", slug="abbey",
                        lat=51.5, lon=0.1))  # fmt: skip
    db.session.flush()
    counted = of_period(periods.read("2025-Q2"))
    impossible = {key for key, cells in counted.items() if not all(one.possible for one in cells.values())}
    assert impossible == {"waited", "held_places", "no_shows", "space_hours_used", "space_hours_offered"}


def test_it_is_grouped_in_the_database(year):
    """No statement for each row: a handful for each measure, and a few more for the months of the hours."""
    ground = ground_of(db.session.connection())
    for key, measure in BY_KEY.items():
        period = periods.read("2025-Q3" if Grain.YEAR not in measure.grains else "2025")
        with count_statements() as asked:
            MORE_COUNTERS[key](ground, period)
        assert asked.number <= (20 if key == "space_hours_used" else 8), (key, asked.texts)
