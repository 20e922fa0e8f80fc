"""What neighbours say to an idea: who may, and how often."""

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.projects.words import IdeaStatus, ReplyKind

MOST_OF_ONE = 5  # replies of one person to one idea


class NoMoreReplies(RuleBroken):
    """The idea is a project or closed: what happens now happens elsewhere."""

    message = mark("This idea takes no more replies. Have a look at its page to see what became of it.")


class OwnIdea(RuleBroken):
    """She would reply to herself."""

    message = mark("This is your own idea. You can change its words, or answer what neighbours say.")


class JoinedAlready(RuleBroken):
    """One "I'd join" a person."""

    message = mark("You have said “I’d join” already.")


class SaidEnough(RuleBroken):
    """So many replies that nobody else gets a word in."""

    message = mark("You have said %(most)s things to this idea. Come and talk about it at the hub.")

    def __init__(self) -> None:
        super().__init__(most=MOST_OF_ONE)


class WordsMissing(RuleBroken):
    """ "I'd do it differently" without saying how."""

    message = mark("Write in a sentence what you mean.")


def takes_replies(status: IdeaStatus) -> bool:
    """Whether neighbours may still add to an idea."""
    return status in (IdeaStatus.NEW, IdeaStatus.ANSWERED)


def check_may_reply(status: IdeaStatus, *, own: bool, joined: bool, kind: ReplyKind, said: int) -> None:
    """`joined`: she said "I'd join"; `said`: how many replies of hers there are.

    Raises NoMoreReplies, OwnIdea, JoinedAlready or SaidEnough.
    """
    if not takes_replies(status):
        raise NoMoreReplies
    if own:
        raise OwnIdea
    if joined and kind is ReplyKind.JOIN:
        raise JoinedAlready
    if said >= MOST_OF_ONE:
        raise SaidEnough


def check_reply_words(kind: ReplyKind, words: str) -> None:
    """ "I'd join" needs no words, the others do. Raises WordsMissing."""
    if kind is not ReplyKind.JOIN and not words:
        raise WordsMissing
