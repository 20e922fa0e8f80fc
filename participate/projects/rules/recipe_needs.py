"""From what a recipe takes to the first needs of a project: short lines that its starter changes.

"Large pots, chopping boards, knives" are three things; "1 confident cook, 1 with food-hygiene level 2" is a
confident cook and someone with that; "Hall, shop or street" is one place.
"""

import re

from participate.projects.rules.plain import plain, sentence
from participate.projects.words import NeedKind

Lack = tuple[NeedKind, str]

MOST_THINGS, MOST_PEOPLE = 5, 4
# Commas part things, but not inside brackets.
_COMMA = re.compile(r",\s+(?![^(]*\))")
# What only goes on with the part before it: "1 woodworker, trained on tools".
_GOES_ON = re.compile(r"(?:trained|and|or|if|who|as)\b")
# "Someone to check, clean and log items" is one person.
_DOING = re.compile(r"\bto \w+$")
_ONE_WHO = re.compile(r"1 (?:person )?(who|with|on|to)\b")
_ONE = re.compile(r"1 (?=[a-z])(?!or )")
_PAIR = re.compile(r"1-2 ")
_EMPTY = ("none", "none fixed")


def needs_of(skills: str, space: str, materials: str) -> list[Lack]:
    """All that a recipe asks for: people, the place, things. Each once."""
    found = [
        *((NeedKind.PERSON, words) for words in people_of(skills)),
        *((NeedKind.SPACE, words) for words in space_of(space)),
        *((NeedKind.MATERIAL, words) for words in things_of(materials)),
    ]
    return list(dict.fromkeys(found))


def people_of(skills: str) -> list[str]:
    """The people that a recipe's skills ask for."""
    return [sentence(_someone(part)) for part in _parts(skills)][:MOST_PEOPLE]


def things_of(materials: str) -> list[str]:
    """The things that a recipe asks for."""
    return [sentence(plain(part)) for part in _parts(materials)][:MOST_THINGS]


def space_of(space: str) -> list[str]:
    """The one place that a recipe asks for; none where any will do."""
    if space.lower().partition(";")[0].strip() in _EMPTY:
        return []
    return [sentence(plain(space.replace("; ", ", ")))]


def _parts(note: str) -> list[str]:
    if note.lower().strip() in _EMPTY:
        return []
    return [part for piece in note.split(";") for part in _between_commas(piece.strip()) if part]


def _between_commas(piece: str) -> list[str]:
    parts: list[str] = []
    for part in _COMMA.split(piece):
        if parts and (_GOES_ON.match(part) or _DOING.search(parts[-1])):
            parts[-1] += f", {part}"
        else:
            parts.append(part)
    return parts


def _someone(part: str) -> str:
    """ "1 with a van" is "someone with a van", "1 host" "a host", "1-2 growers" "1 or 2 growers"."""
    part = _ONE_WHO.sub(r"someone \1", part)
    part = _PAIR.sub("1 or 2 ", part)
    part = _ONE.sub(lambda found: "an " if part[found.end()] in "aeiou" else "a ", part)
    return plain(part)
