"""Who has a report in hand, and whom a decision may concern. Pure."""

from datetime import datetime, timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark

IN_HAND = timedelta(minutes=20)
REMOVED_AFTER = timedelta(days=14)


class InHand(RuleBroken):
    """A colleague is at it."""

    message = mark("A colleague has this in hand just now. Look again in a few minutes.")


class NobodyKnown(RuleBroken):
    """A warning needs somebody to be warned."""

    message = mark("We do not know who wrote this, or several people did. Hide it instead.")


class Colleague(RuleBroken):
    """Staff decide about neighbours; an admin about staff; nobody about an admin."""

    message = mark("This was written by a colleague. Ask an admin.")


def is_in_hand(claimed_by: int | None, until: datetime | None, actor_id: int, now: datetime) -> bool:
    """Whether somebody else has it."""
    return claimed_by is not None and claimed_by != actor_id and until is not None and until > now


def check_measure(author_id: int | None, *, of_staff: bool, of_admin: bool, by_admin: bool) -> None:
    """Whether somebody may be warned or suspended. Raises NobodyKnown or Colleague."""
    if author_id is None:
        raise NobodyKnown
    if of_admin or (of_staff and not by_admin):
        raise Colleague
