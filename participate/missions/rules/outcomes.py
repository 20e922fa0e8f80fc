"""What a partner reports: within the mission's days, not of days to come, and no day twice."""

from collections.abc import Iterable
from datetime import date

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.missions.words import MissionMeasure

MOST = 10_000_000


class NotThisKind(RuleBroken):
    """This mission counts sessions or things by itself."""

    message = mark("This mission is counted by the house. Partners report only where the goal is theirs to count.")


class OutsideDays(RuleBroken):
    """Days that are not the mission's, or are still to come."""

    message = mark("Choose days within the mission, up to today.")


class CountedTwice(RuleBroken):
    """The partner reported some of these days already: a person must not count twice."""

    message = mark("You reported some of these days already. Take that report back first, or choose other days.")


def check_kind(measure: MissionMeasure) -> None:
    """Raises NotThisKind."""
    if measure is not MissionMeasure.OUTCOME:
        raise NotThisKind


def check_days(first: date, last: date, *, mission: tuple[date, date], today: date) -> None:
    """Raises OutsideDays."""
    if not mission[0] <= first <= last <= min(mission[1], today):
        raise OutsideDays


def check_once(first: date, last: date, before: Iterable[tuple[date, date]]) -> None:
    """Raises CountedTwice."""
    if any(first <= ended and began <= last for began, ended in before):
        raise CountedTwice
