"""Who stands in for a host who cannot: asked one by one, each with a fair part of the time that is left. Pure.

Nobody is asked at night, unless the morning would be too late. An hour before it starts at the latest everybody must
know; while there is more than a day left, the hub may still find somebody.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from participate.core.errors import RuleBroken
from participate.core.waking import after_waking, is_awake, next_waking, waking_between
from participate.core.words import mark

LAST_CALL = timedelta(hours=1)  # before it starts: whoever comes must hear in time
SHORTEST, LONGEST = timedelta(minutes=15), timedelta(hours=3)  # to answer, of waking time
STILL_TIME = timedelta(hours=24)  # before it starts: until then the hub may find somebody
MOST = 12  # people asked for one session


class NotTheHost(RuleBroken):
    message = mark("Somebody else hosts this session now.")


class SomebodyHosts(RuleBroken):
    message = mark("Somebody said yes a moment ago and hosts. Thank you all the same.")


class NotAsked(RuleBroken):
    message = mark("This question is answered. Thank you.")


class HasBegun(RuleBroken):
    message = mark("It has begun. Ring the hub, please.")


@dataclass(frozen=True)
class Question:
    """When somebody is asked, and until when she may answer."""

    at: datetime
    until: datetime


def question(starts_at: datetime, now: datetime, left: int) -> Question | None:
    """The question to the next of `left` people who may still be asked; None when it is too late to ask."""
    end = starts_at - LAST_CALL
    at = next_waking(now)
    if at + SHORTEST > end:
        at = now
    if at + SHORTEST > end:
        return None
    day = is_awake(at)
    time = waking_between(at, end) if day else end - at
    wait = max(SHORTEST, min(LONGEST, time / max(1, left)))
    until = after_waking(at, wait) if day else at + wait
    return Question(at, min(until, end))


def in_order(asked_first: Iterable[int | None], busy: Collection[int | None], most: int = MOST) -> list[int]:
    """Each person once, in the order given, without those who are busy, apart or asked already."""
    seen = dict.fromkeys(each for each in asked_first if each is not None)
    return [each for each in seen if each not in busy][:most]


def check_host(actor_is_host: bool, plans: bool, starts_at: datetime, now: datetime) -> None:
    """Whether somebody may say that the host cannot come. Raises NotTheHost or HasBegun."""
    if not actor_is_host and not plans:
        raise NotTheHost
    if starts_at <= now:
        raise HasBegun
