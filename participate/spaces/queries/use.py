"""How much a space is used: hours used of hours offered."""

from dataclasses import dataclass
from datetime import date, timedelta

from participate.core.clock import moment_of
from participate.spaces.models import Space
from participate.spaces.queries.bookings import list_taken
from participate.spaces.queries.opening import opening_of
from participate.spaces.rules import minutes_open
from participate.spaces.rules.opening import MIDNIGHT


@dataclass(frozen=True)
class Use:
    """Minutes that agreed bookings took, and minutes that the space was open; 0 offered where it names no hours."""

    used_minutes: int
    offered_minutes: int
    bookings: int = 0


def use_of(space: Space, first_day: date, last_day: date) -> Use:
    """The use of a space over London days, both included: with the hours that it keeps today. Three statements.

    A booking counts with the part of it that lies within these days, without the minutes before and after.
    """
    first, last = moment_of(first_day, MIDNIGHT), moment_of(last_day + timedelta(days=1), MIDNIGHT)
    used, number = timedelta(), 0
    for each in list_taken(space.id, first, last):
        long = min(each.ends_at, last) - max(each.starts_at, first)
        used, number = used + max(long, timedelta()), number + (long > timedelta())
    opening = opening_of(space)
    offered = minutes_open(opening, first_day, last_day) if opening.week else 0
    return Use(int(used.total_seconds()) // 60, offered, number)
