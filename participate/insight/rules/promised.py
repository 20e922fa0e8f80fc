"""Rules of commitments and budgets: for which periods, how a commitment stands, what an hour cost. Pure."""

from collections.abc import Collection
from datetime import date

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.funds.rules.money import pence_of
from participate.insight.disclosure.table import ROUNDED_TO, Safe
from participate.insight.periods import Period, of_day
from participate.insight.words import Grain, Shown, Standing

AHEAD = 8  # quarters for which something can be promised
BEHIND = 8  # quarters, before the running one, for which money can be typed in
YEARS = 3
MOST_TARGET = 1_000_000
MOST_POUNDS = 20_000_000  # in pence still a number that a column of whole numbers holds
MOST_STORIES = 3


class NotRound(RuleBroken):
    message = mark("Choose a number in fives, like 250: our figures are rounded to fives too.")


class OnlyYears(RuleBroken):
    message = mark("This is counted only for a whole year. Choose a year.")


class OnlyQuarters(RuleBroken):
    message = mark("This is counted only for quarters. Choose a quarter.")


class IsFrozen(RuleBroken):
    message = mark("Its time has begun. It can be changed only with a reason, and both numbers stay in sight.")


class WasReplaced(RuleBroken):
    message = mark("Somebody changed this a moment ago. Look at the newest one.")


class NoPlaceLeft(RuleBroken):
    message = mark("Three stories are chosen already. Take one back first.")


class NobodyToAsk(RuleBroken):
    message = mark("The neighbour who told this has left. We cannot ask them, so we cannot print it.")


class Asked(RuleBroken):
    message = mark("The neighbour was asked already.")


class SaidNo(RuleBroken):
    message = mark("They said not this time. We do not ask again for this quarter.")


def periods_ahead(today: date) -> list[Period]:
    """For which a commitment can be made: this quarter and the next, this year and the next."""
    quarter, year = of_day(today, Grain.QUARTER), of_day(today, Grain.YEAR)
    return [*(quarter.before(-step) for step in range(AHEAD)), *(year.before(-step) for step in range(YEARS))]


def periods_with_costs(today: date) -> list[Period]:
    """For which money can be typed in: newest first."""
    quarter, year = of_day(today, Grain.QUARTER), of_day(today, Grain.YEAR)
    return [*(quarter.before(step) for step in range(BEHIND + 1)), *(year.before(step) for step in range(YEARS))]


def check_target(target: int) -> None:
    """Raises NotRound."""
    if target % ROUNDED_TO:
        raise NotRound


def check_counted(grains: Collection[Grain], period: Period) -> None:
    """A promise of what no figure will ever be told of would stand open for good. Raises OnlyYears or OnlyQuarters."""
    if period.grain not in grains:
        raise OnlyYears if Grain.YEAR in grains else OnlyQuarters


def check_reason(period: Period, today: date, reason: str) -> None:
    """Once its period has begun, a commitment changes only with a reason. Raises IsFrozen."""
    if period.first <= today and not reason:
        raise IsFrozen


def standing_of(target: int, found: Safe | None) -> Standing:
    """How a commitment stands by what was published; None: nothing yet. A result that is too small is untold."""
    if found is None:
        return Standing.OPEN
    if found.shown is Shown.NONE:
        return Standing.MISSED
    if found.value is None:
        return Standing.UNTOLD
    return Standing.REACHED if found.value >= target else Standing.MISSED


def budget_of(typed: str) -> int:
    """ "12,500", "£99.50" as pence. Raises NotMoney or TooMuchMoney."""
    return pence_of(typed, MOST_POUNDS)


def pence_an_hour(pence: int, hours: Safe | None) -> int | None:
    """What an hour of taking part cost, by the published (rounded) hours; None where they are not shown, or none."""
    if hours is None or not hours.value:
        return None
    return round(pence / hours.value)


def free_place(taken: set[int]) -> int:
    """The first of the three places that is free. Raises NoPlaceLeft."""
    free = [place for place in range(1, MOST_STORIES + 1) if place not in taken]
    if not free:
        raise NoPlaceLeft
    return free[0]
