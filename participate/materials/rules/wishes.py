"""Wishes: what is needed for some days is looked for among what is lent; one keeper at a time is asked. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from participate.core import clock
from participate.core.errors import RuleBroken
from participate.core.waking import TO_ANSWER, after_waking
from participate.core.words import mark
from participate.materials.words import Deal

MOST_DAYS = 28
SOON = timedelta(days=3)  # before the first day: then there is less time to answer
SOON_TO_ANSWER = timedelta(hours=4)  # of waking time
ALIKE = 0.5  # a thing that is at least so much like the wish as the best one is good enough, and the nearest is asked


class WishDaysOver(RuleBroken):
    message = mark("These days are over. Choose days to come.")


class WishEndsFirst(RuleBroken):
    message = mark("The last day comes before the first. Please change one of them.")


class WishTooLong(RuleBroken):
    """`most`: days."""

    message = mark("Ask for at most %(most)s days. For longer, look for something to keep.")


class WishNeedsFirstDay(RuleBroken):
    message = mark("Say from which day you need it, too.")


class WishAnswered(RuleBroken):
    message = mark("Thank you. We have asked somebody else by now.")


class WishMet(RuleBroken):
    message = mark("Thank you. All of it has been found.")


class MoreThanWished(RuleBroken):
    """`missing`: how many are still missing."""

    message = mark("Only %(missing)s are still missing.")


@dataclass(frozen=True)
class Fit:
    """A thing that could meet a wish: how much alike its words are (more is better), how far it is (metres), how many
    are free.
    """

    material_id: int
    likeness: float
    far: int
    free: int


def check_days(first: date | None, last: date | None, today: date) -> tuple[date, date] | None:
    """The days of a wish, from what was written; one day alone is meant whole. None: no days.

    Raises WishNeedsFirstDay, WishEndsFirst, WishDaysOver or WishTooLong.
    """
    if first is None:
        if last is not None:
            raise WishNeedsFirstDay
        return None
    until = last or first
    if until < first:
        raise WishEndsFirst
    if first < today:
        raise WishDaysOver
    if (until - first).days + 1 > MOST_DAYS:
        raise WishTooLong(most=MOST_DAYS)
    return first, until


def is_sought(deal: Deal, *, missing: int, until: date | None, shown: bool, today: date) -> bool:
    """Whether keepers are to be asked: a wish with days to come that everybody sees and that lacks something."""
    return deal is Deal.WANT and shown and missing > 0 and until is not None and until >= today


def answer_by(now: datetime, first: date) -> datetime:
    """Until when a keeper may answer: twelve hours of the day, four when it is soon."""
    soon = clock.moment_of(first, time()) - now < SOON
    return after_waking(now, SOON_TO_ANSWER if soon else TO_ANSWER)


def in_order(fits: Sequence[Fit]) -> list[Fit]:
    """Whom to ask, in order: of those whose words are nearly as much alike as the best, the nearest first."""
    free = [fit for fit in fits if fit.free > 0]
    best = max((fit.likeness for fit in free), default=0.0)
    good = [fit for fit in free if fit.likeness >= ALIKE * best]
    return sorted(good, key=lambda fit: (fit.far, -fit.likeness, fit.material_id))


def check_answer(units: int, *, missing: int) -> None:
    """Raises WishMet or MoreThanWished."""
    if missing < 1:
        raise WishMet
    if units > missing:
        raise MoreThanWished(missing=missing)
