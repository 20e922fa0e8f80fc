"""All pairs: for each posting of an index those that say most of the same."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from participate.matching.index.live import Snapshot
from participate.matching.index.segment import Floats, Segment
from participate.matching.index.weighing import rarity

SAMPLE = 2_048  # postings, from which it is told what a good score is
LOWER = 0.5  # where too few are good enough: what is good enough then, as a share


def most_alike(snapshot: Snapshot, most: int) -> Iterator[tuple[int, NDArray[np.int64], Floats]]:
    """Each row of the fitted part of the index, with up to `most` others, the most alike first, and their scores.

    The score is that of a question with the words of the row, as heavy as they are there.
    """
    for segment in snapshot.segments[:1]:
        rare = rarity(np.diff(segment.starts), snapshot.living).astype(np.float32)
        columns = csc_array((segment.weights, segment.places, segment.starts), shape=(len(segment), len(rare)))
        rows = columns.tocsr()
        for row, (first, last) in enumerate(zip(rows.indptr[:-1].tolist(), rows.indptr[1:].tolist(), strict=True)):
            terms = rows.indices[first:last]
            scores = _scores(segment, terms, rows.data[first:last] * rare[terms])
            scores[row] = 0
            best = _best(scores, most)
            yield row, best, scores[best]


def _scores(segment: Segment, terms: NDArray[np.int32], weights: Floats) -> Floats:
    """What these terms bring to each row."""
    bounds = np.column_stack((segment.starts[terms], segment.starts[terms + 1])).tolist()
    starts = np.append(0, np.cumsum([last - first for first, last in bounds])).astype(np.int32)
    places = np.concatenate([segment.places[first:last] for first, last in bounds] or [segment.places[:0]])
    amounts = np.concatenate([segment.weights[first:last] for first, last in bounds] or [segment.weights[:0]])
    return csc_array((amounts, places, starts), shape=(len(segment), len(terms))) @ weights


def _best(scores: Floats, most: int) -> NDArray[np.int64]:
    """The places of the highest scores above 0, the highest first."""
    sample = np.sort(scores[:: max(1, len(scores) // SAMPLE)])
    cut = sample[max(0, len(sample) - 1 - 2 * most * len(sample) // len(scores))]
    found = np.flatnonzero(scores >= cut) if cut > 0 else np.flatnonzero(scores)
    while cut > 0 and len(found) < most:
        cut = cut * LOWER if cut > sample[-1] / 64 else np.float32(0)
        found = np.flatnonzero(scores >= cut) if cut > 0 else np.flatnonzero(scores)
    if len(found) > most:
        found = found[np.argpartition(-scores[found], most)[:most]]
    return found[np.argsort(-scores[found], kind="stable")]
