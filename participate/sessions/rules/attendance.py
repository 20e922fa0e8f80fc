"""When people are counted, what a count may say, and who is there for the first time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from participate.core.clock import local, moment_of
from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.sessions.words import AgeBand, SessionStatus

BEFORE = timedelta(hours=2)  # from when people are counted, before the start
AFTER = timedelta(days=14)  # until when, after the end
GRACE = timedelta(days=10)  # after the end of a month, to write down who came: then its figures are made, once for all
MOST_OF_BAND = 20  # children of one age band whom one person brings
MOST_AT_ONCE = 200  # people written down in one go
LONGEST_MINUTES = 24 * 60
ASKED_AFTER = 3  # attendances, until somebody is asked who she is, once
NAMES_KEPT = timedelta(days=30)
LETTERS_AT = time(9)  # London, the day after
LETTERS_LATE = timedelta(days=3)  # how long after they were due letters still go


class CountNotOpen(RuleBroken):
    message = mark("It is too early to count. Counting starts two hours before people meet.")


class CountOver(RuleBroken):
    message = mark("This was more than two weeks ago. The count stays as it is.")


class CountOfCancelled(RuleBroken):
    message = mark("This session was cancelled, so there is nobody to count.")


class CountClosed(RuleBroken):
    message = mark("The count is closed. Open it again to change it.")


class CountStillOpen(RuleBroken):
    message = mark("The count is open already.")


class CountInFigures(RuleBroken):
    """Counted anew it would be in the figures of two months."""

    message = mark("The figures of that month are made, and this count is in them. It stays as it is.")


class CountTooEarlyToClose(RuleBroken):
    message = mark("It has not begun yet. Close the count when people have gone home.")


class CountChanged(RuleBroken):
    message = mark("Somebody counted while you were typing. Look it over once more: what is counted is marked.")


class BadNumber(RuleBroken):
    message = mark("Write a whole number from %(least)s to %(most)s.")


@dataclass(frozen=True)
class Bands:
    """Heads of each age band: of a room, or of what one person brings."""

    adult: int = 0
    teenager: int = 0
    child: int = 0
    toddler: int = 0
    baby: int = 0

    @property
    def total(self) -> int:
        return sum(self.pairs().values())

    def pairs(self) -> dict[AgeBand, int]:
        """Age band → heads, oldest first, empty ones too."""
        return {band: getattr(self, band.value) for band in AgeBand}


CHILD_BANDS = tuple(band for band in AgeBand if band is not AgeBand.ADULT)


def bands_of(counted: Mapping[AgeBand, int]) -> Bands:
    """A room from heads by band."""
    return Bands(**{band.value: number for band, number in counted.items()})


def check_countable(status: SessionStatus, starts_at: datetime, ends_at: datetime, now: datetime) -> None:
    """Whether people can be counted now. Raises CountOfCancelled, CountNotOpen or CountOver."""
    if status is SessionStatus.CANCELLED:
        raise CountOfCancelled
    if now < starts_at - BEFORE:
        raise CountNotOpen
    if now > ends_at + AFTER:
        raise CountOver


def check_not_closed(counted_at: datetime | None) -> None:
    """Raises CountClosed."""
    if counted_at is not None:
        raise CountClosed


def check_reopening(starts_at: datetime, counted_at: datetime, now: datetime) -> None:
    """Whether a count may be opened again: until the month closes that it counts in. Raises CountInFigures."""
    counts = local(max(starts_at, counted_at - GRACE)).date()
    after = (counts.replace(day=1) + timedelta(days=31)).replace(day=1)
    if now >= moment_of(after, time()) + GRACE:
        raise CountInFigures


def check_closing(starts_at: datetime, now: datetime, minutes: int) -> None:
    """Whether the count may be closed, with the length that it really had. Raises CountTooEarlyToClose, BadNumber."""
    if now < starts_at:
        raise CountTooEarlyToClose
    check_number(minutes, 1, LONGEST_MINUTES)


def check_children(children: Bands) -> None:
    """What one person brings. Raises BadNumber."""
    for band in CHILD_BANDS:
        check_number(children.pairs()[band], 0, MOST_OF_BAND)


def check_number(number: int, least: int, most: int) -> None:
    """Raises BadNumber."""
    if not least <= number <= most:
        raise BadNumber(least=least, most=most)


def is_over_limit(heads: int, capacity: int | None) -> bool:
    """Whether more are in the room than it holds. Nobody is refused: they are there."""
    return capacity is not None and heads > capacity


def to_ask(attended: Mapping[int, int]) -> list[int]:
    """The people, of (person → attendances), who have come often enough to be asked who they are."""
    return sorted(person_id for person_id, times in attended.items() if times >= ASKED_AFTER)


def letters_due(ended_at: datetime, counted_at: datetime | None) -> datetime:
    """When the letters of the day after go: 9am in London on the day after it ended, or after it was counted."""
    last = max(ended_at, counted_at or ended_at)
    return moment_of(local(last).date() + timedelta(days=1), LETTERS_AT)
