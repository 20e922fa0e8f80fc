"""Who has a waiting thing in hand, and how long a press can be taken back. Pure."""

from datetime import timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark

HELD_FOR = timedelta(hours=1)
TAKE_BACK = timedelta(minutes=10)
MOST_AT_ONCE = 50


class InOtherHands(RuleBroken):
    """A colleague was quicker."""

    message = mark("A colleague has this in hand already.")


class NothingTicked(RuleBroken):
    message = mark("Tick one thing or more first.")


class WrongKinds(RuleBroken):
    """The press fits none of what was ticked."""

    message = mark("That cannot be done to what you ticked. Open each by itself.")


class TooManyTicked(RuleBroken):
    message = mark("At most 50 at once.")


class TooLateToUndo(RuleBroken):
    message = mark("The ten minutes are over, so it has happened. You can still change each thing by itself.")
