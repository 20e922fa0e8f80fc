"""What is offered instead of a time that is taken, and what dates cost: truth tables."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from participate.core import clock
from participate.core.days import NotADay
from participate.spaces.rules import Slot, slot_of
from participate.spaces.rules.wishes import other_days, other_hours, price, wished_day

DAY = date(2026, 7, 11)


def hours(slots: list[Slot]) -> list[str]:
    return [f"{clock.local(each.starts_at):%H:%M}" for each in slots]


def test_other_hours_are_of_the_same_day_and_length_the_closest_first() -> None:
    found = other_hours(slot_of(DAY, time(18), 120))
    assert hours(found)[:4] == ["17:30", "18:30", "17:00", "19:00"]
    assert "18:00" not in hours(found)
    assert min(hours(found)) == "07:00"
    assert max(hours(found)) == "20:00"  # it ends by ten
    assert {each.minutes for each in found} == {120}
    assert {clock.local(each.starts_at).date() for each in found} == {DAY}


@pytest.mark.parametrize("minutes", [900, 1440, 2880])
def test_of_what_fills_the_day_only_the_morning_is_left(minutes: int) -> None:
    assert hours(other_hours(slot_of(DAY, time(9), minutes))) == ["07:00"]


def test_other_days_keep_the_hour_on_the_wall_when_the_clocks_change() -> None:
    found = other_days(slot_of(date(2026, 10, 22), time(18), 60))
    assert hours(found) == ["18:00"] * 7
    assert [each.starts_at.hour for each in found] == [17, 17, 18, 18, 18, 18, 18]  # the 25th has 25 hours


def test_a_day_without_that_hour_is_left_out() -> None:
    found = other_days(slot_of(date(2026, 3, 26), time(1, 30), 30))
    assert [clock.local(each.starts_at).day for each in found] == [27, 28, 30, 31, 1, 2]


@pytest.mark.parametrize(
    ("pence", "minutes", "total"), [(0, [120], 0), (750, [120], 1500), (750, [60, 90], 1875), (100, [20], 33)]
)
def test_a_price_is_by_the_minute(pence: int, minutes: list[int], total: int) -> None:
    start = datetime(2026, 7, 11, 9, tzinfo=UTC)
    assert price(pence, [Slot(start, start + timedelta(minutes=each)) for each in minutes]) == total


@pytest.mark.parametrize("typed", ["2026-07-11", "11/7/2026", "11.7.26"])
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert wished_day(typed) == DAY


@pytest.mark.parametrize("typed", ["", "soon", "31/2/2026", "9999-12-31", "1999-12-31", "0001-01-01"])
def test_a_day_that_no_calendar_counts_on_from_is_none(typed: str) -> None:
    with pytest.raises(NotADay):
        wished_day(typed)
