"""The waiting list: who is next, and how long she has to answer. Pure.

The rule: first come, first asked. Whoever is first is asked as soon as all of her party fit, and nobody walks past
her meanwhile; the next is asked when she says no or lets the time pass. She has 12 hours of the day to answer: the
clock stops from 9pm to 8am. In the last 24 hours nobody is asked any more: the place goes to the first in line who
said "any time" and fits, and she is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from participate.core.waking import TO_ANSWER, after_waking, next_waking

LAST_DAY = timedelta(hours=24)
AT_LEAST_BEFORE = timedelta(hours=2)  # an answer that comes later than this helps nobody


@dataclass(frozen=True)
class Waiting:
    """One party in line."""

    id: int
    heads: int
    any_time: bool = False


def is_last_day(starts_at: datetime, now: datetime) -> bool:
    """Whether it starts in 24 hours or less, or has begun."""
    return starts_at - now <= LAST_DAY


def answer_until(starts_at: datetime, now: datetime) -> datetime:
    """Until when somebody who is asked now may answer."""
    return min(after_waking(now, TO_ANSWER), starts_at - AT_LEAST_BEFORE)


def next_in_line(line: Sequence[Waiting], *, free: int | None, limit: int | None, last_day: bool) -> Waiting | None:
    """Whose turn it is, of a line in its order; None when nobody's.

    A party that is larger than all the places is passed over: it could never fit.
    """
    possible = [each for each in line if limit is None or each.heads <= limit]
    if last_day:
        return next((each for each in possible if each.any_time and (free is None or each.heads <= free)), None)
    first = next(iter(possible), None)
    return first if first is not None and (free is None or first.heads <= free) else None


def letter_due(starts_at: datetime, now: datetime) -> datetime:
    """When to write about a place that came free: by day, unless it would be too late by then."""
    morning = next_waking(now)
    return morning if morning < starts_at - AT_LEAST_BEFORE else now
