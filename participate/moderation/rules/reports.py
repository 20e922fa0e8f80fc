"""Rules of reporting and deciding. Pure."""

from collections.abc import Collection

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.moderation.words import Choice


class OwnThing(RuleBroken):
    """Nobody decides about a thing of her own."""

    message = mark("This is yours. A colleague has to decide.")


class SecondLook(RuleBroken):
    """Who decided before does not decide again when the author asks."""

    message = mark("You decided this before, and its author asks again. A colleague looks at it this time.")


class AlreadyDecided(RuleBroken):
    """Somebody was quicker."""

    message = mark("A colleague has decided this already.")


class NotHidden(RuleBroken):
    """Only what is hidden can be shown again, or asked about."""

    message = mark("This is not hidden. Everybody can see it.")


class AskedAlready(RuleBroken):
    """One question at a time."""

    message = mark("You have asked already. You get an answer within two working days.")


def check_choice(choice: Choice, *, waiting: bool, hidden: bool, saw_waiting: bool = False) -> None:
    """Whether a choice fits: keeping answers what waits, showing needs something hidden, and every other choice
    something that waits or is to be seen. `saw_waiting`: it waited on the page on which this was chosen, so that one
    decision answers it. Raises AlreadyDecided or NotHidden.
    """
    if saw_waiting and not waiting:
        raise AlreadyDecided
    if choice is Choice.SHOW and not hidden:
        raise NotHidden
    if choice is Choice.KEEP and not waiting:
        raise AlreadyDecided
    if choice not in (Choice.KEEP, Choice.SHOW) and not waiting and hidden:
        raise AlreadyDecided


def check_decider(
    actor_id: int, authors: Collection[int], *, asked_again: bool, decided_before: Collection[int | None]
) -> None:
    """Whether this member of staff may decide. Raises OwnThing or SecondLook."""
    if actor_id in authors:
        raise OwnThing
    if asked_again and actor_id in decided_before:
        raise SecondLook


def check_ask_again(*, hidden: bool, waiting: bool) -> None:
    """Whether an author may ask to have her thing looked at again. Raises NotHidden or AskedAlready."""
    if not hidden:
        raise NotHidden
    if waiting:
        raise AskedAlready
