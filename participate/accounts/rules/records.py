"""What staff may note about a host: that they saw something, when, and until when it holds. Facts only. Pure."""

from datetime import date, timedelta

from participate.accounts.words import RecordKind
from participate.core.errors import RuleBroken
from participate.core.words import mark

SOON = timedelta(days=30)
LONGEST = timedelta(days=10 * 366)
# For how long it usually holds, in days; the others hold until somebody says otherwise.
USUAL = {
    RecordKind.FOOD_HYGIENE: 3 * 365, RecordKind.FIRST_AID: 3 * 365, RecordKind.DBS_BASIC: 3 * 365,
    RecordKind.DBS_ENHANCED: 3 * 365, RecordKind.INSURANCE: 365,
}  # fmt: skip


class SeenTomorrow(RuleBroken):
    message = mark("You cannot have seen it yet: that day is to come.")


class EndsFirst(RuleBroken):
    message = mark("It cannot run out before you saw it.")


class TooFar(RuleBroken):
    message = mark("That is more than ten years away. Please look at the year again.")


class OwnRecord(RuleBroken):
    message = mark("A colleague notes what was seen of you.")


def check_days(seen_on: date, expires_on: date | None, today: date) -> None:
    """Raises SeenTomorrow, EndsFirst or TooFar."""
    if seen_on > today:
        raise SeenTomorrow
    if expires_on is not None and expires_on <= seen_on:
        raise EndsFirst
    if today - seen_on > LONGEST or (expires_on is not None and expires_on - today > LONGEST):
        raise TooFar


def usual_end(kind: RecordKind, seen_on: date) -> date | None:
    """Until when such a thing usually holds; None where it does not run out."""
    days = USUAL.get(kind)
    return seen_on + timedelta(days=days) if days is not None else None


def state_of(expires_on: date | None, today: date) -> str:
    """ "holds", "soon" (within a month) or "over"."""
    if expires_on is None or expires_on > today + SOON:
        return "holds"
    return "soon" if expires_on >= today else "over"
