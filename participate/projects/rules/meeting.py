"""Hosts of the same recipe meet: both have said yes, and the hub brings them together."""

from participate.core.errors import RuleBroken
from participate.core.words import mark


class SayYesFirst(RuleBroken):
    """She asks to meet others and has not said that she may be met."""

    message = mark("Say first that other hosts may meet you. Then they see your first name too.")


class NotToBeMet(RuleBroken):
    """The other took the yes back, left the team, or does something else."""

    message = mark("This host cannot be met at the moment.")


class NobodyAtTheHub(RuleBroken):
    """There is nobody to bring them together."""

    message = mark("Nobody at the hub can do this just now. Come in and ask.")


def check_may_meet(*, i_said_yes: bool, other_shown: bool) -> None:
    """Raises SayYesFirst or NotToBeMet."""
    if not i_said_yes:
        raise SayYesFirst
    if not other_shown:
        raise NotToBeMet
