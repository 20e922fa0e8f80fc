"""Invitations to speak for a partner: good for two weeks and for one person."""

from datetime import datetime, timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark

GOOD_FOR = timedelta(days=14)
MOST_OPEN = 10


class TooManyInvites(RuleBroken):
    """More open invitations than anybody remembers."""

    message = mark("There are %(most)s open invitations. Take one back before you make another.")

    def __init__(self) -> None:
        super().__init__(most=MOST_OPEN)


class InviteOver(RuleBroken):
    """It was used by somebody, taken back, or its time is over."""

    message = mark("This invitation is over: it was used already, or its two weeks have passed. Ask them for another.")


def good_until(now: datetime) -> datetime:
    """How long an invitation made now is good."""
    return now + GOOD_FOR


def check_room(open_now: int) -> None:
    """Raises TooManyInvites."""
    if open_now >= MOST_OPEN:
        raise TooManyInvites
