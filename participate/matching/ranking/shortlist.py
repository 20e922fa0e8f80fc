"""The shortlist: several rows of one thing made into one, its best row, and the best things of each kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.live import Snapshot
from participate.matching.index.segment import KINDS
from participate.matching.ranking.candidates import Candidates, find
from participate.matching.ranking.facts import Facts
from participate.matching.ranking.near import fitness
from participate.matching.ranking.question import Question
from participate.matching.rules import ENOUGH, FURTHER_LINE
from participate.matching.words import Kind

Places = NDArray[np.int64]
MOST_SORTED = 400  # rows of a kind


@dataclass(frozen=True, slots=True)
class Shortlist:
    """One line a thing: row `rows[i]` of `found[parts[i]]` is its best, `totals[i]` what all its rows come
    to.
    """

    found: Sequence[Candidates]
    parts: Places
    rows: Places
    kinds: NDArray[np.uint8]
    scores: NDArray[np.float64]
    totals: NDArray[np.float64]

    def of(self, kind: Kind) -> Places:
        """The places of the things of one kind."""
        return np.flatnonzero(self.kinds == KINDS[kind])

    def best(self, kind: Kind, most: int) -> Places:
        """The places of the `most` best things of one kind, the best first."""
        places = self.of(kind)
        return places[np.argsort(-self.totals[places], kind="stable")][:most]


def shortlists(snapshot: Snapshot, question: Question, facts: Facts) -> list[tuple[Kind, Shortlist]]:
    """For each kind its shortlist: from nearby, or from everywhere where nearby there are not enough."""
    near = _shortlist(find(snapshot, question, facts, facts.kinds, facts.near), facts) if facts.near else None
    lacking = [kind for kind in facts.kinds if near is None or len(near.of(kind)) < ENOUGH]
    wide = _shortlist(find(snapshot, question, facts, lacking, None), facts)
    return [(kind, wide if near is None or kind in lacking else near) for kind in facts.kinds]


def _shortlist(found: Sequence[Candidates], facts: Facts) -> Shortlist:
    if not found:
        nothing, none = np.zeros(0, np.int64), np.zeros(0)
        return Shortlist(found, nothing, nothing, np.zeros(0, np.uint8), none, none)
    worth = np.concatenate([one.scores * fitness(one.segment.rows, one.rows, facts) for one in found])
    kinds = np.concatenate([one.segment.rows.kind[one.rows] for one in found])
    groups = np.concatenate([one.segment.rows.group[one.rows] for one in found])
    first = _worthiest(worth, kinds)
    order = first[np.lexsort((-worth[first], groups[first]))]
    groups = groups[order]
    starts = np.flatnonzero(np.append(True, groups[1:] != groups[:-1]))
    rank = np.arange(len(order)) - np.repeat(starts, np.diff(np.append(starts, len(order))))
    best = order[starts]
    return Shortlist(
        found,
        np.repeat(np.arange(len(found)), [len(one.rows) for one in found])[best],
        np.concatenate([one.rows for one in found])[best],
        kinds[best],
        np.concatenate([one.scores for one in found])[best],
        np.add.reduceat(worth[order] * FURTHER_LINE**rank, starts),
    )


def _worthiest(worth: NDArray[np.float64], kinds: NDArray[np.uint8]) -> Places:
    """The places of the worthiest rows of each kind: more than can be shown are not worth sorting."""
    chosen = []
    for code in np.unique(kinds):
        places = np.flatnonzero(kinds == code)
        if len(places) > MOST_SORTED:
            places = places[np.argpartition(-worth[places], MOST_SORTED)[:MOST_SORTED]]
        chosen.append(places)
    return np.concatenate(chosen)
