"""Pledges: few at a time, answered once, given bit by bit, and each bit noted once."""

from datetime import date

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.organisations.words import PledgeStatus

MOST_OPEN = 40
MOST_UNITS = 100_000
_ANSWERED_BY_A_TEAM = ("need", "project")
_MOVES = {
    PledgeStatus.PLEDGED: {
        PledgeStatus.WELCOMED,
        PledgeStatus.NOT_NOW,
        PledgeStatus.TAKEN_BACK,
    },
    PledgeStatus.WELCOMED: {PledgeStatus.TAKEN_BACK},
}


class TooManyPledges(RuleBroken):
    """More open pledges than a partner can keep in mind."""

    message = mark("You have %(most)s open pledges. Give one of them, or take one back, before the next.")

    def __init__(self) -> None:
        super().__init__(most=MOST_OPEN)


class PledgeMoved(RuleBroken):
    """It stands elsewhere by now."""

    message = mark("Somebody has answered this already. Look at it again.")


class NotGivenYet(RuleBroken):
    """It waits for the team's yes, or was not wanted, or is taken back."""

    message = mark("First the team says “yes please”. Then you can note what you gave.")


class NotedMeanwhile(RuleBroken):
    """A colleague noted something since the page was opened: the same thing must not count twice."""

    message = mark("Somebody noted something a moment ago. Look at the number, then say again what you gave.")


class NotThatDay(RuleBroken):
    """It was given on a day to come, or long before the pledge."""

    message = mark("Choose a day between the day of the pledge and today.")


def subject_of(kind: str, number: int) -> str:
    """What a pledge is for: "need:9", "project:7", "mission:3"."""
    return f"{kind}:{number}"


def parts_of(subject: str) -> tuple[str, int]:
    """The kind and number of a subject; ("", 0) where it is for no one thing."""
    kind, _colon, number = subject.partition(":")
    return (kind, int(number)) if number.isascii() and number.isdecimal() else ("", 0)


def asks_a_team(subject: str) -> bool:
    """Whether a team says yes or not this time before anything is given."""
    return parts_of(subject)[0] in _ANSWERED_BY_A_TEAM


def check_room(open_now: int) -> None:
    """Raises TooManyPledges."""
    if open_now >= MOST_OPEN:
        raise TooManyPledges


def check_move(now: PledgeStatus, then: PledgeStatus) -> None:
    """Raises PledgeMoved."""
    if then not in _MOVES.get(now, set()):
        raise PledgeMoved


def check_giving(status: PledgeStatus, subject: str) -> None:
    """Whether some of it may be noted as given. Raises NotGivenYet."""
    waits = status is PledgeStatus.PLEDGED and asks_a_team(subject)
    if waits or status in (PledgeStatus.NOT_NOW, PledgeStatus.TAKEN_BACK):
        raise NotGivenYet


def check_day(day: date, pledged_on: date, today: date) -> None:
    """Raises NotThatDay."""
    if not pledged_on <= day <= today:
        raise NotThatDay


def status_after(status: PledgeStatus, amount: int, met: int) -> PledgeStatus:
    """Where it stands when `met` of `amount` are given."""
    return PledgeStatus.KEPT if met >= amount else status
