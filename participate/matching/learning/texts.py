"""The texts that are learned from: what things are about, taken out of the index."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array, csr_array, vstack

from participate.matching.index.live import Snapshot
from participate.matching.index.segment import FACETS, KINDS, Segment
from participate.matching.index.weighing import rarity
from participate.matching.words import Facet, Kind

LEARNED = (Kind.PROJECT, Kind.SESSION, Kind.IDEA, Kind.RECIPE)
MOST = 20_000  # texts; of more, the latest and all that somebody joined
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Texts:
    """One line a thing: the numbers of its group in the snapshot's names, ascending, its kind's number, and in
    `weights` (things × terms) what its words weigh. `rarity` is by term.
    """

    groups: NDArray[np.int32]
    kinds: NDArray[np.uint8]
    weights: csr_array
    rarity: Floats


def read_texts(snapshot: Snapshot, joined: Iterable[str]) -> Texts:
    """What all living things are about; those that somebody `joined` are never left out."""
    terms = len(snapshot.vocabulary)
    parts = [(segment, _about(segment)) for segment in snapshot.segments]
    groups = np.concatenate([segment.rows.group[rows] for segment, rows in parts] or [np.zeros(0, np.int32)])
    kinds = np.concatenate([segment.rows.kind[rows] for segment, rows in parts] or [np.zeros(0, np.uint8)])
    days = np.concatenate([segment.rows.day[rows] for segment, rows in parts] or [np.zeros(0, np.int32)])
    weights = vstack([_weights(*part, terms) for part in parts], "csr") if parts else csr_array((0, terms), dtype="f4")
    _groups, first = np.unique(groups, return_index=True)
    chosen = _chosen(first, np.isin(groups[first], snapshot.names.known(joined)), days[first])
    spread = snapshot.spread(np.arange(terms, dtype=np.int32))
    return Texts(groups[chosen], kinds[chosen], weights[chosen], rarity(spread, snapshot.living).astype(np.float32))


def _about(segment: Segment) -> NDArray[np.int64]:
    """The living rows that say what a thing is about."""
    about = segment.alive & (segment.rows.facet == FACETS[Facet.ABOUT])
    return np.flatnonzero(about & np.isin(segment.rows.kind, [KINDS[kind] for kind in LEARNED]))


def _weights(segment: Segment, rows: NDArray[np.int64], terms: int) -> csr_array:
    """These rows of a segment, by all terms of the vocabulary."""
    held = csc_array((segment.weights, segment.places, segment.starts), shape=(len(segment), len(segment.terms)))
    mine = csr_array(held.tocsr()[rows])
    return csr_array((mine.data, segment.terms[mine.indices], mine.indptr), shape=(len(rows), terms))


def _chosen(first: NDArray[np.int64], joined: NDArray[np.bool_], days: NDArray[np.int32]) -> NDArray[np.int64]:
    if len(first) <= MOST:
        return first
    order = np.lexsort((-days, ~joined))
    return first[np.sort(order[:MOST])]
