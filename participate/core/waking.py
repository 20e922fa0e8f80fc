"""The hours in which people may be asked: from 8am to 9pm in London. A time to answer stops at night. Pure."""

from datetime import datetime, time, timedelta

from participate.core.clock import local, moment_of

MORNING, NIGHT = time(8), time(21)  # London
TO_ANSWER = timedelta(hours=12)  # of waking time: what whoever is next in line has to say yes or no
DAY = timedelta(days=1)


def is_awake(moment: datetime) -> bool:
    """Whether people may be asked: from 8am to 9pm in London."""
    return MORNING <= local(moment).time() < NIGHT


def next_waking(moment: datetime) -> datetime:
    """`moment` itself by day, else 8am of the morning that follows."""
    if is_awake(moment):
        return moment
    here = local(moment)
    return moment_of(here.date() if here.time() < MORNING else here.date() + DAY, MORNING)


def after_waking(start: datetime, long: timedelta) -> datetime:
    """The moment when `long` of waking time has passed since `start`. Nights do not count, whatever the clocks do."""
    at, left = next_waking(start), long
    while True:
        night = moment_of(local(at).date(), NIGHT)
        if at + left <= night:
            return at + left
        left -= night - at
        at = moment_of(local(at).date() + DAY, MORNING)


def waking_between(start: datetime, end: datetime) -> timedelta:
    """How much waking time lies between two moments."""
    at, sum_ = next_waking(start), timedelta()
    while at < end:
        night = moment_of(local(at).date(), NIGHT)
        sum_ += min(night, end) - at
        at = moment_of(local(at).date() + DAY, MORNING)
    return sum_
