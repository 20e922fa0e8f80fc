"""Where a project is on its way."""

from enum import StrEnum

from participate.core.words import mark


class Stage(StrEnum):
    """Where a project is on its way."""

    GATHERING = "gathering"
    TRYING_OUT = "trying_out"
    RUNNING = "running"
    RESTING = "resting"
    ENDED = "ended"
    HANDED_OVER = "handed_over"

    @property
    def label(self) -> str:
        return _STAGE_LABELS[self]

    @property
    def says(self) -> str:
        """What it means, in a sentence."""
        return _STAGE_SAYS[self]

    @property
    def alive(self) -> bool:
        return self not in (Stage.ENDED, Stage.HANDED_OVER)


_STAGE_LABELS = {
    Stage.GATHERING: mark("Gathering"),
    Stage.TRYING_OUT: mark("Trying out"),
    Stage.RUNNING: mark("Running"),
    Stage.RESTING: mark("Resting"),
    Stage.ENDED: mark("Ended"),
    Stage.HANDED_OVER: mark("Handed over"),
}


_STAGE_SAYS = {
    Stage.GATHERING: mark("People and things are still coming together."),
    Stage.TRYING_OUT: mark("We try it a few times and see."),
    Stage.RUNNING: mark("It happens again and again. Come along."),
    Stage.RESTING: mark("It takes a break and may come back."),
    Stage.ENDED: mark("It is over. Anybody can start one like it."),
    Stage.HANDED_OVER: mark("Somebody else carries it on."),
}
# The way a project goes, for the track on its page. It may rest at any time, and then end.
TRACK = (Stage.GATHERING, Stage.TRYING_OUT, Stage.RUNNING)
