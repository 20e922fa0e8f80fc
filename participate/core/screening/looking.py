"""What the house sees in words before others read them. Pure.

It sees most of what people write without thinking, and little of what somebody hides on purpose: for that there is
the report under everything. How much it sees is counted in `tests/moderation/test_corpus.py`.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum

from participate.core.screening import harm, ways
from participate.core.screening.spelling import plain, said_as_figures
from participate.core.words import mark

LONGEST = 5_000  # more than that is in no field


class Found(StrEnum):
    """What was seen. WORRY: whoever wrote it may need help herself; it opens help for her and says nothing to others
    that she does not know of.
    """

    PHONE = "phone"
    EMAIL = "email"
    POSTCODE = "postcode"
    ADDRESS = "address"
    BANK = "bank"
    LINK = "link"
    HARM = "harm"
    WORRY = "worry"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Found.PHONE: mark("a phone number"),
    Found.EMAIL: mark("an e-mail address"),
    Found.POSTCODE: mark("a postcode"),
    Found.ADDRESS: mark("the address of a home"),
    Found.BANK: mark("bank details"),
    Found.LINK: mark("a link, or a name on another site"),
    Found.HARM: mark("words that can hurt"),
    Found.WORRY: mark("words about being hurt or in despair"),
}
_LOOKS: dict[Found, Callable[[str], Iterator[str]]] = {
    Found.PHONE: ways.phones,
    Found.EMAIL: ways.emails,
    Found.POSTCODE: ways.postcodes,
    Found.ADDRESS: ways.addresses,
    Found.BANK: ways.bank_details,
    Found.LINK: ways.links,
    Found.HARM: harm.harms,
    Found.WORRY: harm.worries,
}


def pieces(words: str) -> frozenset[tuple[Found, str]]:
    """What was seen, each with the very piece: two texts that show the same number have it in common."""
    text = said_as_figures(plain(words[:LONGEST]))
    return frozenset((found, _key(piece)) for found, seen in _LOOKS.items() for piece in seen(text))


def look(words: str) -> frozenset[Found]:
    """What is to be seen in these words."""
    return frozenset(found for found, _piece in pieces(words))


def _key(piece: str) -> str:
    return "".join(c for c in piece.lower() if c.isalnum())
