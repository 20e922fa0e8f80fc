"""Words of the projects."""

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


class TeamPart(StrEnum):
    """A person's part in a team."""

    OWNER = "owner"
    HOST = "host"
    HELPER = "helper"

    @property
    def label(self) -> str:
        return _PART_LABELS[self]


_PART_LABELS = {
    TeamPart.OWNER: mark("started it"),
    TeamPart.HOST: mark("hosts"),
    TeamPart.HELPER: mark("helps"),
}


class RequestStatus(StrEnum):
    """What became of "I'd like to help"."""

    ASKED = "asked"
    WELCOMED = "welcomed"
    NOT_NOW = "not_now"
    TAKEN_BACK = "taken_back"


class NeedKind(StrEnum):
    """What a project lacks."""

    PERSON = "person"
    SPACE = "space"
    MATERIAL = "material"

    @property
    def label(self) -> str:
        return _NEED_LABELS[self]


_NEED_LABELS = {
    NeedKind.PERSON: mark("A person"),
    NeedKind.SPACE: mark("A space"),
    NeedKind.MATERIAL: mark("A material"),
}


class NeedStatus(StrEnum):
    """Whether a need is still open."""

    OPEN = "open"
    MET = "met"


class IdeaStatus(StrEnum):
    """Where an idea stands."""

    NEW = "new"
    ANSWERED = "answered"
    PROJECT = "project"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return _IDEA_LABELS[self]


_IDEA_LABELS = {
    IdeaStatus.NEW: mark("New"),
    IdeaStatus.ANSWERED: mark("Answered"),
    IdeaStatus.PROJECT: mark("Now a project"),
    IdeaStatus.CLOSED: mark("Closed"),
}
