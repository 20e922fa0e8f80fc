"""The room of a session: for how many it is booked, why it is refused, and who may know where a home is. Pure."""

from datetime import datetime

from participate.core.errors import RuleBroken
from participate.sessions.words import SignUpStatus
from participate.spaces.rules import is_told_where

# Who has said yes and has a seat. Whoever is asked whether she wants one knows where it is when she has said yes.
COMES = (SignUpStatus.GOING, SignUpStatus.LIKELY)


class RoomRefused(RuleBroken):
    """Why a room cannot be had for one of several sessions: the one with the number `number`, from 0, that starts
    `at`. In the words of the rule of the spaces, which is `broken`."""

    def __init__(self, number: int, at: datetime, broken: RuleBroken) -> None:
        super().__init__(**broken.facts)
        self.message, self.number, self.at, self.broken = broken.message, number, at, broken


def heads_of(capacity: int | None, places: int | None, taken: int) -> int:
    """For how many a room is booked: as many as fit or may sign up; where nobody counts, those who said they come."""
    return max(1, taken, capacity or places or 0)


def fitted(number: int | None, most: int) -> int | None:
    """A room limit, or how many may sign up, in a room for `most`; None: nobody counts."""
    return None if number is None else min(number, most)


def may_know_home(
    *, agreed: bool, on_team: bool, sign_up: SignUpStatus | None, ends_at: datetime, now: datetime
) -> bool:
    """Whether somebody is told where a home is (G-03): its keeper has said yes to this session, she comes to it
    or is on its team, and it is not over for more than a day.
    """
    return agreed and (on_team or sign_up in COMES) and is_told_where(ends_at, now)
