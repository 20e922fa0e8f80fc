"""What a project costs each who comes."""

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.spaces.rules import NotAPrice, pence_of


class NotACost(RuleBroken):
    """What was typed is no price, or more than we take."""

    message = mark("Write what it costs each in pounds, like 2 or 1.50. Leave it empty when it is free.")


def cost_of(typed: str) -> int:
    """ "2", "£1.50", "80p" as pence; empty and "free" are 0. Raises NotACost."""
    try:
        return pence_of(typed)
    except NotAPrice:
        raise NotACost from None
