"""When a story can be told. Pure."""

from datetime import datetime

from participate.core.errors import RuleBroken
from participate.core.words import mark


class NotYet(RuleBroken):
    message = mark("It has not begun yet. Come back when it has happened.")


class DidNotHappen(RuleBroken):
    message = mark("It was cancelled, so there is nothing to tell.")


class NotThere(RuleBroken):
    message = mark("A story is told by those who were there.")


class AlreadyTold(RuleBroken):
    message = mark("You have told the story of this one already. You can change it.")


def check_session(starts_at: datetime, now: datetime, *, cancelled: bool) -> None:
    """A story is told of what has happened. Raises DidNotHappen or NotYet."""
    if cancelled:
        raise DidNotHappen
    if starts_at > now:
        raise NotYet
