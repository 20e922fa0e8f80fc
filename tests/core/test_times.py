"""Dates and times as people say them."""

from datetime import UTC, date, datetime, time

import pytest
from flask import Flask

from participate.core import clock, i18n

SATURDAY = datetime(2026, 7, 4, 13, tzinfo=UTC)


@pytest.fixture
def in_english(app: Flask):  # type: ignore[no-untyped-def]
    with app.test_request_context():
        yield


@pytest.mark.usefixtures("in_english")
class TestLines:
    def test_a_session(self) -> None:
        end = datetime(2026, 7, 4, 15, tzinfo=UTC)
        assert i18n.date_time_line(SATURDAY, end) == "Saturday 4 July, 2pm to 4pm"

    @pytest.mark.parametrize(
        ("hour", "minute", "said"),
        [(9, 0, "10am"), (9, 30, "10:30am"), (11, 0, "12pm"), (23, 0, "12am"), (17, 5, "6:05pm")],
    )
    def test_hours_are_london_hours(self, hour: int, minute: int, said: str) -> None:
        assert i18n.hour_line(datetime(2026, 7, 4, hour, minute, tzinfo=UTC)) == said

    def test_another_year_is_said(self) -> None:
        assert i18n.date_line(date(2027, 1, 1)) == "Friday 1 January 2027"

    def test_today_and_tomorrow(self) -> None:
        assert i18n.day_name(date(2026, 7, 2)) == "Today, Thursday 2 July"
        assert i18n.day_name(date(2026, 7, 3)) == "Tomorrow, Friday 3 July"
        assert i18n.day_name(date(2026, 7, 4)) == "Saturday 4 July"

    @pytest.mark.parametrize(
        ("minutes", "said"), [(45, "45 minutes"), (60, "1 hour"), (90, "1 hour 30 minutes"), (120, "2 hours")]
    )
    def test_how_long(self, minutes: int, said: str) -> None:
        assert i18n.minutes_line(minutes) == said

    def test_walks_costs_and_lists(self) -> None:
        assert i18n.walk_line(10) == "about 10 minutes’ walk"
        assert i18n.walk_line(None) == ""
        assert [i18n.cost_line(pence) for pence in (0, 200, 150)] == ["Free", "£2", "£1.50"]
        assert i18n.and_list(["bread", "jam", "tea"]) == "bread, jam and tea"

    def test_marked_words_are_escaped(self) -> None:
        assert str(i18n.marked("You like <b>bread</b>", ["bread", "b"])).count("<mark>bread</mark>") == 1
        assert "<b>" not in str(i18n.marked("You like <b>bread</b>", ["bread"]))


@pytest.mark.parametrize(
    ("day", "hour", "utc"),
    [
        (date(2026, 7, 4), time(14), datetime(2026, 7, 4, 13, tzinfo=UTC)),
        (date(2026, 12, 4), time(14), datetime(2026, 12, 4, 14, tzinfo=UTC)),
        (date(2026, 10, 25), time(1, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (date(2027, 3, 28), time(10), datetime(2027, 3, 28, 9, tzinfo=UTC)),
    ],
)
def test_london_days_across_the_clock_changes(day: date, hour: time, utc: datetime) -> None:
    assert clock.moment_of(day, hour) == utc
    assert clock.local(utc).date() == day


def test_a_week_with_a_clock_change_has_an_hour_more() -> None:
    start, end = clock.week_of(date(2026, 10, 20))
    assert (end - start).total_seconds() == 7 * 24 * 3600 + 3600
