"""All that the ranking knows of who asks."""

from dataclasses import dataclass, field

from participate.matching.words import Facet, Kind


@dataclass(frozen=True, slots=True)
class Line:
    """One text of the asker, and what it says. `weight` is how often it counts."""

    facet: Facet
    text: str
    weight: float = 1.0
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Who asks for what: texts, place, time, and what must never be shown to her.

    `near` holds the ids of her own ward and those beside it, empty where she has none. `free` is a set of
    parts of the week as bits. `never_groups` and `never_owners` are left out before anything is scored, as
    is what she owns herself. `day` is today as a proleptic ordinal and `moment` now in seconds since 1970.
    """

    lines: tuple[Line, ...]
    kinds: tuple[Kind, ...]
    owner: int | None = None
    ward: int | None = None
    near: tuple[int, ...] = ()
    square: int | None = None
    free: int = 0
    never_groups: frozenset[str] = field(default_factory=frozenset)
    never_owners: frozenset[int] = field(default_factory=frozenset)
    day: int = 0
    moment: int = 0
