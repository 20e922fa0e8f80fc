"""Which way a letter goes, when, and when not at all; what a sender's answer means. Pure."""

from collections.abc import Collection, Mapping
from datetime import datetime, time, timedelta

from participate.core.clock import local, moment_of
from participate.core.errors import RuleBroken
from participate.core.waking import next_waking
from participate.core.words import mark
from participate.notifications.words import (
    ASKING,
    AT_ONCE,
    DUTIES,
    NIGHTLY,
    OFFERS,
    OPEN_ENDED,
    CallOutcome,
    Choice,
    Way,
    Why,
)
from participate.places.rules.answer_days import answer_by

REFUSED_FOR_GOOD = range(500, 600)  # RFC 5321: 5yz is a lasting no, 4yz is "not now"
MONTHLY_CAP = 12  # letters a month of what she did not say yes to
CAPPED = frozenset({Why.YOURS, Why.WEEKLY})
BEFORE_START = timedelta(hours=2)  # who hears of a change later than this may be on her way
FIRST_KNOCK, LAST_KNOCK = timedelta(seconds=30), timedelta(minutes=10)
GIVE_UP_AFTER = timedelta(hours=24)  # without a sender: then the hub rings


class AlreadyTold(RuleBroken):
    message = mark("Somebody has noted this call already.")


class NothingToAnswer(RuleBroken):
    message = mark("There is nothing to say yes or no to. Note that you told them.")


def ways_to(
    email: str | None, phone: str | None, *, broken: Collection[Way] = (), can_mail: bool = True, can_text: bool = True
) -> list[tuple[Way, str]]:
    """How to reach somebody in writing: by mail first, then by text; what came back before is not tried again."""
    ways = [(Way.MAIL, email if can_mail else None), (Way.TEXT, phone if can_text else None)]
    return [(way, to) for way, to in ways if to and way not in broken]


def lasting_no(codes: Collection[int]) -> bool:
    """Whether a mail server that answered with `codes` would answer the same tomorrow."""
    return bool(codes) and all(code in REFUSED_FOR_GOOD for code in codes)


def reason_to_hold(letter: str, why: Why, choice: Choice, sent_this_month: int) -> Why | None:
    """Why a letter is not sent but stands on the site; None when it may go.

    Nothing goes to whoever chose nothing, and no weekly mail to whoever did not choose it. What she did not say yes
    to goes at most twelve times a month. Whatever she chose, a duty that she took on reaches her.
    """
    if letter in DUTIES:
        return None
    if choice is Choice.NOTHING or (why is Why.WEEKLY and choice is not Choice.WEEKLY):
        return Why.CHOICE
    return Why.MONTHLY_CAP if why in CAPPED and sent_this_month >= MONTHLY_CAP else None


def moment_from(told: str) -> datetime | None:
    """A moment out of the facts of a letter; None when it is none."""
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def month_of(moment: datetime) -> datetime:
    """When the month in which `moment` lies began in London."""
    return moment_of(local(moment).date().replace(day=1), time())


def may_go_at(letter: str, starts_at: datetime | None, now: datetime) -> datetime:
    """When a letter may go: by day, from 8am to 9pm in London.

    At night only what somebody would come in vain for (`starts_at`): today, or before she could have read it; and
    what somebody has to act on before the morning.
    """
    if letter in AT_ONCE:
        return now
    morning = next_waking(now)
    if letter in NIGHTLY and starts_at is not None:
        today = local(starts_at).date() == local(now).date()
        if today or starts_at < morning + BEFORE_START:
            return now
    return morning


def knock_again(failures: int) -> timedelta:
    """How long a sender that is down is left alone after so many failures in a row: 30 s, 1 min, 2, 4, 8, 10, 10 …"""
    return min(FIRST_KNOCK * 2 ** min(max(failures, 1) - 1, 10), LAST_KNOCK)


def call_due(
    letter: str, made: datetime, hours: Mapping[int, tuple[time, time]], good_until: datetime | None
) -> datetime:
    """By when the hub has rung: two of its working days, and never later than it makes sense.

    The time to answer an offer has not begun, so its end is no limit, except that a session begins.
    """
    by, end = answer_by(local(made), hours), call_good_until(letter, good_until)
    if end is None:
        return by
    return max(made, min(by, end - BEFORE_START if letter in OFFERS else end))


def call_good_until(letter: str, good_until: datetime | None) -> datetime | None:
    """Until when ringing makes sense. What ends only with the time to answer has no end before that has begun."""
    return None if letter in OPEN_ENDED else good_until


def check_outcome(letter: str, outcome: CallOutcome) -> None:
    """Raises NothingToAnswer when somebody notes a yes or no to what asks nothing."""
    if outcome in (CallOutcome.YES, CallOutcome.NO) and letter not in ASKING:
        raise NothingToAnswer
