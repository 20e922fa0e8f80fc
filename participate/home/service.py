"""Keeping what was said in the one box."""

from participate.home.rules import split_lines
from participate.home.words import Kind
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind

KEPT_AS = {Kind.INTEREST: PostingKind.INTEREST, Kind.SKILL: PostingKind.SKILL}


def lines_of(say: str, chosen: Kind) -> list[tuple[PostingKind, str]]:
    """The interests and skills in a text whose first line is of the `chosen` kind, as typed.

    A text of one line is what she chose; of several, each is what it says it is.
    """
    lines = split_lines(say)
    if len(lines) < 2:
        words = lines[0].words if lines and lines[0].guess.kind is chosen else say
        return [(KEPT_AS[chosen], words)]
    return [(KEPT_AS.get(line.guess.kind, KEPT_AS[chosen]), line.words) for line in lines]


def keep(actor_id: int, say: str, chosen: Kind) -> None:
    """Keep the interests and skills in `say` as lines of the person. Raises TooManyPostings."""
    for kind, words in lines_of(say, chosen):
        profiles.add(actor_id, actor_id, kind, words)
