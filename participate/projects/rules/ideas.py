"""What may become of an idea."""

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.projects.words import IdeaStatus

_MOVES = {
    IdeaStatus.NEW: (IdeaStatus.ANSWERED, IdeaStatus.PROJECT, IdeaStatus.CLOSED),
    IdeaStatus.ANSWERED: (IdeaStatus.ANSWERED, IdeaStatus.PROJECT, IdeaStatus.CLOSED),
    IdeaStatus.CLOSED: (IdeaStatus.ANSWERED, IdeaStatus.PROJECT),
    IdeaStatus.PROJECT: (),
}


class IdeaIsProject(RuleBroken):
    """The idea became a project: what happens now happens there."""

    message = mark("This idea is a project already. Have a look at its page.")


class IdeaIsClosed(RuleBroken):
    """A closed idea cannot be closed again."""

    message = mark("This idea is closed already.")


def check_idea_move(status: IdeaStatus, onward: IdeaStatus) -> None:
    """Raises IdeaIsProject or IdeaIsClosed."""
    if onward not in _MOVES[status]:
        raise IdeaIsProject if status is IdeaStatus.PROJECT else IdeaIsClosed


def check_idea_words_open(status: IdeaStatus) -> None:
    """Whether its words may still change: once it is a project, the project has them. Raises IdeaIsProject."""
    if status is IdeaStatus.PROJECT:
        raise IdeaIsProject
