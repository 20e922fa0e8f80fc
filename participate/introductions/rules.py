"""Rules of being introduced. Pure."""

import re
from collections.abc import Collection
from datetime import datetime, time, timedelta

from participate.core.clock import local, moment_of
from participate.core.errors import RuleBroken
from participate.core.screening import Found, look
from participate.core.words import mark
from participate.introductions.words import IntroductionStatus

MOST_OPEN = 5
MINUTES = (15, 30, 60, 120)
DAYS_TO_ANSWER = 7
EVENING = time(20)  # London: when the asking ends
QUIET = timedelta(days=60)
KEPT_NOTES = timedelta(days=365)
KEPT = timedelta(days=730)
LONGEST_WORDS, LONGEST_NOTE = 200, 600
WAYS_ROUND = frozenset({Found.PHONE, Found.EMAIL, Found.POSTCODE, Found.ADDRESS})
MEETING = re.compile(r"(session|hub):[1-9]\d{0,9}")


class OneAtATime(RuleBroken):
    """She asked somebody and has no answer yet."""

    message = mark("We are still asking a neighbour for you. One at a time: you hear from us soon.")


class FiveOpen(RuleBroken):
    """She has five that wait or are open."""

    message = mark("You have five open introductions, and that is plenty. Say goodbye to one first.")


class NotJustNow(RuleBroken):
    """The other one has five. Nobody is told how many somebody has."""

    message = mark("We cannot ask them just now. Try once more in a week, or ask somebody else.")


class AskedBefore(RuleBroken):
    """Of each pair there is one introduction."""

    message = mark("We have asked about the two of you before. Nobody is asked twice.")


class NotAskedYet(RuleBroken):
    """Staff wrote her down, and she has not said that she may be introduced."""

    message = mark("They have not said yet that they may be introduced. Ask them at the hub first.")


class NotOpen(RuleBroken):
    """It is over, or has not begun."""

    message = mark("This introduction is not open.")


class TooLate(RuleBroken):
    """The time to answer is over."""

    message = mark("The time to answer is over. There will be other neighbours.")


class NoLinks(RuleBroken):
    """A link before they have met."""

    message = mark("Words only, please, until you have met: no links.")


class NoContacts(RuleBroken):
    """A number, an address or a postcode before they have met."""

    message = mark("Meet once first, then swap numbers. Until then this is a safe place to talk.")


class NoMoney(RuleBroken):
    """Bank details."""

    message = mark("Leave bank details out, always. Nobody here should ask you for money.")


class Herself(RuleBroken):
    """Nobody is introduced to herself."""

    message = mark("Choose two different people.")


class NoMinutes(RuleBroken):
    """Each ask says what it takes."""

    message = mark("Say how long it takes, in minutes.")


def check_ask(*, asking: bool, own_open: int, other_open: int) -> None:
    """Whether somebody may ask now. Raises OneAtATime, FiveOpen or NotJustNow."""
    if asking:
        raise OneAtATime
    if own_open >= MOST_OPEN:
        raise FiveOpen
    if other_open >= MOST_OPEN:
        raise NotJustNow


def check_minutes(minutes: int) -> None:
    """Raises NoMinutes."""
    if not 1 <= minutes <= 600:
        raise NoMinutes


def answer_until(now: datetime) -> datetime:
    """When the asking ends: in the evening, a week from now."""
    return moment_of(local(now).date() + timedelta(days=DAYS_TO_ANSWER), EVENING)


def is_over(status: IntroductionStatus, good_until: datetime, now: datetime) -> bool:
    """Whether the asking has run out, also before the house has noted it."""
    return status is IntroductionStatus.ASKED and good_until <= now


def shown_status(status: IntroductionStatus, good_until: datetime, now: datetime) -> IntroductionStatus:
    """What a page says. A no and no answer are the same until the asking ends, and the same afterwards."""
    return IntroductionStatus.NOT_THIS_TIME if is_over(status, good_until, now) else status


def check_answer(status: IntroductionStatus, good_until: datetime, now: datetime) -> None:
    """Whether a yes or a no still counts. Raises NotOpen or TooLate."""
    if status is not IntroductionStatus.ASKED:
        raise NotOpen
    if is_over(status, good_until, now):
        raise TooLate


def check_open(status: IntroductionStatus) -> None:
    """Raises NotOpen."""
    if status is not IntroductionStatus.OPEN:
        raise NotOpen


def check_note(words: str, *, met: bool) -> None:
    """What may be written: no bank details ever, and text only until they have met.

    Raises NoMoney, NoLinks or NoContacts.
    """
    seen = look(words)
    if Found.BANK in seen:
        raise NoMoney
    if met:
        return
    if seen & WAYS_ROUND:
        raise NoContacts
    if Found.LINK in seen:
        raise NoLinks


def free_slot(used: Collection[int]) -> int | None:
    """The lowest free of the five places, or None."""
    return next((place for place in range(1, MOST_OPEN + 1) if place not in used), None)


def read_meeting(place: str) -> tuple[str, int] | None:
    """("session", 12) of "session:12"; None for anything else."""
    if not MEETING.fullmatch(place):
        return None
    kind, _colon, number = place.partition(":")
    return kind, int(number)
