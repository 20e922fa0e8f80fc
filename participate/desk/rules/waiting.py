"""Who has waited too long. Pure."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from participate.places.rules.answer_days import answer_by

LONGEST_LOOK = 90  # days; a hub that opens once a month answers within these
DAY = timedelta(days=1)


def late_before(now: datetime, hours: Mapping[int, tuple[time, time]]) -> datetime:
    """The London moment before which whoever asked has waited more than two of the hub's working days.

    `now` is London time. An answer is due by the day of asking alone, so that this is the beginning of a day.
    """
    day = datetime.combine(now.date(), time(), tzinfo=now.tzinfo)
    for _each in range(LONGEST_LOOK):
        if answer_by(day - DAY, hours) < now:
            return day
        day = datetime.combine(day.date() - DAY, time(), tzinfo=now.tzinfo)
    return day
