"""The way a project goes: gathering, trying out, running; it may rest, and it ends or is handed over."""

from collections.abc import Collection

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.projects.words import Stage

_MOVES = {
    Stage.GATHERING: (Stage.TRYING_OUT, Stage.RUNNING, Stage.RESTING, Stage.ENDED),
    Stage.TRYING_OUT: (Stage.RUNNING, Stage.RESTING, Stage.ENDED),
    Stage.RUNNING: (Stage.RESTING, Stage.HANDED_OVER, Stage.ENDED),
    Stage.RESTING: (Stage.TRYING_OUT, Stage.RUNNING, Stage.HANDED_OVER, Stage.ENDED),
    # Pressed by mistake, or missed too much: what ended may rest, and wake up from there.
    Stage.ENDED: (Stage.RESTING,),
    Stage.HANDED_OVER: (),
}


class NotAMove(RuleBroken):
    """A project cannot go from where it is to there."""

    message = mark("A project cannot take this step from where it is now.")


class DoneElsewhere(RuleBroken):
    """A project that was done elsewhere is only told about here."""

    message = mark("This was done somewhere else. You can start one like it here.")


class NeighbourOwns(RuleBroken):
    """Every project has a resident owner: its hub's staff help, and hand it on before it runs."""

    message = mark("A neighbour looks after every project, not the staff of its hub. Hand it over to one of the team.")


class WhoTakesIt(RuleBroken):
    """A project is handed over to one of its team."""

    message = mark("Choose who of the team carries it on.")


def moves_from(stage: Stage) -> tuple[Stage, ...]:
    """The stages that can follow, the likeliest first."""
    return _MOVES[stage]


def check_move(stage: Stage, onward: Stage, *, elsewhere: bool, staff_own: bool = False) -> None:
    """`staff_own`: its owner is staff of its hub, who may begin a project and not run it.

    Raises DoneElsewhere, NotAMove or NeighbourOwns.
    """
    if elsewhere:
        raise DoneElsewhere
    if onward not in _MOVES[stage]:
        raise NotAMove
    if staff_own and onward is Stage.RUNNING:
        raise NeighbourOwns


def check_successor(onward: Stage, successor: int | None, mates: Collection[int]) -> None:
    """Who carries a project on is one of its team (`mates`, without the owner). Raises WhoTakesIt."""
    if onward is Stage.HANDED_OVER and successor not in mates:
        raise WhoTakesIt
