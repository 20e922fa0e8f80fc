"""Candidates: the rows that a question touches and that may be shown, the neighbourhood's before all
others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.live import Snapshot
from participate.matching.index.segment import Floats, Segment
from participate.matching.ranking.facts import Facts
from participate.matching.ranking.question import Question
from participate.matching.rules import LEAST_SCORE
from participate.matching.words import Kind

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Hits:
    """What each entry of the question brought to each row: `amounts[i]` by entry `entries[i]` to row
    `rows[i]`.
    """

    rows: Places
    entries: Places
    amounts: Floats

    def on(self, rows: Places, size: int) -> Hits:
        """Only the hits on these rows, out of `size`."""
        wanted = np.zeros(size, np.bool_)
        wanted[rows] = True
        mine = wanted[self.rows]
        return Hits(self.rows[mine], self.entries[mine], self.amounts[mine])


@dataclass(frozen=True, slots=True)
class Candidates:
    """Rows of one segment that may be shown and whose text score, the sum of their `hits`, is good enough."""

    segment: Segment
    rows: Places
    scores: NDArray[np.float64]
    hits: Hits


def find(
    snapshot: Snapshot,
    question: Question,
    facts: Facts,
    kinds: Sequence[Kind],
    wards: Sequence[int] | None,
    least: float = LEAST_SCORE,
) -> list[Candidates]:
    """The candidates of these kinds in these wards and without a place, by segment; `wards` None is
    everywhere.
    """
    if not len(question.terms) or not kinds:
        return []
    never = snapshot.names.known(facts.never_groups)
    found = []
    for segment in snapshot.segments:
        hits = _hits(segment, question, segment.ranges(kinds, wards))
        scores = np.bincount(hits.rows, hits.amounts, len(segment)).astype(np.float64)
        rows = np.flatnonzero((scores > 0) & (scores >= least))
        rows = rows[_allowed(segment, rows, facts, never)]
        if len(rows):
            found.append(Candidates(segment, rows, scores[rows], hits))
    return found


def _hits(segment: Segment, question: Question, bounds: Places) -> Hits:
    slices: list[slice] = []
    entries: list[int] = []
    for entry, (first, last) in enumerate(np.column_stack(segment.find(question.terms)).tolist()):
        parts = _parts(segment, first, last, bounds) if first < last else []
        slices.extend(parts)
        entries.extend([entry] * len(parts))
    if not slices:
        return Hits(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32))
    rows = np.concatenate([segment.places[part] for part in slices]).astype(np.int64)
    weights = np.concatenate([segment.weights[part] for part in slices])
    by = np.repeat(np.array(entries), [part.stop - part.start for part in slices])
    return Hits(rows, by, weights * question.weights[by] * question.worth[by, segment.rows.facet[rows]])


def _parts(segment: Segment, first: int, last: int, bounds: Places) -> list[slice]:
    """The parts of one term's postings that fall into the bounds."""
    cuts = (first + np.searchsorted(segment.places[first:last], bounds)).tolist()
    return [slice(begin, end) for begin, end in zip(cuts[::2], cuts[1::2], strict=True) if begin < end]


def _allowed(segment: Segment, rows: Places, facts: Facts, never: Sequence[int]) -> NDArray[np.bool_]:
    """Which of these rows may be shown to her at all."""
    until, owner = segment.rows.until[rows], segment.rows.owner[rows]
    allowed = segment.alive[rows] & ((until == 0) | (until > facts.moment))
    owners = [*facts.never_owners, *([facts.owner] if facts.owner else [])]
    if owners:
        allowed &= ~np.isin(owner, owners)
    if never:
        allowed &= ~np.isin(segment.rows.group[rows], never)
    return allowed
