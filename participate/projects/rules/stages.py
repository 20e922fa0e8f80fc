"""The way a project goes: gathering, trying out, running; it may rest, and it ends or is handed over."""

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


def moves_from(stage: Stage) -> tuple[Stage, ...]:
    """The stages that can follow, the likeliest first."""
    return _MOVES[stage]


def check_move(stage: Stage, onward: Stage, *, elsewhere: bool) -> None:
    """Raises DoneElsewhere or NotAMove."""
    if elsewhere:
        raise DoneElsewhere
    if onward not in _MOVES[stage]:
        raise NotAMove
