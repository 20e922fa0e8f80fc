"""Hits: where the words of a question are in a segment, and what each brings to each row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from participate.matching.index.segment import Floats, Ints, Segment
from participate.matching.ranking.question import WORTHS, Question

Places = NDArray[np.int64]
MANY_HITS = 30_000  # from so many on the product of a matrix is quicker than counting
A_SLICE = 128  # hits: copying so many one by one takes as long as one slice


@dataclass(frozen=True, slots=True)
class Brought:
    """What each entry of the question brought to some rows: `amounts[i]` by entry `entries[i]` to row `rows[which[i]]`.
    What was brought to one row stands in the order of the entries.
    """

    rows: Places
    which: Places
    entries: Places
    amounts: Floats


def brought_to(segment: Segment, question: Question, rows: Places) -> Brought:
    """What was brought to these rows, told from what they hold: of a few rows this is quicker than to read the hits."""
    first, last = question.bounds_in(segment)
    order = question.by_term[(last > first)[question.by_term]]  # the entries that are found, in the order of the places
    which, held = segment.held_by(rows)
    behind = last[order].searchsorted(held, "right")
    times = first[order].searchsorted(held, "right") - behind  # several words may look like one and the same
    hit = np.flatnonzero(times)
    times = times[hit]
    again = np.arange(len(hit)).repeat(times)
    entries = order[behind[hit][again] + np.arange(len(again)) - (times.cumsum() - times)[again]]
    in_order = entries.argsort(kind="stable")
    entries, hit = entries[in_order], hit[again][in_order]
    mine = which[hit]
    worth = question.worth[entries, segment.rows.facet[rows[mine]]]
    return Brought(rows, mine, entries, segment.weights[held[hit]] * question.weights[entries] * worth)


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

    def sums(self) -> list[tuple[NDArray[np.float64] | Floats, Floats]]:
        """For each facet that the asker's lines have: what its entries bring to each row, before what they are worth
        to the row's own facet; and that worth, by the row's facet.
        """
        groups, weights = self.question.groups, self.question.weights
        known = sorted(set(groups.tolist()))  # facets of equal worth to every other are one
        if len(known) == 1:
            worth = WORTHS[known[0]]
            most = worth.max()
            return [(self._sum(weights * most), worth / most)]
        return [(self._sum(np.where(groups == group, weights, np.float32(0))), WORTHS[group]) for group in known]

    def _sum(self, weights: Floats) -> NDArray[np.float64] | Floats:
        """What entries with these weights bring to each row of the segment."""
        if len(self.places) < MANY_HITS:
            brought = self.weights * weights.repeat(self.starts[1:] - self.starts[:-1])
            # Of nothing it would count in whole numbers.
            return np.bincount(self.places, brought, len(self.segment)).astype(np.float64, copy=False)
        size = (len(self.segment), len(weights))
        summed: Floats = csc_array((self.weights, self.places, self.starts), shape=size) @ weights
        return summed


def hits_of(segment: Segment, question: Question, bounds: Places | None) -> Hits:
    """Where the question's entries are, within the bounds or, without, anywhere."""
    first, last = question.bounds_in(segment)
    if bounds is not None:
        first, last = _within(segment, first, last, bounds)
    lengths = last - first
    starts = np.zeros(len(first) + 1, np.int32)
    (lengths if bounds is None else lengths.sum(axis=1)).cumsum(out=starts[1:])
    if starts[-1] > A_SLICE * lengths.size:
        spans = list(map(slice, first.ravel().tolist(), last.ravel().tolist()))
        places = np.concatenate([segment.places[span] for span in spans])
        return Hits(segment, question, starts, places, np.concatenate([segment.weights[span] for span in spans]))
    each = lengths.ravel()
    at = (first.ravel() - each.cumsum() + each).repeat(each) + np.arange(starts[-1])
    return Hits(segment, question, starts, segment.places[at], segment.weights[at])


def _within(segment: Segment, first: Places, last: Places, bounds: Places) -> tuple[Places, Places]:
    """The parts of each term's postings that fall into the bounds, as their firsts and those behind their lasts."""
    edges, none = bounds.astype(np.int32), np.zeros(len(bounds), np.int64)  # as places are: else all would be copied
    spans = zip(first.tolist(), last.tolist(), strict=True)
    cuts = [segment.places[begin:end].searchsorted(edges) if begin < end else none for begin, end in spans]
    within = np.array(cuts, np.int64).reshape(len(first), len(bounds)) + first[:, None]
    return within[:, ::2], within[:, 1::2]
