"""What the definitions of the further measures have in common. Pure."""

from participate.core.words import mark
from participate.insight.measures.definition import STARTED, Wording
from participate.insight.words import Grain

EVERY = (Grain.MONTH, Grain.QUARTER, Grain.YEAR)
# What stands at the end of a quarter is told once: the year ends with its fourth quarter, and a second figure of the
# same day is one more to subtract from.
AT_END = (Grain.QUARTER,)
HELD = mark("A session counts when its host has written down who came, and it was not called off.")
AT_THE_END = mark("It is a picture of the last day of a quarter. Do not add quarters up.")
AS_COUNTED = mark("We look once, ten days after the end. What changes after that counts next time.")
EACH_STEP = mark(
    "Each step counts in the month in which it happens, so that a month that is closed never changes. An idea of June "
    "may become a project in August. So do not divide one step by another."
)
NO_WARD = mark("Where we do not know the ward, it stands in a line of its own.")


def worded(words: str) -> tuple[Wording, ...]:
    """The first wording of a definition, which is already marked."""
    return (Wording(STARTED, words),)
