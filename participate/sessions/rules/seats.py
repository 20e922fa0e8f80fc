"""Seats: two numbers, and how many heads may still come in. Pure.

The places are how many may sign up; the room limit is never passed. A host may invite above the places, within the
room limit, and whoever is invited so is told "likely".
"""

from datetime import datetime

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.sessions.words import SessionStatus, SignUpStatus


class NotTakingPlace(RuleBroken):
    message = mark("This session is cancelled. There is more on this week.")


class OverAlready(RuleBroken):
    message = mark("This session is over. They may meet again: look at the programme.")


class NobodyNeedsTo(RuleBroken):
    message = mark("Nobody needs to sign up here. Just come along.")


class PartyTooLarge(RuleBroken):
    message = mark("There is room for %(limit)s in all, so %(heads)s together do not fit. Could some of you come?")


class NoRoomForMore(RuleBroken):
    message = mark("There is no room for more just now. Your place is as it was.")


class RoomFull(RuleBroken):
    message = mark("The room is full: %(limit)s fit in, and that many have a place.")


class TaskFull(RuleBroken):
    message = mark("Somebody else has just taken that task. Choose another, or just come.")


class NotOnTheList(RuleBroken):
    message = mark("This place was given up. You can sign up again.")


class AnswerTooLate(RuleBroken):
    message = mark("The time to answer is over, and the place went to the next in line. You can join the list again.")


class NoPlaceFree(RuleBroken):
    message = mark("Somebody else was quicker. You are still on the waiting list.")


def check_joining(*, status: SessionStatus, drop_in: bool, ends_at: datetime, now: datetime) -> None:
    """Whether anybody may sign up. Raises NotTakingPlace, OverAlready or NobodyNeedsTo."""
    if status is SessionStatus.CANCELLED:
        raise NotTakingPlace
    if ends_at <= now:
        raise OverAlready
    if drop_in:
        raise NobodyNeedsTo


def limit_of(capacity: int | None, places: int | None) -> int | None:
    """How many heads may sign up; None when nobody counts (a park)."""
    return capacity if places is None else places


def free_seats(limit: int | None, taken: int) -> int | None:
    """How many heads may still sign up, never below none; None when nobody counts."""
    return None if limit is None else max(0, limit - taken)


def fits(heads: int, limit: int | None, taken: int) -> bool:
    """Whether `heads` more may come in."""
    free = free_seats(limit, taken)
    return free is None or heads <= free


def check_party_fits(heads: int, limit: int | None) -> None:
    """Whether a party could ever come in, were the room empty. Raises PartyTooLarge."""
    if limit is not None and heads > limit:
        raise PartyTooLarge(limit=limit, heads=heads)


def may_walk_past(*, waiting: int, last_day: bool) -> bool:
    """Whether somebody new may take a free seat at once.

    Not while others wait: a seat may be free because the first in line are too many for it. On the last day the list
    has no order any more, and whoever says yes first comes.
    """
    return waiting == 0 or last_day


def heads_confirmed(parties: list[tuple[int, SignUpStatus, int]], limit: int | None) -> list[int]:
    """Which of the likely ones may be told yes, as (id, status, heads) in the order in which they were invited.

    Those who go or were offered a place count first. In order: nobody is confirmed past somebody who waits longer.
    """
    if limit is None:
        return [number for number, status, _heads in parties if status is SignUpStatus.LIKELY]
    sure = sum(heads for _id, status, heads in parties if status in (SignUpStatus.GOING, SignUpStatus.OFFERED))
    confirmed = []
    for number, status, heads in parties:
        if status is not SignUpStatus.LIKELY:
            continue
        if sure + heads > limit:
            break
        sure += heads
        confirmed.append(number)
    return confirmed
