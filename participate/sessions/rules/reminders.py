"""When people are reminded. Pure."""

from datetime import datetime, timedelta
from enum import StrEnum

from participate.core.clock import local, moment_of
from participate.core.waking import MORNING, NIGHT, is_awake

DAY = timedelta(days=1)
SOON = timedelta(hours=2)
FRESH = timedelta(hours=1)  # whoever signed up within the hour needs no reminder yet


class Reminder(StrEnum):
    """Which of the two."""

    DAY_BEFORE = "day"
    TWO_HOURS = "soon"


def reminders(starts_at: datetime, now: datetime) -> list[tuple[Reminder, datetime]]:
    """The reminders of a session that are still to come, and when. The day before: never at night."""
    due = [(Reminder.DAY_BEFORE, _by_day(starts_at - DAY)), (Reminder.TWO_HOURS, starts_at - SOON)]
    return [(kind, moment) for kind, moment in due if moment > now]


def _by_day(moment: datetime) -> datetime:
    """`moment`; when it lies at night, the last minute of the evening before, or 8am after."""
    if is_awake(moment):
        return moment
    here = local(moment)
    if here.time() < MORNING:
        return moment_of(here.date(), MORNING)
    return moment_of(here.date(), NIGHT) - timedelta(minutes=1)
