"""All that the ranking knows of who asks: the one object through which everything reaches the pure parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from participate.matching.rules import LEAST_SCORE
from participate.matching.text.synonyms import Synonyms
from participate.matching.words import Because, Facet, Kind


@dataclass(frozen=True, slots=True)
class Line:
    """One text of the asker, and what it says. `weight` is how often it counts."""

    facet: Facet
    text: str
    weight: float = 1.0
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Who asks for what: texts, place, time, what happened before, and what must never be shown to her.

    Groups are named as in Document.group ("project:12").

    Filters: `never_groups` and `never_owners` are left out before anything is scored, as are what she owns, what she
    `joined` and what she said `no` to. `access` holds what a place must have, as she asks now (bits of
    words.Access): never stored of her. `moment` is now in seconds since 1970.

    What counts: `near` holds the ids of her own ward and those beside it, empty where she has none. `free` is a set of
    parts of the week as bits, `languages` of profiles.words.SPOKEN; 0 where unknown. `joined` are the things that
    she joined or came to, the latest last; `more` those of which she wants more like them; `no` those that are not
    for her, and why. `exposure` tells how much each group was shown and asked lately (0: never); `due` are those
    that have not had their guaranteed share (ranking.share). `pinned` are put first by staff of her hub. `day` is
    today as a proleptic ordinal.

    `least` is the evidence floor: the text score from which something is a suggestion. `chance` is a seed: almost
    equal suggestions stand in random order; None in the order of their scores.
    """

    lines: tuple[Line, ...]
    kinds: tuple[Kind, ...]
    owner: int | None = None
    ward: int | None = None
    near: tuple[int, ...] = ()
    square: int | None = None
    free: int = 0
    languages: int = 0
    access: int = 0
    joined: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    no: Mapping[str, Because] = field(default_factory=dict)
    never_groups: frozenset[str] = field(default_factory=frozenset)
    never_owners: frozenset[int] = field(default_factory=frozenset)
    pinned: frozenset[str] = field(default_factory=frozenset)
    exposure: Mapping[str, float] = field(default_factory=dict)
    due: frozenset[str] = field(default_factory=frozenset)
    synonyms: Synonyms = ()
    day: int = 0
    moment: int = 0
    least: float = LEAST_SCORE
    chance: int | None = None
