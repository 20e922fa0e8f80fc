"""Needs: one line each, few of them."""

from collections.abc import Mapping
from datetime import timedelta

from participate.core.errors import RuleBroken
from participate.core.text import clean_line
from participate.core.words import mark
from participate.projects.words import NeedKind, NeedStatus

MOST_OPEN = 12
LONGEST = 200
QUICK = 20  # minutes of a task that is done anywhere
TAKEN_FOR = timedelta(days=14)  # then a quick task is offered again


class TooManyNeeds(RuleBroken):
    """More open needs than a neighbour reads."""

    message = mark("At most %(most)s open needs at a time: neighbours read short lists.")

    def __init__(self) -> None:
        super().__init__(most=MOST_OPEN)


class NeedTooLong(RuleBroken):
    """One line is too long."""

    message = mark("One of the lines is too long. Write at most %(longest)s letters a line.")

    def __init__(self) -> None:
        super().__init__(longest=LONGEST)


class NeedMet(RuleBroken):
    """It is met already, perhaps a moment ago by somebody else of the team."""

    message = mark("This is met already.")


class NeedOpen(RuleBroken):
    """It is open already."""

    message = mark("This is open already.")


class NotQuick(RuleBroken):
    """A quick task is one that a person does in 20 minutes."""

    message = mark("A small task is for a person and takes 20 minutes or less. Otherwise leave the tick out.")


def lines_of(typed: str) -> list[str]:
    """The needs in several lines of text: one a line, blank ones left out. Raises NeedTooLong."""
    lines = [clean_line(line).lstrip("-•*– ") for line in typed.split("\n")]
    lines = [line for line in lines if line]
    if any(len(line) > LONGEST for line in lines):
        raise NeedTooLong
    return list(dict.fromkeys(lines))


def check_room(open_now: int, more: int = 1) -> None:
    """Whether so many more needs may be open. Raises TooManyNeeds."""
    if open_now + more > MOST_OPEN:
        raise TooManyNeeds


def needs_typed(typed: Mapping[NeedKind, str]) -> list[tuple[NeedKind, str]]:
    """All needs of a form with one box of lines a kind. Raises NeedTooLong or TooManyNeeds."""
    needs = [(kind, line) for kind, text in typed.items() for line in lines_of(text)]
    check_room(0, len(needs))
    return needs


def check_quick(kind: NeedKind, minutes: int | None, *, quick: bool) -> None:
    """Raises NotQuick."""
    if quick and (kind is not NeedKind.PERSON or (minutes or 0) > QUICK):
        raise NotQuick


def check_meet(status: NeedStatus) -> None:
    """Raises NeedMet."""
    if status is NeedStatus.MET:
        raise NeedMet


def check_reopen(status: NeedStatus, open_now: int) -> None:
    """Raises NeedOpen or TooManyNeeds."""
    if status is NeedStatus.OPEN:
        raise NeedOpen
    check_room(open_now)
