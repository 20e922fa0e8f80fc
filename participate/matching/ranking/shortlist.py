"""The shortlist: several rows of one thing made into one, its best row, and the best things of each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.live import Snapshot
from participate.matching.index.segment import KINDS
from participate.matching.ranking.candidates import Candidates, find
from participate.matching.ranking.facts import Facts
from participate.matching.ranking.question import Question
from participate.matching.rules import ENOUGH, FURTHER_LINE, MOST_SORTED
from participate.matching.words import Kind

Places = NDArray[np.int64]
RESERVE = 16  # rows for each thing that is wanted


@dataclass(frozen=True, slots=True)
class Shortlist:
    """One line a thing: row `rows[i]` of `found[parts[i]]` is its best, `totals[i]` what all its rows come
    to, `groups[i]` its number. `company` names, by group, the thing that the same people joined too.
    """

    found: Sequence[Candidates]
    parts: Places
    rows: Places
    groups: NDArray[np.int32]
    kinds: NDArray[np.uint8]
    scores: NDArray[np.float64]
    totals: NDArray[np.float64]
    company: Mapping[int, str] = field(default_factory=dict)

    def by_part(self, places: Places) -> Iterator[tuple[int, Places | slice]]:
        """The numbers of the parts that these places are in, each with where among the places its own are."""
        if len(self.found) == 1:
            yield 0, slice(None)
            return
        parts = self.parts[places]
        for part in set(parts.tolist()):
            yield part, np.flatnonzero(parts == part)

    def only(self, kind: Kind) -> Shortlist:
        """The things of one kind."""
        mine = self.of(kind)
        return replace(
            self, parts=self.parts[mine], rows=self.rows[mine], groups=self.groups[mine], kinds=self.kinds[mine],
            scores=self.scores[mine], totals=self.totals[mine],
        )  # fmt: skip

    def beside(self, kind: Kind, further: Sequence[Candidates]) -> Shortlist:
        """The shortlist with further things of a kind, each a row of its own."""
        lengths = [len(one.rows) for one in further]
        return replace(
            self,
            found=[*self.found, *further],
            parts=np.concatenate((self.parts, np.repeat(np.arange(len(further)) + len(self.found), lengths))),
            rows=np.concatenate((self.rows, *(one.rows for one in further))),
            groups=np.concatenate((self.groups, *(one.segment.rows.group[one.rows] for one in further))),
            kinds=np.concatenate((self.kinds, np.full(sum(lengths), KINDS[kind], np.uint8))),
            scores=np.concatenate((self.scores, np.zeros(sum(lengths)))),
            totals=np.concatenate((self.totals, *(one.worth for one in further))),
        )

    def of(self, kind: Kind) -> Places:
        """The places of the things of one kind."""
        return np.flatnonzero(self.kinds == KINDS[kind])

    def best(self, kind: Kind, most: int) -> Places:
        """The places of the `most` best things of one kind, the best first."""
        return self.in_order(kind)[:most]

    def in_order(self, kind: Kind) -> Places:
        """The places of the things of one kind, the best first."""
        places = self.of(kind)
        return places[np.argsort(-self.totals[places], kind="stable")]


def shortlist_of(
    snapshot: Snapshot, question: Question, facts: Facts, kinds: Sequence[Kind], wards: Sequence[int] | None, most: int
) -> Shortlist:
    """The shortlist of these kinds in these wards; `wards` None is everywhere. There are many more on it than the
    `most` that are wanted: not all can be explained.
    """
    rows = min(MOST_SORTED, RESERVE * max(most, ENOUGH))
    return _shortlist(find(snapshot, question, facts, kinds, wards, rows) if kinds else [])


def _shortlist(found: Sequence[Candidates]) -> Shortlist:
    if not found:
        nothing, none = np.zeros(0, np.int64), np.zeros(0)
        return Shortlist(found, nothing, nothing, np.zeros(0, np.int32), np.zeros(0, np.uint8), none, none)
    worth = _one([one.worth for one in found])
    kinds = _one([one.segment.rows.kind[one.rows] for one in found])
    first = _worthiest(worth, kinds)
    groups = _one([one.segment.rows.group[one.rows] for one in found])
    best, totals = _each_thing_once(groups, worth, first)
    return Shortlist(
        found,
        _one([np.full(len(one.rows), part) for part, one in enumerate(found)])[best],
        _one([one.rows for one in found])[best],
        groups[best],
        kinds[best],
        _one([one.scores for one in found])[best],
        totals,
    )


def _one(parts: Sequence[NDArray]) -> NDArray:
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def _each_thing_once(
    groups: NDArray[np.int32], worth: NDArray[np.float64], first: Places
) -> tuple[Places, NDArray[np.float64]]:
    """Of the rows at these places the worthiest of each group, ordered by the groups, and what all of it come to."""
    order = first[np.argsort(groups[first], kind="stable")]
    groups = groups[order]
    other = groups[1:] != groups[:-1]
    if other.all():
        return order, worth[order]
    order = order[np.lexsort((-worth[order], groups))]
    starts = np.flatnonzero(np.append(True, other))
    rank = np.arange(len(order)) - np.repeat(starts, np.diff(np.append(starts, len(order))))
    return order[starts], np.add.reduceat(worth[order] * FURTHER_LINE**rank, starts)


def _worthiest(worth: NDArray[np.float64], kinds: NDArray[np.uint8]) -> Places:
    """The places of the worthiest rows of each kind: more than can be shown are not worth sorting."""
    if len(kinds) <= MOST_SORTED:
        return np.arange(len(kinds))
    chosen = []
    for code in np.flatnonzero(np.bincount(kinds)):
        places = np.flatnonzero(kinds == code)
        if len(places) > MOST_SORTED:
            places = places[np.argpartition(-worth[places], MOST_SORTED)[:MOST_SORTED]]
        chosen.append(places)
    return np.concatenate(chosen)
