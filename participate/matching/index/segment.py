"""A segment: an unchanging part of the index, its rows sorted by kind and neighbourhood, its postings by term."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
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
NO_PLACE = -1  # in the place of what a place has: every bit is set, for no place is no place with a step
KIND_BITS = 33  # below them, in the number that rows are sorted by, stands the ward
Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
# The types of the facts of a row, as array knows them.
TYPES = defaultdict(lambda: "i", kind="B", facet="B", until="q", access="b")


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
    languages: Ints
    access: NDArray[np.int8]

    def take(self, order: NDArray[np.int64]) -> Rows:
        """The rows at these places, in this order."""
        return Rows(*(getattr(self, field.name)[order] for field in fields(self)))

    def order(self) -> NDArray[np.int64]:
        """The order by kind and neighbourhood; rows of one neighbourhood stay as they are."""
        return np.argsort(_block(self.kind, self.ward), kind="stable")

    def end(self) -> bool:
        """Whether any of them is shown only until some time."""
        return bool(self.until.any())

    @classmethod
    def of(cls, documents: Iterable[Document], names: Names) -> Rows:
        """The facts of the documents; sources and groups by their numbers in `names`."""
        read = RowsInHand()
        for document in documents:
            read.add(document, names)
        return read.array()


class RowsInHand:
    """Rows while they are read, one document after the other."""

    def __init__(self) -> None:
        self._facts = [array(TYPES[field.name]) for field in fields(Rows)]

    def add(self, one: Document, names: Names) -> None:
        """One more row."""
        values = (
            names.number(one.source), names.number(one.group), KINDS[one.kind], FACETS[one.facet], _place(one),
            NOWHERE if one.square is None else one.square, one.free, one.owner or 0, one.day, one.until,
            one.languages, NO_PLACE if one.access is None else one.access,
        )  # fmt: skip
        for fact, value in zip(self._facts, values, strict=True):
            fact.append(value)

    def array(self) -> Rows:
        """What was read."""
        return Rows(*(np.array(fact, fact.typecode) for fact in self._facts))


def _place(document: Document) -> int:
    if document.elsewhere:
        return ELSEWHERE
    return ANYWHERE if document.ward is None else document.ward


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows and their postings. `blocks` is what the rows are sorted by; `by_source` are the rows in the order of their
    sources. `places[starts[i]:starts[i + 1]]` are the rows that hold `terms[i]`, ascending, and `weights` the BM25
    weight of the term there, without its rarity, which is known only at the question. `living` rows were not removed.
    `held[row_starts[r]:row_starts[r + 1]]` tells where among the `places` row r stands, so that what a few rows hold is
    known without reading all that hold the same. `ends` tells whether any row is shown only until some time: where none
    is, none need be asked.
    """

    rows: Rows
    blocks: NDArray[np.int64]
    by_source: Ints
    alive: NDArray[np.bool_]
    living: int
    terms: Ints
    starts: NDArray[np.int64]
    places: Ints
    weights: Floats
    held: Ints
    row_starts: Ints
    ends: bool

    @classmethod
    def of(cls, rows: Rows, places: Ints, terms: Ints, weights: Floats) -> Segment:
        """A segment from loose postings: `terms[i]` is in row `places[i]` with `weights[i]`, each pair once."""
        order = rows.order()
        new_place = np.empty(len(order), np.int32)
        new_place[order] = np.arange(len(order), dtype=np.int32)
        places = new_place[places]
        by_term = np.lexsort((places, terms))
        known, starts = np.unique(terms[by_term], return_index=True)
        starts = np.append(starts, len(terms))
        weights = weights[by_term].astype(np.float32)
        return cls.sorted(rows.take(order), known.astype(np.int32), starts, places[by_term], weights)

    @classmethod
    def sorted(cls, rows: Rows, terms: Ints, starts: NDArray[np.int64], places: Ints, weights: Floats) -> Segment:
        """A segment of what is in order already."""
        blocks, by_source = _block(rows.kind, rows.ward), np.argsort(rows.source, kind="stable").astype(np.int32)
        alive, turned = np.ones(len(blocks), np.bool_), _by_row(places, len(blocks))
        return cls(rows, blocks, by_source, alive, len(alive), terms, starts, places, weights, *turned, rows.end())

    def __len__(self) -> int:
        return len(self.alive)

    def without(self, sources: Sequence[int], owners: Sequence[int]) -> Segment:
        """The same segment with all rows of these sources and owners removed; itself where it has none."""
        going = self._of_sources(sources)
        if owners:
            going = np.append(going, np.flatnonzero(np.isin(self.rows.owner, owners)))
        going = np.unique(going[self.alive[going]])
        if not len(going):
            return self
        alive = self.alive.copy()
        alive[going] = False
        return replace(self, alive=alive, living=self.living - len(going))

    def _of_sources(self, sources: Sequence[int]) -> NDArray[np.int64]:
        """The rows that were made from these sources."""
        wanted = np.asarray(sources, np.int32)
        first = np.searchsorted(self.rows.source, wanted, "left", sorter=self.by_source).tolist()
        last = np.searchsorted(self.rows.source, wanted, "right", sorter=self.by_source).tolist()
        parts = [self.by_source[begin:end] for begin, end in zip(first, last, strict=True) if begin < end]
        return np.concatenate(parts).astype(np.int64) if parts else np.zeros(0, np.int64)

    def find(self, terms: Ints) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For each term the bounds, first and last, of its part of `places`: equal where no row holds it."""
        if not len(self.terms):
            nothing = np.zeros(len(terms), np.int64)
            return nothing, nothing
        at = np.minimum(np.searchsorted(self.terms, terms), len(self.terms) - 1)
        first = self.starts[at]
        return first, np.where(self.terms[at] == terms, self.starts[at + 1], first)

    def held_by(self, chosen: NDArray[np.int64]) -> tuple[NDArray[np.int64], Ints]:
        """All that the chosen rows hold: which of the chosen, and where among the `places` it stands there."""
        first = self.row_starts[chosen]
        lengths = self.row_starts[chosen + 1] - first
        upto = lengths.cumsum()
        of_which = np.arange(len(chosen)).repeat(lengths)
        return of_which, self.held[(first - upto + lengths)[of_which] + np.arange(len(of_which))]

    def areas(self, kinds: Sequence[Kind], wards: Sequence[int] | None) -> list[NDArray[np.int64]]:
        """For each kind its rows in these wards, and those without a place, as bounds: first, last, first, last and so
        on, ascending; none where it has no rows. `wards` None is everywhere.
        """
        spans = [(ANYWHERE, ELSEWHERE)] if wards is None else [(ward, ward) for ward in sorted({ANYWHERE, *wards})]
        edges = [((KINDS[kind] << KIND_BITS) + begin, (KINDS[kind] << KIND_BITS) + end + 1)
                 for kind in kinds for begin, end in spans]  # fmt: skip
        bounds = self.blocks.searchsorted(np.array(edges, np.int64)).reshape(len(kinds), -1).tolist()
        return [_joined(each) for each in bounds]


def _joined(edges: Sequence[int]) -> NDArray[np.int64]:
    """Runs of rows as bounds, those side by side as one, the empty ones left out."""
    bounds: list[int] = []
    for begin, end in zip(edges[::2], edges[1::2], strict=True):
        if begin < end and bounds and bounds[-1] == begin:
            bounds[-1] = end
        elif begin < end:
            bounds += (begin, end)
    return np.array(bounds, np.int64)


def _block(kind: NDArray, ward: NDArray | int) -> NDArray[np.int64]:
    """The number that rows are sorted by: the kind, then the ward."""
    return (kind.astype(np.int64) << KIND_BITS) + ward


def _by_row(places: Ints, rows: int) -> tuple[Ints, Ints]:
    """Where each row stands among the places, one row after the other, and from where to where that is said of it."""
    starts = np.zeros(rows + 1, np.int32)
    np.cumsum(np.bincount(places, minlength=rows), out=starts[1:])
    return np.argsort(places, kind="stable").astype(np.int32), starts


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
