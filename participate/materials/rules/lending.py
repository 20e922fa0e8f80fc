"""Lending: what may be asked, on which days, and where a loan may go from where it stands. Pure.

Days are London days. Whoever has a thing from the 6th for 7 days brings it back on the 12th at the latest.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.materials.words import LOAN_MOVES, LoanStatus

DAY = timedelta(days=1)
MOST_DAYS = 90
AHEAD = 180 * DAY  # how far ahead something may be asked for
LATE_COUNTS = 7 * DAY  # what is late is not reckoned with for so long
COLLECT_WITHIN = 2 * DAY  # after the first day; then it goes to the next
ANSWER_WITHIN = 14 * DAY  # an asking that nobody answered is over then


class NotLent(RuleBroken):
    message = mark("This is not lent at the moment.")


class OwnThing(RuleBroken):
    message = mark("You look after this yourself. You need not ask.")


class TooManyUnits(RuleBroken):
    """More than there are. `units`: how many there are."""

    message = mark("There are only %(units)s of them.")


class TooManyDays(RuleBroken):
    """`days`: the most."""

    message = mark("It is lent for 1 to %(days)s days at a time.")


class DayOver(RuleBroken):
    message = mark("That day is over. Choose today or a later day.")


class TooFarAhead(RuleBroken):
    message = mark("That is more than half a year ahead. Please ask nearer the time.")


class NotFree(RuleBroken):
    """Not enough units on those days. `free`: how many there are."""

    message = mark("Not enough are free on those days: only %(free)s. Somebody else has them.")


class NotHere(RuleBroken):
    message = mark("It is not back yet, so it cannot be handed out. Take it back first.")


class NotShownHow(RuleBroken):
    message = mark("This needs care. Show how to use it first, and tick that you did.")


class TurnOver(RuleBroken):
    message = mark("The time to answer is over, and it went to the next. You can ask again.")


class MovedOn(RuleBroken):
    message = mark("This has changed meanwhile. Look at the page again.")


class HasItAlready(RuleBroken):
    message = mark("There is a loan of this for the same purpose already.")


class PromisedAlready(RuleBroken):
    """`units`: how many are promised or out."""

    message = mark("%(units)s of them are promised or out. Write at least as many.")


class StillOut(RuleBroken):
    message = mark("It is in somebody’s hands. Take it back first.")


class NeedsPoints(RuleBroken):
    """`points`: what it costs."""

    message = mark("This kit costs %(points)s kit points. Ask the hub for points for your street or project.")


class AskAtTheHub(RuleBroken):
    message = mark("Please speak to the people at the hub first.")


class SomebodyWaits(RuleBroken):
    message = mark("Somebody waits for it, so it cannot stay longer. Please bring it back on the day.")


@dataclass(frozen=True)
class Asked:
    """What somebody would like to borrow.

    `from_day` None: as soon as it is free. `subject`: "session:12" or "project:7" when it is for that; of a session
    the days are fixed. `budget_id`: whose kit points it costs.
    """

    units: int = 1
    from_day: date | None = None
    days: int = 7
    words: str = ""
    subject: str = ""
    budget_id: int | None = None


def check_asked(asked: Asked, *, how_many: int, loan_days: int, today: date) -> None:
    """Raises TooManyUnits, TooManyDays, DayOver, TooFarAhead."""
    if not 1 <= asked.units <= how_many:
        raise TooManyUnits(units=how_many)
    if not 1 <= asked.days <= loan_days:
        raise TooManyDays(days=loan_days)
    if asked.from_day is not None and asked.from_day < today:
        raise DayOver
    if asked.from_day is not None and asked.from_day > today + AHEAD:
        raise TooFarAhead


def check_window(first: date, last: date, *, today: date) -> None:
    """The days of a loan that a keeper makes herself. Raises DayOver, TooFarAhead, TooManyDays."""
    if first < today:
        raise DayOver
    if first > today + AHEAD:
        raise TooFarAhead
    if not first <= last < first + MOST_DAYS * DAY:
        raise TooManyDays(days=MOST_DAYS)


def check_move(now: LoanStatus, then: LoanStatus) -> None:
    """Raises MovedOn where a loan cannot go from `now` to `then`."""
    if then not in LOAN_MOVES[now]:
        raise MovedOn


def last_of(first: date, days: int) -> date:
    """The day on which what is lent from `first` is due."""
    return first + (days - 1) * DAY


def days_between(first: date, last: date) -> list[date]:
    """Every day from `first` to `last`, both with."""
    return [first + number * DAY for number in range((last - first).days + 1)]


def gone_on(first: date, *, lost: int, late: int, today: date) -> int:
    """How many units nobody can count on for a loan that begins on `first`."""
    return lost + (late if first <= today + LATE_COUNTS else 0)


def free_run(free: Mapping[date, int], first: date, days: int, units: int) -> int:
    """For how many days in a row, up to `days`, so many units are free from `first` on."""
    run = 0
    while run < days and free.get(first + run * DAY, 0) >= units:
        run += 1
    return run


def first_free(free: Mapping[date, int], days: int, units: int) -> date | None:
    """The first day of `free` from which so many units are free for all of the days; None where there is none."""
    return next((day for day in sorted(free) if free_run(free, day, days, units) == days), None)


def collect_by(from_day: date, due_on: date) -> date:
    """The last day on which a promised thing may be collected. After it, it goes to the next."""
    return min(from_day + COLLECT_WITHIN, due_on)


def asked_until(from_day: date | None, made_on: date) -> date:
    """The last day on which a keeper may answer: before the wished day begins, or a fortnight after the asking."""
    return made_on + ANSWER_WITHIN if from_day is None or from_day == made_on else from_day
