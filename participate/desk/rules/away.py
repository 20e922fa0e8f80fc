"""Who is away and who covers. Pure."""

from datetime import date, timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark

LONGEST = timedelta(days=366)


class DaysWrongWay(RuleBroken):
    message = mark("The last day comes before the first. Please look again.")


class OverAlready(RuleBroken):
    message = mark("That is over already. Choose a last day from today on.")


class TooLong(RuleBroken):
    message = mark("A year at most. Ask an admin to end the role instead.")


class CoversHerself(RuleBroken):
    message = mark("Choose somebody else to cover, or nobody.")


class NotAColleague(RuleBroken):
    message = mark("Choose somebody who works at this hub.")


def check_away(person_id: int, cover_id: int | None, first: date, last: date, today: date) -> None:
    """Whether somebody may be away so. Raises a RuleBroken of this module."""
    if last < first:
        raise DaysWrongWay
    if last < today:
        raise OverAlready
    if last - first > LONGEST:
        raise TooLong
    if cover_id == person_id:
        raise CoversHerself
