"""Hits: where the words of a question are in a segment, and what each brings to each row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from participate.matching.index.segment import Floats, Ints, Segment
from participate.matching.ranking.question import Question

Places = NDArray[np.int64]
MANY_HITS = 30_000  # from so many on the product of a matrix is quicker than counting
A_SLICE = 128  # hits: copying so many one by one takes as long as one slice


@dataclass(frozen=True, slots=True)
class Brought:
    """What each entry of the question brought to each row: `amounts[i]` by entry `entries[i]` to row `rows[i]`."""

    rows: Places
    entries: Places
    amounts: Floats


@dataclass(frozen=True, slots=True)
class Hits:
    """Where the question's entries are in a segment: entry i is in the rows `places[starts[i]:starts[i + 1]]` with
    `weights`.
    """

    segment: Segment
    question: Question
    starts: Ints
    places: Ints
    weights: Floats

    def on(self, rows: Places) -> Brought:
        """What was brought to these rows."""
        wanted = np.zeros(len(self.segment), np.bool_)
        wanted[rows] = True
        mine = np.flatnonzero(wanted[self.places])
        entries = np.searchsorted(self.starts, mine, "right") - 1
        hit = self.places[mine].astype(np.int64)
        worth = self.question.worth[entries, self.segment.rows.facet[hit]]
        return Brought(hit, entries, self.weights[mine] * self.question.weights[entries] * worth)

    def sums(self) -> list[tuple[NDArray[np.float64] | Floats, Floats]]:
        """For each facet that the asker's lines have: what its entries bring to each row, before what they are worth
        to the row's own facet; and that worth, by the row's facet.
        """
        worth, weights = self.question.worth, self.question.weights
        if (worth == worth[0]).all():
            most = worth[0].max() or np.float32(1)
            return [(self._sum(weights * most), worth[0] / most)]
        worths, of_entry = np.unique(worth, axis=0, return_inverse=True)
        return [(self._sum(np.where(of_entry == facet, weights, np.float32(0))), one)
                for facet, one in enumerate(worths)]  # fmt: skip

    def _sum(self, weights: Floats) -> NDArray[np.float64] | Floats:
        """What entries with these weights bring to each row of the segment."""
        if len(self.places) < MANY_HITS:
            brought = self.weights * np.repeat(weights, np.diff(self.starts))
            counted: NDArray[np.float64] = np.bincount(self.places, brought, len(self.segment)).astype(
                np.float64, copy=False
            )
            return counted
        size = (len(self.segment), len(weights))
        summed: Floats = csc_array((self.weights, self.places, self.starts), shape=size) @ weights
        return summed


def no_hits(segment: Segment, question: Question) -> Hits:
    """No entry of the question anywhere."""
    starts = np.zeros(len(question.terms) + 1, np.int32)
    return Hits(segment, question, starts, segment.places[:0], segment.weights[:0])


def hits_of(segment: Segment, question: Question, bounds: Places | None) -> Hits:
    """Where the question's entries are, within the bounds or, without, anywhere."""
    first, last = segment.find(question.terms)
    if bounds is not None:
        first, last = _within(segment, first, last, bounds)
    else:
        first, last = first[:, None], last[:, None]
    lengths = last - first
    starts = np.zeros(len(first) + 1, np.int32)
    np.cumsum(lengths.sum(axis=1), out=starts[1:])
    if starts[-1] > A_SLICE * lengths.size:
        slices = [slice(*span) for span in zip(first.ravel().tolist(), last.ravel().tolist(), strict=True)]
        places = np.concatenate([segment.places[each] for each in slices])
        return Hits(segment, question, starts, places, np.concatenate([segment.weights[each] for each in slices]))
    each = lengths.ravel()
    at = np.repeat(first.ravel() - np.cumsum(each) + each, each) + np.arange(starts[-1])
    return Hits(segment, question, starts, segment.places[at], segment.weights[at])


def _within(segment: Segment, first: Places, last: Places, bounds: Places) -> tuple[Places, Places]:
    """The parts of each term's postings that fall into the bounds, as their firsts and those behind their lasts."""
    edges, none = bounds.astype(np.int32), np.zeros(len(bounds), np.int64)  # as places are: else all would be copied
    spans = zip(first.tolist(), last.tolist(), strict=True)
    cuts = [segment.places[begin:end].searchsorted(edges) if begin < end else none for begin, end in spans]
    within = np.array(cuts, np.int64).reshape(len(first), len(bounds)) + first[:, None]
    return within[:, ::2], within[:, 1::2]
