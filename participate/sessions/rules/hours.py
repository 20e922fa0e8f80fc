"""When on its day something is, as neighbours say it. Pure."""

from datetime import datetime, time

from participate.sessions.words import DayPart

NOON, EVENING = time(12), time(17)
SCHOOL_STARTS, SCHOOL_ENDS = time(9), time(15)
FRIDAY = 4


def part_of(hour: time) -> DayPart:
    """Morning before noon, evening from 5pm. `hour`: when it begins, London time."""
    if hour < NOON:
        return DayPart.MORNING
    return DayPart.AFTERNOON if hour < EVENING else DayPart.EVENING


def in_school_hours(starts_at: datetime, ends_at: datetime) -> bool:
    """Whether a parent can come and be back at the gate: on a weekday, from 9am, over by 3pm. London times.

    School holidays are not left out: a parent knows them.
    """
    same_day = starts_at.date() == ends_at.date()
    weekday = starts_at.weekday() <= FRIDAY
    return same_day and weekday and starts_at.time() >= SCHOOL_STARTS and ends_at.time() <= SCHOOL_ENDS
