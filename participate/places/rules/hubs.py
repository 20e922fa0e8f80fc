"""Opening days and hours of a hub."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.places.words import Opening

# Weekday (0 is Monday) → when it opens and closes, London time. A day that is missing is a closed day.
Hours = Mapping[int, tuple[time, time]]

_HOUR = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?(am|pm)?")


class NotAnHour(RuleBroken):
    message = mark("Write a time like 9am, 1:30pm or 17:00.")


class HalfADay(RuleBroken):
    message = mark("Write both times, or leave both empty when it is closed that day.")


class ClosesBeforeOpening(RuleBroken):
    message = mark("The closing time must be later than the opening time.")


class HubNameTaken(RuleBroken):
    message = mark("There is a hub with this name already.")


class HubNowhere(RuleBroken):
    message = mark("Write the postcode with the address, or choose the ward.")


@dataclass(frozen=True)
class Door:
    """Whether a hub is open, and the next time that matters: when it closes, or opens on `weekday`."""

    opening: Opening
    at: time | None = None
    weekday: int | None = None
    days_ahead: int = 0


def hour_of(typed: str) -> time | None:
    """“9am”, “1:30 pm”, “17:00”, “noon” as a time; None when empty. Raises NotAnHour."""
    text = "".join(typed.lower().split())
    if not text:
        return None
    if text in ("noon", "midday"):
        return time(12)
    match = _HOUR.fullmatch(text.replace("a.m.", "am").replace("p.m.", "pm"))
    if match is None or not match[1].isascii():
        raise NotAnHour
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3] and not 1 <= hour <= 12:
        raise NotAnHour
    if match[3]:
        hour = hour % 12 + (12 if match[3] == "pm" else 0)
    if hour > 23 or minute > 59:
        raise NotAnHour
    return time(hour, minute)


def day_of(opens: str, closes: str) -> tuple[time, time] | None:
    """One day's hours as typed; None on a closed day. Raises NotAnHour, HalfADay or ClosesBeforeOpening."""
    start, end = hour_of(opens), hour_of(closes)
    if start is None and end is None:
        return None
    if start is None or end is None:
        raise HalfADay
    if start >= end:
        raise ClosesBeforeOpening
    return start, end


def door_at(hours: Hours, at: datetime) -> Door:
    """What the door says at the London moment `at`."""
    today = hours.get(at.weekday())
    if today and today[0] <= at.time() < today[1]:
        return Door(Opening.OPEN, today[1], at.weekday())
    if today and at.time() < today[0]:
        return Door(Opening.LATER_TODAY, today[0], at.weekday())
    for ahead in range(1, 8):
        weekday = (at.weekday() + ahead) % 7
        if weekday in hours:
            return Door(Opening.ANOTHER_DAY, hours[weekday][0], weekday, ahead)
    return Door(Opening.NO_HOURS)
