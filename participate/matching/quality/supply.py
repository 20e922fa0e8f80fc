"""Supply and demand: what is offered in some wards and asked for by nobody there, and the other way round. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from participate.core.words import mark
from participate.matching.index.live import Snapshot
from participate.matching.index.segment import FACETS, Ints, Segment
from participate.matching.text.analyser import CONCEPT
from participate.matching.words import Facet

MOST = 40  # lines of each list


class Side(StrEnum):
    """What is offered and asked for."""

    SHOWING = "showing"
    SPACE = "space"
    THING = "thing"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Side.SHOWING: mark("Somebody who can show it"),
    Side.SPACE: mark("A space"),
    Side.THING: mark("A thing"),
}
OFFERS = {Side.SHOWING: (Facet.CAN_SHOW,), Side.SPACE: (Facet.SPACE,), Side.THING: (Facet.OFFERED,)}
ASKS = {
    Side.SHOWING: (Facet.WANTS_TO_LEARN, Facet.NEEDS_PERSON),
    Side.SPACE: (Facet.NEEDS_SPACE,),
    Side.THING: (Facet.NEEDS_MATERIAL, Facet.WANTED),
}


@dataclass(frozen=True, slots=True)
class Balance:
    """What the lines that name a concept say: how many offer it and ask for it `here`, and in the whole borough."""

    slug: str
    side: Side
    offers: int
    asks: int
    offers_in_all: int
    asks_in_all: int


def balances(snapshot: Snapshot, slugs: Iterable[str], wards: Iterable[int]) -> list[Balance]:
    """Of each concept and side what is offered and asked for in these wards; where there is any."""
    here = np.array(sorted(wards), np.int64)
    found = []
    for slug in slugs:
        facets, places = _lines(snapshot, slug)
        inside = np.isin(places, here)
        for side in Side:
            offers, asks = _among(facets, OFFERS[side]), _among(facets, ASKS[side])
            counted = [int(np.count_nonzero(each)) for each in (offers & inside, asks & inside, offers, asks)]
            if counted[0] or counted[1]:
                found.append(Balance(slug, side, *counted))
    return found


def asked_never_offered(found: Iterable[Balance]) -> list[Balance]:
    """What is asked for here and offered by nobody here; most asked first."""
    lacking = [one for one in found if one.asks and not one.offers]
    return sorted(lacking, key=lambda one: (-one.asks, one.offers_in_all, one.slug, one.side))[:MOST]


def offered_never_asked(found: Iterable[Balance]) -> list[Balance]:
    """What is offered here and asked for by nobody here; most offered first."""
    idle = [one for one in found if one.offers and not one.asks]
    return sorted(idle, key=lambda one: (-one.offers, -one.asks_in_all, one.slug, one.side))[:MOST]


def _lines(snapshot: Snapshot, slug: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The facet and the ward of each living line that names the concept."""
    known = np.array(list(snapshot.vocabulary.known([CONCEPT + slug])), np.int32)
    parts = [_of_segment(segment, known) for segment in snapshot.segments] if len(known) else []
    both = np.concatenate(parts, axis=1) if parts else np.zeros((2, 0), np.int64)
    return both[0], both[1]


def _of_segment(segment: Segment, known: Ints) -> NDArray[np.int64]:
    first, last = segment.find(known)
    rows = segment.places[first[0] : last[0]]
    rows = rows[segment.alive[rows]]
    return np.array([segment.rows.facet[rows], segment.rows.ward[rows]], np.int64)


def _among(facets: NDArray[np.int64], wanted: Iterable[Facet]) -> NDArray[np.bool_]:
    codes: Mapping[Facet, int] = FACETS
    return np.isin(facets, [codes[facet] for facet in wanted])
