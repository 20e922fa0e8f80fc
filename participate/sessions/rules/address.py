"""What the address of the form of a new session may carry, so that another page can hand over what it knows. Pure."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date, datetime, time

from participate.core.clock import local
from participate.core.days import day_of
from participate.core.errors import RuleBroken
from participate.places.rules.hubs import hour_of
from participate.sessions.rules.times import FURTHEST, LONGEST, moment_of

MINUTES = 60
MOST_DIGITS = 3


def asked_in(address: Mapping[str, str], places: Collection[str], now: datetime) -> dict[str, str]:
    """The fields `day`, `hour`, `length` (minutes) and `place` (one of `places`) that an address names. What makes no
    sense, is over or cannot be chosen is left out: it is only a first draft, and checked when it is sent.
    """
    found = {}
    day, hour = _day(address.get("day", "")), _hour(address.get("hour", ""))
    if day is not None and _is_ahead(day, hour, now):
        found["day"] = day.isoformat()
    if hour is not None:
        found["hour"] = f"{hour:%H:%M}"
    if _is_length(length := address.get("length", "")):
        found["length"] = str(int(length))
    if (place := address.get("place", "")) in places:
        found |= {"place": place, "place_note": ""}
    return found


def _day(typed: str) -> date | None:
    with suppress(RuleBroken):
        return day_of(typed)
    return None


def _hour(typed: str) -> time | None:
    with suppress(RuleBroken):
        return hour_of(typed)
    return None


def _is_ahead(day: date, hour: time | None, now: datetime) -> bool:
    if not local(now).date() <= day <= local(now + FURTHEST).date():
        return False
    with suppress(RuleBroken):
        return hour is None or moment_of(day, hour) > now
    return False


def _is_length(typed: str) -> bool:
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= MOST_DIGITS):
        return False
    return 0 < int(typed) * MINUTES <= LONGEST.total_seconds()
