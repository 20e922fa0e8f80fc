"""Bookings that repeat: weekly or every other week, at the same hour on the wall clock. Pure."""

from datetime import UTC, date, datetime, time, timedelta

from participate.core.clock import LONDON
from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.spaces.rules.booking import Slot

MOST_TIMES = 53
WEEK = timedelta(days=7)


class NoSuchHour(RuleBroken):
    """The clocks go forward at 1am: that hour is left out."""

    message = mark("The clocks go forward that night, so there is no %(hour)s. Choose another time.")


class TooManyTimes(RuleBroken):
    message = mark("That is too many. Book at most 53 times at once.")


class NoTimes(RuleBroken):
    message = mark("Choose at least one day.")


def slot_of(day: date, hour: time, minutes: int) -> Slot:
    """So many minutes from an hour of a London day. Of the hour that comes twice in autumn the first is meant.

    Minutes are real ones: two hours from 00:30 on the night when the clocks go back end at 01:30. Raises NoSuchHour
    in the hour that spring leaves out.
    """
    starts_at = datetime.combine(day, hour, tzinfo=LONDON).astimezone(UTC)
    if starts_at.astimezone(LONDON).time() != hour:
        raise NoSuchHour(hour=f"{hour:%H:%M}")
    return Slot(starts_at, starts_at + timedelta(minutes=minutes))


def days_of(first_day: date, weeks: int, times: int) -> list[date]:
    """`times` days, `weeks` weeks apart. Raises TooManyTimes or NoTimes."""
    check_times(times)
    return [first_day + number * weeks * WEEK for number in range(times)]


def check_times(times: int) -> None:
    """Raises TooManyTimes or NoTimes."""
    if times > MOST_TIMES:
        raise TooManyTimes
    if times < 1:
        raise NoTimes
