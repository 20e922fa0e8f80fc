"""Rules of the materials. Pure."""

import re
from dataclasses import dataclass

from participate.core.text import clean_line, shorten
from participate.materials.words import SAID, Deal

LONGEST_NAME = 80
LONGEST_SAID = 600
MOST = 1_000

_OPENING = re.compile(
    r"^(?:i|we)(?:(?:’|'| ha)ve(?: got)?| can| could| need| want| lend| give|(?: am|’m|'m| are|’re|'re)"
    r" (?:giving|looking for))(?: to)?(?: borrow| lend| give)?(?: away)?\s+",
    re.IGNORECASE,
)
# "12 chairs" is a count, "20 litre pot" is not.
_COUNT = re.compile(r"^(?:about\s+)?(\d{1,4})\s+(?!(?:mm|cm|m|kg|g|litres?|l|inch|volts?|watts?)\b)", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:a|an|the|some|my|our)\s+", re.IGNORECASE)
_ENDING = re.compile(
    r"[\s,]+(?:to (?:lend|give)(?: away| out)?|for anyone|that (?:anyone|somebody) can (?:borrow|use|have))\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Draft:
    """A material as far as one sentence tells it."""

    deal: Deal
    name: str
    about: str
    how_many: int


def draft_from(say: str) -> Draft:
    """What the words of the one box tell about a thing: "We need 12 chairs"."""
    words = clean_line(say)[:LONGEST_SAID]
    rest = _ENDING.sub("", _OPENING.sub("", words).rstrip(" .!"))
    count = _COUNT.match(rest)
    how_many = int(count[1]) if count and 1 <= int(count[1]) <= MOST else 1
    name = _ARTICLE.sub("", rest[count.end() :] if count and how_many > 1 else rest)
    return Draft(
        deal=deal_in(words),
        name=shorten(name[:1].upper() + name[1:], LONGEST_NAME) if name else "",
        about=words,
        how_many=how_many,
    )


def deal_in(words: str) -> Deal:
    """What is to happen with the thing: lent, unless the words say otherwise."""
    said = words.lower()
    found = (deal for deal, signs in SAID.items() if any(re.search(rf"\b{re.escape(sign)}", said) for sign in signs))
    return next(found, Deal.LEND)
