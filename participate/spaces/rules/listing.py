"""Rules of the spaces. Pure."""

import re
from dataclasses import dataclass

from participate.core.errors import RuleBroken
from participate.core.text import clean_line, shorten
from participate.core.words import mark
from participate.spaces.words import SAID, SpaceKind

LONGEST_NAME = 80
LONGEST_SAID = 1_000
MOST_PEOPLE = 2_000
DEAREST = 50_000  # pence an hour

_OPENING = re.compile(
    r"^(?:i(?:’|'| ha)ve(?: got)?|i have|we(?:’|'| ha)ve(?: got)?|we have|there is|there’s|you can use|come and use)\s+"
    r"(?:(?:a|an|the|some|my|our)\s+)?",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:for|fits|seats|up to)\s+(?:about\s+)?(\d{1,4})\b|\b(\d{1,4})\s+(?:people|persons|seats|chairs)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(r"£?\s*(\d{1,4})(?:[.,](\d{1,2}))?\s*(p|pence)?", re.IGNORECASE)


class NotAPrice(RuleBroken):
    """What was typed is no price, or more than we take."""

    message = mark("Write what an hour costs in pounds, like 5 or 7.50. Leave it empty when it is free.")


class WasAHome(RuleBroken):
    """What was kept as the address of a home would be shown to everybody."""

    message = mark(
        "Until now this was kept as the address of a home. Is it a public place after all? "
        "Then leave this empty, save, and write it in again."
    )


class LeastOverMost(RuleBroken):
    """The shortest booking would be longer than the longest."""

    message = mark("The shortest time must not be longer than the longest.")


class HasParts(RuleBroken):
    """A site that has parts would become another kind of space."""

    message = mark("It has parts, so it stays a site. Take its parts away first.")


@dataclass(frozen=True)
class Draft:
    """A space as far as one sentence tells it."""

    kind: SpaceKind | None
    name: str
    about: str
    capacity: int | None


def is_at_home(kind: SpaceKind, *, ticked: bool, by_person: bool) -> bool:
    """Whether a space is treated as somebody's home: its address is kept apart, and only the ward and about how
    far it is are shown. A home is one, and so is a person's garden; a school's garden is not.
    """
    return ticked or kind is SpaceKind.HOME or (kind.private and by_person)


def check_no_longer_home(address: str, *, kept: str) -> None:
    """For a space that is no home any more: `address` would be public, `kept` was the home's. Raises WasAHome."""
    if address and _plain(address) == _plain(kept):
        raise WasAHome


def _plain(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def check_lengths(least: int, most: int) -> None:
    """Minutes of the shortest and the longest booking. Raises LeastOverMost."""
    if least > most:
        raise LeastOverMost


def check_kind(kind: SpaceKind, *, parts: int) -> None:
    """A space with so many `parts` may be of this kind. Raises HasParts."""
    if parts and kind is not SpaceKind.SITE:
        raise HasParts


def pence_of(typed: str) -> int:
    """ "5", "£7.50", "80p" as pence; empty and "free" are 0. Raises NotAPrice."""
    text = typed.strip()
    if text.lower() in ("", "free", "nothing", "no"):
        return 0
    match = _PRICE.fullmatch(text)
    if match is None or not text.isascii() and "£" not in text:
        raise NotAPrice
    whole, part, pence = match.groups()
    total = int(whole) if pence and part is None else int(whole) * 100 + int((part or "0").ljust(2, "0"))
    if total > DEAREST or (pence and part):
        raise NotAPrice
    return total


def price_typed(pence: int) -> str:
    """A price as somebody would type it: "5", "7.50", "" when free."""
    if pence == 0:
        return ""
    return str(pence // 100) if pence % 100 == 0 else f"{pence / 100:.2f}"


def things_in(has: str) -> list[str]:
    """The things named in one line: "two ovens, a long table" is two. Each starts with a capital."""
    parts = (part.strip(" .") for part in re.split(r"[,;\n•]", has))
    return [part[:1].upper() + part[1:] for part in parts if part]


def draft_from(say: str) -> Draft:
    """What the words of the one box tell about a space: "I have a kitchen for 12 people"."""
    words = clean_line(say)[:LONGEST_SAID]
    rest = _OPENING.sub("", words).rstrip(" .!")
    people = _PEOPLE.search(words)
    number = int(people[1] or people[2]) if people else 0
    return Draft(
        kind=kind_in(words),
        name=shorten(rest[:1].upper() + rest[1:], LONGEST_NAME) if rest else "",
        about=words,
        capacity=number if 1 <= number <= MOST_PEOPLE else None,
    )


def kind_in(words: str) -> SpaceKind | None:
    """The kind of space that is named first; None when none is."""
    said = words.lower()
    places = [(said.find(word), -len(word), kind) for kind, names in SAID.items() for word in names if word in said]
    return min(places, key=lambda found: found[:2])[2] if places else None
