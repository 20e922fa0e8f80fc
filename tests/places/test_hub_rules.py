"""Opening hours: as typed, and what the door says."""

from datetime import datetime, time

import pytest

from participate.core.clock import LONDON
from participate.places.rules.hubs import (
    ClosesBeforeOpening,
    Door,
    HalfADay,
    NotAnHour,
    day_of,
    door_at,
    hour_of,
)
from participate.places.words import Opening

HOURS = {1: (time(10), time(17)), 2: (time(13), time(19, 30)), 5: (time(10), time(17))}


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("", None),
        ("  ", None),
        ("9am", time(9)),
        ("9 AM", time(9)),
        ("9 a.m.", time(9)),
        ("1:30pm", time(13, 30)),
        ("1.30 pm", time(13, 30)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("noon", time(12)),
        ("17:00", time(17)),
        ("9", time(9)),
        ("0930", time(9, 30)),
        ("00:00", time(0)),
    ],
)
def test_hours_as_people_type_them(typed: str, hour: time | None) -> None:
    assert hour_of(typed) == hour


@pytest.mark.parametrize(
    "typed", ["25:00", "9:60", "13pm", "0am", "late", "9-5", "٩", "99999", "<b>", "\0", "🕘", "-1"]
)
def test_what_is_not_an_hour(typed: str) -> None:
    with pytest.raises(NotAnHour):
        hour_of(typed)


def test_a_day_has_both_times_or_none() -> None:
    assert day_of("10am", "5pm") == (time(10), time(17))
    assert day_of("", "") is None
    with pytest.raises(HalfADay):
        day_of("10am", "")
    with pytest.raises(HalfADay):
        day_of("", "5pm")
    with pytest.raises(ClosesBeforeOpening):
        day_of("5pm", "10am")
    with pytest.raises(ClosesBeforeOpening):
        day_of("10am", "10am")


# 30 June 2026 is a Tuesday.
@pytest.mark.parametrize(
    ("day", "at", "door"),
    [
        (30, time(9, 59), Door(Opening.LATER_TODAY, time(10), 1)),
        (30, time(10), Door(Opening.OPEN, time(17), 1)),
        (30, time(16, 59), Door(Opening.OPEN, time(17), 1)),
        (30, time(17), Door(Opening.ANOTHER_DAY, time(13), 2, 1)),
        (29, time(12), Door(Opening.ANOTHER_DAY, time(10), 1, 1)),
        (28, time(12), Door(Opening.ANOTHER_DAY, time(10), 1, 2)),
        (27, time(18), Door(Opening.ANOTHER_DAY, time(10), 1, 3)),
        (25, time(12), Door(Opening.ANOTHER_DAY, time(10), 5, 2)),
    ],
)
def test_what_the_door_says(day: int, at: time, door: Door) -> None:
    moment = datetime.combine(datetime(2026, 6, day, tzinfo=LONDON).date(), at, tzinfo=LONDON)
    assert door_at(HOURS, moment) == door


def test_a_hub_open_one_day_a_week_opens_again_in_a_week() -> None:
    moment = datetime(2026, 6, 30, 18, tzinfo=LONDON)
    assert door_at({1: (time(10), time(17))}, moment) == Door(Opening.ANOTHER_DAY, time(10), 1, 7)


def test_a_hub_without_hours() -> None:
    assert door_at({}, datetime(2026, 6, 30, 12, tzinfo=LONDON)) == Door(Opening.NO_HOURS)
