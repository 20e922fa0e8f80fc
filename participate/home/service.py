"""Keeping what was said in the one box."""

from participate.core.screening import Found, look
from participate.home.rules import split_lines
from participate.home.words import Kind
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind

KEPT_AS = {Kind.INTEREST: PostingKind.INTEREST, Kind.SKILL: PostingKind.SKILL}


def lines_of(say: str, chosen: Kind) -> list[tuple[PostingKind, str, bool]]:
    """The interests and skills in a text whose first line is of the `chosen` kind: (kind, words as typed, whether
    she would like to learn it).

    A text of one line is what she chose; of several, each is what it says it is. Words of despair stay whole: “I want
    to” is no opening there, and whoever keeps them is offered help.
    """
    lines = split_lines(say) if Found.WORRY not in look(say) else []
    if not lines or (len(lines) == 1 and lines[0].guess.kind is not chosen):
        return [(KEPT_AS[chosen], say, False)]
    return [(KEPT_AS.get(line.guess.kind, KEPT_AS[chosen]), line.words, line.guess.learning) for line in lines]


def keep(actor_id: int, say: str, chosen: Kind) -> None:
    """Keep the interests and skills in `say` as lines of the person. Raises TooManyPostings."""
    for kind, words, learning in lines_of(say, chosen):
        profiles.add(actor_id, actor_id, kind, words, wants_to_learn=learning)
