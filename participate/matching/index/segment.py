"""A segment: an unchanging part of the index, its rows sorted by kind and neighbourhood, its postings by
term.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.document import Document
from participate.matching.index.names import Names
from participate.matching.words import Facet, Kind

KINDS = {kind: code for code, kind in enumerate(Kind)}
FACETS = {facet: code for code, facet in enumerate(Facet)}
ANYWHERE, ELSEWHERE = -1, np.iinfo(np.int32).max  # in the place of a ward id
NOWHERE = -1  # in the place of a square
Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Rows:
    """What is known of each row, one array a fact, all of one length."""

    source: Ints
    group: Ints
    kind: NDArray[np.uint8]
    facet: NDArray[np.uint8]
    ward: Ints
    square: Ints
    free: Ints
    owner: Ints
    day: Ints
    until: NDArray[np.int64]

    def take(self, order: NDArray[np.int64]) -> Rows:
        """The rows at these places, in this order."""
        return Rows(*(getattr(self, field.name)[order] for field in fields(self)))

    @classmethod
    def of(cls, documents: Sequence[Document], names: Names) -> Rows:
        """The facts of the documents; sources and groups by their numbers in `names`."""
        return cls(
            np.array([names.number(one.source) for one in documents], np.int32),
            np.array([names.number(one.group) for one in documents], np.int32),
            np.array([KINDS[one.kind] for one in documents], np.uint8),
            np.array([FACETS[one.facet] for one in documents], np.uint8),
            np.array([_place(one) for one in documents], np.int32),
            np.array([NOWHERE if one.square is None else one.square for one in documents], np.int32),
            np.array([one.free for one in documents], np.int32),
            np.array([one.owner or 0 for one in documents], np.int32),
            np.array([one.day for one in documents], np.int32),
            np.array([one.until for one in documents], np.int64),
        )


def _place(document: Document) -> int:
    if document.elsewhere:
        return ELSEWHERE
    return ANYWHERE if document.ward is None else document.ward


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows and their postings. `blocks` is what the rows are sorted by. `places[starts[i]:starts[i + 1]]`
    are the rows that hold `terms[i]`, ascending, and `weights` the BM25 weight of the term there, without
    its rarity, which is known only at the question.
    """

    rows: Rows
    blocks: NDArray[np.int64]
    alive: NDArray[np.bool_]
    terms: Ints
    starts: NDArray[np.int64]
    places: Ints
    weights: Floats

    @classmethod
    def of(cls, rows: Rows, places: Ints, terms: Ints, weights: Floats) -> Segment:
        """A segment from loose postings: `terms[i]` is in row `places[i]` with `weights[i]`, each pair
        once.
        """
        blocks = _block(rows.kind, rows.ward)
        order = np.argsort(blocks, kind="stable")
        new_place = np.empty(len(order), np.int32)
        new_place[order] = np.arange(len(order), dtype=np.int32)
        places = new_place[places]
        by_term = np.lexsort((places, terms))
        known, starts = np.unique(terms[by_term], return_index=True)
        return cls(
            rows.take(order),
            blocks[order],
            np.ones(len(order), np.bool_),
            known.astype(np.int32),
            np.append(starts, len(terms)),
            places[by_term],
            weights[by_term].astype(np.float32),
        )

    def __len__(self) -> int:
        return len(self.alive)

    @property
    def living(self) -> int:
        """How many rows have not been removed."""
        return int(np.count_nonzero(self.alive))

    def without(self, sources: Sequence[int], owners: Sequence[int]) -> Segment:
        """The same segment with all rows of these sources and owners removed; itself where it has none."""
        hit = self.alive & (np.isin(self.rows.source, sources) | np.isin(self.rows.owner, owners))
        return replace(self, alive=self.alive & ~hit) if hit.any() else self

    def find(self, terms: Ints) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For each term the bounds, first and last, of its part of `places`: equal where no row holds it."""
        if not len(self.terms):
            nothing = np.zeros(len(terms), np.int64)
            return nothing, nothing
        at = np.minimum(np.searchsorted(self.terms, terms), len(self.terms) - 1)
        first = self.starts[at]
        return first, np.where(self.terms[at] == terms, self.starts[at + 1], first)

    def ranges(self, kinds: Sequence[Kind], wards: Sequence[int] | None) -> NDArray[np.int64]:
        """The rows of these kinds in these wards, and those without a place, as bounds: first, last, first,
        last and so on, ascending. `wards` None is everywhere.
        """
        codes = np.array(sorted(KINDS[kind] for kind in kinds), np.int64)
        if wards is None:
            begins, ends = _block(codes, 0 * codes + ANYWHERE), _block(codes, 0 * codes + ELSEWHERE)
        else:
            chosen = np.unique(np.array([ANYWHERE, *wards], np.int64))
            begins = ends = (_block(codes, 0 * codes)[:, None] + chosen[None, :]).ravel()
        first = np.searchsorted(self.blocks, begins, "left")
        last = np.searchsorted(self.blocks, ends, "right")
        apart = np.flatnonzero(np.append(first[1:] != last[:-1], True))
        return np.column_stack((first[np.append(0, apart[:-1] + 1)], last[apart])).ravel()


def _block(kind: NDArray, ward: NDArray) -> NDArray[np.int64]:
    """The number that rows are sorted by: the kind, then the ward."""
    return (kind.astype(np.int64) << 33) + ward


def merged(one: Segment, other: Segment) -> Segment:
    """Both segments as one, without the removed rows."""
    halves = [_loose(one, 0), _loose(other, one.living)]
    rows = Rows(*(np.concatenate(facts) for facts in zip(_living(one), _living(other), strict=True)))
    return Segment.of(rows, *(np.concatenate(parts) for parts in zip(*halves, strict=True)))


def _living(segment: Segment) -> list[NDArray]:
    return [getattr(segment.rows, field.name)[segment.alive] for field in fields(Rows)]


def _loose(segment: Segment, offset: int) -> tuple[Ints, Ints, Floats]:
    keep = segment.alive[segment.places]
    new_place = (np.cumsum(segment.alive) - 1 + offset).astype(np.int32)
    terms = np.repeat(segment.terms, np.diff(segment.starts))
    return new_place[segment.places[keep]], terms[keep], segment.weights[keep]
