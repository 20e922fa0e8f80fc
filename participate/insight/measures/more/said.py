"""What the definitions of the further measures have in common. Pure."""

from participate.core.words import mark
from participate.insight.measures.definition import STARTED, Wording
from participate.insight.words import Grain

EVERY = (Grain.MONTH, Grain.QUARTER, Grain.YEAR)
HELD = mark("A session counts when its host has written down who came, and it was not called off.")
AT_THE_END = mark("It is a picture of the last day. Do not add months or quarters up.")
AS_COUNTED = mark("We look once, ten days after the month is over. What changes after that counts next time.")
EACH_STEP = mark(
    "Each step counts in the month in which it happens, so that a month that is closed never changes. An idea of June "
    "may become a project in August. So do not divide one step by another."
)
NO_WARD = mark("Where we do not know the ward, it stands in a line of its own.")


def worded(words: str) -> tuple[Wording, ...]:
    """The first wording of a definition, which is already marked."""
    return (Wording(STARTED, words),)
