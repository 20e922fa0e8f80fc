"""Who may have a space, when and for how long. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.spaces.rules.opening import Opening, is_open
from participate.spaces.words import MOVES, BookingMode, BookingStatus

LONGEST = timedelta(days=3)  # of any booking, its keeper's too; a longer time is a closed day
LONGEST_BUFFER = 240  # minutes before or after
LONGEST_REASON = 280
TOLD_AFTER = timedelta(hours=24)  # how long after its end a booking still shows where a home is


class CannotBook(RuleBroken):
    """A space cannot be had like this. Each kind below says why."""


class SpaceTaken(CannotBook):
    message = mark("Somebody else has it then. Choose another time.")


class DayTaken(SpaceTaken):
    """One day of several is taken."""

    message = mark("On %(day)s somebody else has it. Answer that day by itself first.")


class NotOpenThen(CannotBook):
    message = mark("It is not open then. Look at its hours.")


class TooShort(CannotBook):
    message = mark("That is too short. The shortest time here is %(time)s.")


class TooLong(CannotBook):
    message = mark("That is too long. The longest time here is %(time)s.")


class TooFarAhead(CannotBook):
    message = mark("That is too far away. It can be booked %(days)s days ahead.")


class InThePast(CannotBook):
    message = mark("That time has gone. Choose one that is still to come.")


class TooManyPeople(CannotBook):
    message = mark("There is room for %(most)s people.")


class RingInstead(CannotBook):
    message = mark("This one is booked by ringing or coming in. Ask at the hub.")


class ChooseAPart(CannotBook):
    message = mark("This is a site with parts. Choose one of its parts.")


class NotOffered(CannotBook):
    """It is hidden, has ended, or its people are gone."""

    message = mark("This is not offered any more. Choose another one.")


class AnsweredAlready(RuleBroken):
    """A booking does not wait for an answer any more, or is off already."""

    message = mark("This has been answered already. Look again at how it stands.")


class BookingOver(RuleBroken):
    message = mark("That time is over. What has been cannot change.")


class ReasonMissing(RuleBroken):
    message = mark("Say in a few words why. Whoever asked reads it.")


@dataclass(frozen=True)
class Slot:
    """From one moment to another, both aware."""

    starts_at: datetime
    ends_at: datetime

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds()) // 60

    def clashes(self, other: "Slot") -> bool:
        """Whether both share a moment. Those that touch do not."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at

    def held(self, before: int, after: int) -> "Slot":
        """The time with so many minutes before and after."""
        return Slot(self.starts_at - timedelta(minutes=before), self.ends_at + timedelta(minutes=after))


@dataclass(frozen=True)
class What:
    """What a space is for, as its keeper reads it; `subject` is "session:12", "project:7" or ""."""

    label: str
    heads: int = 1
    note: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Terms:
    """What a space says about being booked. Minutes, people, days; the lines are the lengths in words."""

    capacity: int = 1
    mode: BookingMode = BookingMode.ASK
    before: int = 0
    after: int = 0
    least_minutes: int = 30
    most_minutes: int = 480
    ahead_days: int = 183
    parts: bool = False
    offered: bool = True
    opening: Opening = field(default_factory=Opening)
    least_line: str = ""
    most_line: str = ""


def check(slot: Slot, heads: int, terms: Terms, now: datetime, *, as_keeper: bool = False, begun: bool = False) -> None:
    """Whether a space can be asked for at all; whether it is taken is another question.

    Its keeper is bound by neither its hours nor its lengths; one that has `begun` keeps its beginning. Raises
    ChooseAPart, InThePast, TooShort, TooLong, TooManyPeople; and but for its keeper NotOffered, RingInstead,
    TooFarAhead, NotOpenThen.
    """
    if terms.parts:
        raise ChooseAPart
    if slot.starts_at < now and not begun:
        raise InThePast
    _check_length(slot, terms, as_keeper=as_keeper)
    if heads > terms.capacity:
        raise TooManyPeople(most=terms.capacity)
    if not as_keeper:
        _check_asker(slot, terms, now)


def _check_length(slot: Slot, terms: Terms, *, as_keeper: bool) -> None:
    """No booking ends before it starts, nor lasts for weeks."""
    least, most = timedelta(minutes=terms.least_minutes), timedelta(minutes=terms.most_minutes)
    if as_keeper:
        least, most = timedelta(minutes=1), LONGEST
    if slot.ends_at - slot.starts_at < least:
        raise TooShort(time=terms.least_line)
    if slot.ends_at - slot.starts_at > min(most, LONGEST):
        raise TooLong(time=terms.most_line)


def _check_asker(slot: Slot, terms: Terms, now: datetime) -> None:
    if not terms.offered:
        raise NotOffered
    if terms.mode is BookingMode.RING:
        raise RingInstead
    if slot.starts_at > now + timedelta(days=terms.ahead_days):
        raise TooFarAhead(days=terms.ahead_days)
    if not is_open(terms.opening, slot.starts_at, slot.ends_at):
        raise NotOpenThen


def status_of_new(mode: BookingMode, *, as_keeper: bool) -> BookingStatus:
    """Whether a new booking is agreed at once or asked for."""
    return BookingStatus.AGREED if as_keeper or mode is BookingMode.INSTANT else BookingStatus.ASKED


def check_move(now_stands: BookingStatus, wanted: BookingStatus) -> None:
    """Raises AnsweredAlready where a booking may not go from the one to the other."""
    if wanted not in MOVES[now_stands]:
        raise AnsweredAlready


def check_not_over(ends_at: datetime, now: datetime) -> None:
    """Raises BookingOver."""
    if ends_at <= now:
        raise BookingOver


def first_clash(slot: Slot, taken: Iterable[Slot]) -> Slot | None:
    """The first of `taken` that shares a moment with `slot`; or None."""
    return next((other for other in taken if slot.clashes(other)), None)


def is_told_where(ends_at: datetime, now: datetime) -> bool:
    """Whether somebody whose booking is agreed still sees where a home is: until a day after its end."""
    return now <= ends_at + TOLD_AFTER
