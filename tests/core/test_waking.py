"""Waking hours: a time to answer stops at night, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participate.core import waking
from participate.core.clock import LONDON, local, moment_of

HOUR = timedelta(hours=1)


def at(day: str, hour: str) -> datetime:
    """A London day and hour as a moment."""
    return moment_of(date.fromisoformat(day), time.fromisoformat(hour))


@pytest.mark.parametrize(
    ("hour", "awake"), [("07:59", False), ("08:00", True), ("20:59", True), ("21:00", False), ("00:00", False)]
)
@pytest.mark.parametrize("day", ["2026-01-15", "2026-07-15", "2026-03-29", "2026-10-25"])
def test_the_day_is_from_8_to_9(day: str, hour: str, awake: bool) -> None:
    assert waking.is_awake(at(day, hour)) is awake


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (("2026-07-06", "08:00"), ("2026-07-06", "20:00")),  # a whole day in front of her
        (("2026-07-06", "09:00"), ("2026-07-06", "21:00")),  # to the last minute
        (("2026-07-06", "10:00"), ("2026-07-07", "09:00")),  # the hour that is left, next morning
        (("2026-07-06", "20:59"), ("2026-07-07", "19:59")),
        (("2026-07-06", "21:00"), ("2026-07-07", "20:00")),  # asked at night: from 8am
        (("2026-07-06", "23:30"), ("2026-07-07", "20:00")),
        (("2026-07-07", "03:00"), ("2026-07-07", "20:00")),
        (("2026-03-28", "15:00"), ("2026-03-29", "14:00")),  # the clocks go forward: 23 hours on the wall
        (("2026-10-24", "15:00"), ("2026-10-25", "14:00")),  # and back
        (("2026-12-31", "20:00"), ("2027-01-01", "19:00")),
    ],
)
def test_twelve_waking_hours(now: tuple[str, str], until: tuple[str, str]) -> None:
    assert waking.after_waking(at(*now), waking.TO_ANSWER) == at(*until)


def test_the_nights_of_the_clock_changes() -> None:
    """From Saturday 3pm to Sunday 2pm: 22 hours pass in March, 24 in October; 12 waking hours in both."""
    march = at("2026-03-29", "14:00") - at("2026-03-28", "15:00")
    october = at("2026-10-25", "14:00") - at("2026-10-24", "15:00")
    assert (march, october) == (22 * HOUR, 24 * HOUR)
    assert waking.waking_between(at("2026-03-28", "15:00"), at("2026-03-29", "14:00")) == 12 * HOUR
    assert waking.waking_between(at("2026-10-24", "15:00"), at("2026-10-25", "14:00")) == 12 * HOUR


START = datetime(2025, 1, 1, tzinfo=UTC)
moments = st.integers(0, 3 * 366 * 1440).map(lambda minutes: START + timedelta(minutes=minutes))


@given(moments, st.integers(1, 60 * 80))
def test_waking_time_adds_up(start: datetime, minutes: int) -> None:
    long = timedelta(minutes=minutes)
    end = waking.after_waking(start, long)
    assert waking.waking_between(start, end) == long
    assert time(8) < local(end).time() <= time(21)


@given(moments)
def test_the_next_waking_moment(now: datetime) -> None:
    morning = waking.next_waking(now)
    assert waking.is_awake(morning)
    assert timedelta() <= morning - now <= 12 * HOUR
    assert morning == now or local(morning).time() == time(8)
    assert morning.astimezone(LONDON).tzinfo is LONDON
