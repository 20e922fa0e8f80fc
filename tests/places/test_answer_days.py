"""Two of the hub's working days."""

from datetime import datetime, time

import pytest

from participate.core.clock import LONDON
from participate.places.rules.answer_days import answer_by, is_late

TUESDAY_TO_SATURDAY = {day: (time(10), time(17)) for day in range(1, 6)}
ONCE_A_WEEK = {2: (time(13), time(15, 30))}  # Wednesdays
EVERY_DAY = {day: (time(8), time(20)) for day in range(7)}


def at(day: int, hour: int = 12, month: int = 7) -> datetime:
    """A London moment in 2026. Thursday is 2 July."""
    return datetime(2026, month, day, hour, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("asked", "hours", "due"),
    [
        (at(2), TUESDAY_TO_SATURDAY, at(4, 17)),  # Thursday: Friday, Saturday
        (at(2, 23), TUESDAY_TO_SATURDAY, at(4, 17)),  # late on Thursday is still Thursday
        (at(3), TUESDAY_TO_SATURDAY, at(7, 17)),  # Friday: Saturday, Tuesday
        (at(4), TUESDAY_TO_SATURDAY, at(8, 17)),  # Saturday: Tuesday, Wednesday
        (at(5), TUESDAY_TO_SATURDAY, at(8, 17)),  # Sunday
        (at(6, 0), TUESDAY_TO_SATURDAY, at(8, 17)),  # midnight on a closed Monday
        (at(2), ONCE_A_WEEK, datetime(2026, 7, 15, 15, 30, tzinfo=LONDON)),  # the second Wednesday from now
        (at(1), ONCE_A_WEEK, datetime(2026, 7, 15, 15, 30, tzinfo=LONDON)),  # the day of asking does not count
        (at(2), EVERY_DAY, at(4, 20)),
        (at(2), {}, at(6, 17)),  # a hub without hours answers like an office: Friday, Monday
        (at(3), {}, at(7, 17)),
        (at(23, month=10), EVERY_DAY, datetime(2026, 10, 25, 20, tzinfo=LONDON)),  # over the change of the clocks
    ],
)
def test_by_when(asked: datetime, hours: dict[int, tuple[time, time]], due: datetime) -> None:
    assert answer_by(asked, hours) == due


@pytest.mark.parametrize(
    ("due", "answered", "late"),
    [
        (at(2, 11), False, True),
        (at(2, 12), False, False),
        (at(2, 13), False, False),
        (at(2, 11), True, False),
        (None, False, False),
    ],
)
def test_late(due: datetime | None, answered: bool, late: bool) -> None:
    assert is_late(due, answered, at(2, 12)) is late
