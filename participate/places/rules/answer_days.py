"""By when a hub answers: two of its own working days, so that nobody waits in silence."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

DAYS = 2
# A hub that names no hours answers like an office.
OFFICE = {weekday: (time(9), time(17)) for weekday in range(5)}


def answer_by(asked: datetime, hours: Mapping[int, tuple[time, time]], days: int = DAYS) -> datetime:
    """The closing time of the second opening day (or another, `days`) after the day of asking.

    `asked` is London time; so is the answer, without a doubt between two clocks. `hours` are by weekday, 0 is
    Monday; a missing day is a closed one.
    """
    week = hours or OFFICE
    day, left = asked.date(), days
    while left:
        day += timedelta(days=1)
        left -= day.weekday() in week
    return datetime.combine(day, week[day.weekday()][1], tzinfo=asked.tzinfo)


def is_late(answer_due: datetime | None, answered: bool, now: datetime) -> bool:
    """Whether somebody waits longer than we promised."""
    return answer_due is not None and not answered and answer_due < now
