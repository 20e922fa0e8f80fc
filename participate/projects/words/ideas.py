"""Where an idea stands, and what neighbours say to it."""

from enum import StrEnum

from participate.core.words import mark


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
    IdeaStatus.NEW: mark("Waiting for an answer"),
    IdeaStatus.ANSWERED: mark("Answered"),
    IdeaStatus.PROJECT: mark("Now a project"),
    IdeaStatus.CLOSED: mark("Closed"),
}


class ReplyKind(StrEnum):
    """What a neighbour says to an idea."""

    JOIN = "join"
    DIFFERENTLY = "differently"
    WORRY = "worry"

    @property
    def label(self) -> str:
        return _REPLY_LABELS[self]


_REPLY_LABELS = {
    ReplyKind.JOIN: mark("I’d join"),
    ReplyKind.DIFFERENTLY: mark("I’d do it differently"),
    ReplyKind.WORRY: mark("This worries me"),
}
