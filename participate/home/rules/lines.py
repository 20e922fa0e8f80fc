"""One breath, several lines: "I like baking bread and could teach chess". The patterns are in `lines.txt`."""

import re
from dataclasses import dataclass

from participate.home.rules.kinds import Guess, guess
from participate.home.rules.patterns import Patterns
from participate.home.rules.spelling import read
from participate.home.words import Kind

_PATTERNS = Patterns("lines.txt")
_JOINT = re.compile(
    r"[ \t]*(?:[.;!?\n]+|,)[ \t\n]*(?:(?:and|but|also|plus)\b[ \t]*)?|[ \t]+(?:and|but|plus|&)[ \t]+", re.I
)
_HAS_WORD = re.compile(r"[^\W\d_]{2,}")
MOST_LINES = 5


@dataclass(frozen=True)
class Line:
    """One thing said: the words as typed, without an opening that only says the kind, and the guess."""

    words: str
    guess: Guess

    @property
    def kind(self) -> Kind:
        return self.guess.kind


def split_lines(text: str) -> list[Line]:
    """The things said in `text`, in order, at most `MOST_LINES`; empty only when `text` has no words.

    Ideas and reports stay whole: what follows belongs to them.
    """
    whole = " ".join(text.split())
    if not whole:
        return []
    meant = guess(whole)
    if meant.kind in (Kind.IDEA, Kind.REPORT):
        return [_line(whole, meant)]
    lines = [_line(part, guess(part)) for part in _parts(text)]
    told_apart: dict[tuple[Kind, str], Line] = {(line.kind, line.words.casefold()): line for line in lines}
    return list(told_apart.values())[:MOST_LINES]


def _parts(text: str) -> list[str]:
    """`text` cut before each opening of a new thing; what has no opening stays with what stands before it."""
    parts = [""]
    end = 0
    for joint in _JOINT.finditer(text):
        if _opens(text[joint.end() :]) and _HAS_WORD.search(text[end : joint.start()]):
            parts[-1] = text[end : joint.start()]
            parts.append("")
            end = joint.end()
    parts[-1] = text[end:]
    kept = [" ".join(part.split()).strip(" ,.;") for part in parts]
    return [part for part in kept if _HAS_WORD.search(part)] or [" ".join(text.split())]


def _opens(rest: str) -> bool:
    said = read(rest[:200])
    return any(name == "opener" and pattern.match(said) for name, pattern in _PATTERNS.lines)


def _line(words: str, meant: Guess) -> Line:
    """The words without their opening, unless nothing would be left."""
    bare = _PATTERNS.without(meant.kind.value, words).strip(" ,.;:…")
    return Line(bare if _HAS_WORD.search(bare) else words, meant)
