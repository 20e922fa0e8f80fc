"""Somebody was signed up twice, as two people: her second seat is free; and back, if they were two after all."""

from typing import Any

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.sessions.service.seats import give_back, hold, take
from participate.sessions.service.waiting import fill
from participate.sessions.words import HOLDS_SEAT, SignUpStatus


class SeatGone(RuleBroken):
    """The seat that was free has been taken by somebody else."""

    message = mark("Their second seat at a session has gone to somebody else since. Please make room there first.")


def free_double_seats(sign_ups: list[dict[str, Any]]) -> None:
    """The seats of these sign-ups, which were taken out, are free for the next."""
    for row in _seated(sign_ups):
        session = hold(row["session_id"])
        give_back(session, row["heads"])
        fill(session)


def take_seats_again(sign_ups: list[dict[str, Any]]) -> None:
    """These sign-ups are there again and hold their seats. Raises SeatGone."""
    for row in _seated(sign_ups):
        if not take(hold(row["session_id"]), row["heads"], to_the_limit=True):
            raise SeatGone


def _seated(sign_ups: list[dict[str, Any]]) -> list[dict[str, Any]]:
    seated = [row for row in sign_ups if SignUpStatus(row["status"]) in HOLDS_SEAT]
    return sorted(seated, key=lambda row: row["session_id"])
