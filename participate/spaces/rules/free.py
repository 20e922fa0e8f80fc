"""What of the open hours is still free. Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from participate.spaces.rules.booking import Slot
from participate.spaces.rules.opening import Span
from participate.spaces.words import DayState

QUARTER = timedelta(minutes=15)


def free_in(
    open_: Iterable[Span], held: Iterable[Slot], *, before: int = 0, after: int = 0, least: int = 1, since: datetime
) -> list[Slot]:
    """The stretches in which one more booking of `least` minutes or longer fits, in order.

    `held` is what other bookings hold, with their minutes before and after; a new one holds `before` and `after`
    minutes too. Nothing begins before `since`, or the next quarter of an hour after it.
    """
    around = sorted((each.held(after, before) for each in held), key=lambda each: each.starts_at)
    first, found = _next_quarter(since), list[Slot]()
    for opens, closes in open_:
        at = max(opens, first)
        for each in around:
            if each.ends_at <= at or each.starts_at >= closes:
                continue
            found.append(Slot(at, each.starts_at))
            at = max(at, each.ends_at)
        found.append(Slot(at, closes))
    return [each for each in found if each.starts_at < each.ends_at and each.minutes >= least]


def _next_quarter(moment: datetime) -> datetime:
    start = moment.replace(minute=moment.minute // 15 * 15, second=0, microsecond=0)
    return start if start == moment else start + QUARTER


def state_of(open_: Iterable[Span], free: Iterable[Slot], *, taken: bool, now: datetime, latest: datetime) -> DayState:
    """How a day looks: its open hours, what of them is `free`, whether anything in it is taken, and the `latest`
    moment at which a booking may begin.
    """
    hours = list(open_)
    if not hours:
        return DayState.SHUT
    if hours[-1][1] <= now:
        return DayState.GONE
    if hours[0][0] > latest:
        return DayState.LATER
    if not list(free):
        return DayState.FULL
    return DayState.SOME if taken else DayState.FREE
