"""Giving: first fair, not first fast. Pure.

Neighbours ask within a window; afterwards the giver chooses among them, or lots are drawn.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from participate.core import clock
from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.materials.words import GIFT_MOVES, Deal, GiftStatus

WINDOWS = (1, 3, 7)  # days that neighbours may have to ask
USUAL_WINDOW = 3
CLOSES = time(20)  # nobody has to be awake later to be in time
TO_CHOOSE = timedelta(days=3)  # then lots are drawn: nobody waits for ever


class NotToGive(RuleBroken):
    message = mark("This is not to give away.")


class YourOwnGift(RuleBroken):
    message = mark("You give this away yourself.")


class AskedAlready(RuleBroken):
    message = mark("You have asked for this already. You hear from us.")


class TimeToAskOver(RuleBroken):
    message = mark("The time to ask is over. It is being decided who gets it.")


class StillTimeToAsk(RuleBroken):
    """It is not decided before everybody had the same time to ask. `until`: in words."""

    message = mark("Neighbours can still ask. When their time is over, you choose.")


class AllGiven(RuleBroken):
    message = mark("All of it has found a new home.")


class MoreThanThere(RuleBroken):
    """`left`: how many are left."""

    message = mark("There are not so many. %(left)s are left.")


class GiftMovedOn(RuleBroken):
    message = mark("This has been answered already. Please look again.")


def window_closes(now: datetime, days: int) -> datetime:
    """The moment at which the time to ask is over: 8pm in London, so many days from now."""
    return clock.moment_of(clock.local(now).date() + timedelta(days=days), CLOSES)


def is_open(asks_until: datetime | None, now: datetime) -> bool:
    """Whether neighbours may ask now. A gift without an end has a window that begins with the first who asks."""
    return asks_until is None or now < asks_until


def decided_by(asks_until: datetime | None, now: datetime, *, waits: bool, by_lot: bool) -> datetime | None:
    """When it is known at the latest who gets a gift for which somebody asks now. None where she is too late: the time
    to ask is over, and it is being decided among those who wait for it.
    """
    if asks_until is None or asks_until <= now:
        if waits:
            return None
        asks_until = window_closes(now, USUAL_WINDOW)
    return asks_until if by_lot else asks_until + TO_CHOOSE


def check_ask(deal: Deal, *, own: bool, units: int, left: int) -> None:
    """Raises NotToGive, YourOwnGift, AllGiven or MoreThanThere."""
    if deal is not Deal.GIVE:
        raise NotToGive
    if own:
        raise YourOwnGift
    if left < 1:
        raise AllGiven
    if units > left:
        raise MoreThanThere(left=left)


def check_move(before: GiftStatus, after: GiftStatus) -> None:
    """Raises GiftMovedOn where an asking cannot go from `before` to `after`."""
    if after not in GIFT_MOVES[before]:
        raise GiftMovedOn


def shares(asked: Sequence[int], there: int) -> list[int]:
    """How many each gets, in drawn order, of how many are `there`: one each, round after round, until all are given
    or everybody has what she asked for.
    """
    given, left = [0] * len(asked), there
    while left and any(given[each] < asked[each] for each in range(len(asked))):
        for each, wished in enumerate(asked):
            if left and given[each] < wished:
                given[each] += 1
                left -= 1
    return given
