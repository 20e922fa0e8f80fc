"""What kind of line somebody wrote. The patterns are in `kinds.txt`."""

import re
import unicodedata
from dataclasses import dataclass

from participate.home.rules.council import council_topic
from participate.home.rules.patterns import Patterns
from participate.home.rules.spelling import read
from participate.home.words import CouncilTopic, Kind
from participate.materials.words import Deal
from participate.profiles.vocabulary import load

_PATTERNS = Patterns("kinds.txt")
_ACCENTS = re.compile("[\u0300-\u036f]")
_DEALS = {"give": Deal.GIVE, "lend": Deal.LEND, "want": Deal.WANT, "have": Deal.LEND}


@dataclass(frozen=True)
class Guess:
    """What a line seems to be. `sure`: the line says so itself; otherwise the nearest that it may be.

    `deal` is set for materials; `wanted` for a space or a material that is looked for; `topic` for reports;
    `learning` for an interest that somebody wants to learn.
    """

    kind: Kind
    sure: bool
    deal: Deal | None = None
    wanted: bool = False
    topic: CouncilTopic | None = None
    learning: bool = False


def guess(text: str) -> Guess:
    """The kind of a line, from its opening or from what it says. Every text gets an answer."""
    topic = council_topic(text)
    if topic is not None:
        return Guess(Kind.REPORT, True, topic=topic)
    said = _without_accents(read(text).strip(" .!?…\"'"))
    found = _by_what_it_says(said)
    if found is not None:
        return found
    return _by_its_noun(said) or Guess(Kind.INTEREST, _names_a_concept(text))


def _by_what_it_says(said: str) -> Guess | None:
    """Each step looks only at what the steps before it left."""
    has = {name for name, pattern in _PATTERNS.lines if pattern.search(said)}
    if "idea" in has:
        return Guess(Kind.IDEA, True)
    if has & {"give", "lend"} and "offer" in has and not _names_a_thing(said):
        return Guess(Kind.SPACE, True)
    for deal in ("give", "lend"):
        if deal in has:
            return Guess(Kind.MATERIAL, True, _DEALS[deal])
    return _skills_and_wishes(has) or _spaces_and_things(has) or _likes(has)


def _skills_and_wishes(has: set[str]) -> Guess | None:
    offers = has & {"offer", "have", "want", "seek"}
    if "wish" in has and not offers:
        return _like(has)
    if "skill" in has and not has & {"offer", "seek"}:
        return Guess(Kind.SKILL, True)
    return None


def _spaces_and_things(has: set[str]) -> Guess | None:
    if "offer" in has:
        return Guess(Kind.SPACE, True)
    if "seek" in has:
        return Guess(Kind.SPACE, True, wanted=True)
    if "want" in has:
        return Guess(Kind.MATERIAL, True, Deal.WANT, wanted=True)
    return Guess(Kind.MATERIAL, True, Deal.LEND) if "have" in has else None


def _likes(has: set[str]) -> Guess | None:
    return _like(has) if has & {"wish", "like"} else None


def _like(has: set[str]) -> Guess:
    return Guess(Kind.INTEREST, True, learning="learning" in has)


def _by_its_noun(said: str) -> Guess | None:
    """A bare "a drill" or "church hall"."""
    if _PATTERNS.has("bare_room", said):
        return Guess(Kind.SPACE, False)
    return Guess(Kind.MATERIAL, False, Deal.LEND) if _PATTERNS.has("bare_thing", said) else None


def _names_a_thing(said: str) -> bool:
    return _PATTERNS.has("thing", said)


def _names_a_concept(text: str) -> bool:
    return bool(load().concepts_in(text))


def _without_accents(said: str) -> str:
    """Latin accents go, as many type without them; the signs of other scripts stay."""
    return said if said.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFKD", said)).replace("ł", "l")
