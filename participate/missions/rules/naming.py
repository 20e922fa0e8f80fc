"""A mission's number and days."""

from datetime import date, timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark

LEAST_TARGET, MOST_TARGET, STEP = 10, 1_000_000, 5
LONGEST = timedelta(days=3 * 366)
COUNCIL = "council"


class NotRound(RuleBroken):
    """Progress is shown in steps of five, so a goal between two steps would never be seen to be reached."""

    message = mark("Choose a round number: 10, 15, 20 and so on, in steps of 5.")


class EndsBefore(RuleBroken):
    """It ends before it begins."""

    message = mark("The last day is before the first. Look at the two again.")


class TooLong(RuleBroken):
    """Longer than anybody keeps a goal in mind."""

    message = mark("A mission runs for three years at most.")


class IsOver(RuleBroken):
    """Its last day is past."""

    message = mark("This mission is over. What it did and what was learnt stay here.")


class CountStays(RuleBroken):
    """What is counted stays as it is once people work towards it."""

    message = mark(
        "Projects work towards this already, so what is counted stays. You can change the words and the days."
    )


def check_target(target: int) -> None:
    """Raises NotRound."""
    if target < LEAST_TARGET or target % STEP:
        raise NotRound


def check_days(first: date, last: date) -> None:
    """Raises EndsBefore or TooLong."""
    if last < first:
        raise EndsBefore
    if last - first > LONGEST:
        raise TooLong


def check_open(last_day: date, today: date) -> None:
    """Raises IsOver."""
    if last_day < today:
        raise IsOver
