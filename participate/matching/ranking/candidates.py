"""Candidates: the rows that a question touches and that may be shown, the neighbourhood's before all others.

Every row that holds a word of the question is scored, but of the many of a kind only the best are looked at one by one:
the rest is left aside once even the most that place and time could make of its words is less than what enough others
have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.live import Snapshot
from participate.matching.index.segment import KINDS, Floats, Ints, Segment
from participate.matching.ranking.facts import Facts
from participate.matching.ranking.hits import Hits, hits_of
from participate.matching.ranking.near import ceiling, close_wards, far_ceiling, fitness
from participate.matching.ranking.question import Question
from participate.matching.rules import MOST_SORTED
from participate.matching.words import Kind

Places = NDArray[np.int64]
Scores = NDArray[np.float64] | Floats
Found = tuple[Places, NDArray[np.float64], NDArray[np.float64]]  # rows, their scores, what these are worth
ONE_TRUE = np.ones(1, np.bool_)
TINY = float(np.finfo(np.float32).tiny)
FEW = 4_096  # rows; so few are looked at one by one
FEW_HITS = 512  # of so few the rows are sorted rather than counted
A_FEW = 12  # numbers; so few are looked for one after the other
SAMPLE = 2_048  # rows, from which it is told what a good score is among very many
LOWER = 0.6  # where too few are good enough: what is good enough then, as a share


@dataclass(frozen=True, slots=True)
class Candidates:
    """Rows of one segment that may be shown and whose text score is good enough; `worth` is what nearness, time and
    freshness make of it. They are not `by_words` where no word speaks for them.
    """

    segment: Segment
    rows: Places
    scores: NDArray[np.float64]
    worth: NDArray[np.float64]
    by_words: bool = True


def find(
    snapshot: Snapshot,
    question: Question,
    facts: Facts,
    kinds: Sequence[Kind],
    wards: Sequence[int] | None,
    most: int = MOST_SORTED,
) -> list[Candidates]:
    """The candidates of these kinds in these wards and without a place, by segment; `wards` None is everywhere. Where
    there are more than `most` of a kind in a segment, at least the best so many.
    """
    if not len(question.terms) or not kinds:
        return []
    never = snapshot.names.known((*facts.never_groups, *facts.joined))
    found = []
    for segment in snapshot.segments:
        areas = segment.areas(kinds, wards)
        if not any(map(len, areas)):
            continue
        hits = hits_of(segment, question, None if wards is None else np.sort(np.concatenate(areas)))
        if len(hits.places) <= max(FEW_HITS, len(segment) // 4):
            found.append(_among_few(hits, kinds, facts, never))
        else:
            close = close_wards(facts) if wards is None else None
            closes = None if close is None else segment.areas(kinds, close)
            found.append(_Scored(hits, facts, never, most).candidates(areas, closes))
    return [one for one in found if len(one.rows)]


def _among_few(hits: Hits, kinds: Sequence[Kind], facts: Facts, never: Sequence[int]) -> Candidates:
    """The candidates where so few rows are hit that there is no need to count for every row of the segment."""
    segment, question = hits.segment, hits.question
    order = np.argsort(hits.places, kind="stable")
    places = hits.places[order]
    entries = np.repeat(np.arange(len(question.terms)), np.diff(hits.starts))[order]
    brought = hits.weights[order] * question.weights[entries] * question.worth[entries, segment.rows.facet[places]]
    starts = np.flatnonzero(np.concatenate((ONE_TRUE[: len(places)], places[1:] != places[:-1])))
    scores = np.add.reduceat(brought, starts, dtype=np.float64) if len(starts) else np.zeros(0)
    good = np.flatnonzero(scores >= max(facts.least, TINY))
    rows, scores = places[starts[good]].astype(np.int64), scores[good]
    asked_for = np.zeros(len(KINDS), np.bool_)
    asked_for[[KINDS[kind] for kind in kinds]] = True
    may = asked_for[segment.rows.kind[rows]] & allowed(segment, rows, facts, never)
    rows, scores = rows[may], scores[may]
    return Candidates(segment, rows, scores, scores * fitness(segment.rows, rows, facts))


class _Scored:
    """A segment with the scores of all its rows."""

    def __init__(self, hits: Hits, facts: Facts, never: Sequence[int], most: int) -> None:
        self.hits, self.facts, self.never, self.most = hits, facts, never, most
        self.segment = hits.segment
        self.floor = max(facts.least, TINY)
        self.sums = hits.sums()
        # No row's score is above this: what the words bring, were they worth to it what they are worth at most.
        highest = [brought if worth.max() == 1 else brought * worth.max() for brought, worth in self.sums]
        self.highest = highest[0] if len(highest) == 1 else np.sum(highest, axis=0)

    def candidates(self, areas: Sequence[Places], closes: Sequence[Places] | None) -> Candidates:
        """The best rows of each area; of each the rows in `closes` may be worth more than the others."""
        parts = [self._one_by_one(_rows(area)) if len(area) > 2 or area[1] - area[0] <= FEW
                 else self._best(area, None if closes is None else pairs_of(closes[place]))
                 for place, area in enumerate(areas) if len(area)]  # fmt: skip
        rows, scores, worth = parts[0] if len(parts) == 1 else map(np.concatenate, zip(*parts, strict=True))
        return Candidates(self.segment, rows, scores, worth)

    def _one_by_one(self, rows: Places) -> Found:
        """Those of the rows that may be shown and have a score that is good enough, with it and what it is worth."""
        return self._looked_at(rows[self.highest[rows] >= self.floor])

    def _looked_at(self, rows: Places) -> Found:
        """The same of rows whose highest score is good enough."""
        may = allowed(self.segment, rows, self.facts, self.never)
        if not may.all():
            rows = rows[may]
        facets = self.segment.rows.facet[rows]
        scores = np.zeros(len(rows))
        for brought, worth in self.sums:
            scores += brought[rows] * worth[facets]
        good = scores >= self.floor
        if not good.all():
            rows, scores = rows[good], scores[good]
        return rows, scores, scores * fitness(self.segment.rows, rows, self.facts)

    def _best(self, area: Places, close: Sequence[tuple[int, int]] | None) -> Found:
        """The same of very many rows in a run: those that can be among the best, and all that are `close`, if few are
        (None: nobody can tell which).

        What is good enough is guessed from a sample, and lowered until enough are worth more than any that is left out
        can be.
        """
        first, last = area.tolist()
        if close is None or sum(end - begin for begin, end in close) > FEW:
            close, most = (), ceiling(self.facts)
        else:
            most = far_ceiling(self.facts)
        highest = self.highest[first:last]
        cut = self._guessed(highest)
        while cut >= self.floor:
            found = self._looked_at(self._from(first, last, cut, close))
            if _at_place(found[2], self.most) >= cut * most:
                return found
            cut *= LOWER
        return self._looked_at(first + np.flatnonzero(highest >= self.floor))

    def _guessed(self, highest: Scores) -> float:
        """A score that about twice as many rows have as are wanted."""
        sample = highest[:: max(1, len(highest) // SAMPLE)]
        enough = min(len(sample), 1 + 2 * self.most * len(sample) // len(highest))
        return float(np.partition(sample, -enough)[-enough])

    def _from(self, first: int, last: int, cut: float, close: Sequence[tuple[int, int]]) -> Places:
        """The rows of a run whose highest score is at least the cut, or good enough where they are close."""
        good = self.highest[first:last] >= cut
        for begin, end in close:
            good[begin - first : end - first] = self.highest[begin:end] >= self.floor
        return good.nonzero()[0] + first


def _at_place(worth: NDArray[np.float64], place: int) -> float:
    """The best but so many, from 1; 0 where there are fewer."""
    return float(np.partition(worth, -place)[-place]) if len(worth) >= place else 0.0


def _rows(area: Places) -> Places:
    """All rows of an area."""
    return np.concatenate([np.arange(*pair) for pair in pairs_of(area)])


def pairs_of(area: Places) -> list[tuple[int, int]]:
    """The runs of rows of an area, each from its first to the one behind its last."""
    bounds = area.tolist()
    return list(zip(bounds[::2], bounds[1::2], strict=True))


def allowed(segment: Segment, rows: Places, facts: Facts, never: Sequence[int]) -> NDArray[np.bool_]:
    """Which of these rows may be shown to her at all."""
    may = np.ones(len(rows), np.bool_) if segment.living == len(segment) else segment.alive[rows]
    if segment.ends:
        until = segment.rows.until[rows]
        may &= (until == 0) | (until > facts.moment)
    if facts.access:
        may &= (segment.rows.access[rows] & facts.access) == facts.access
    owners = [*facts.never_owners, *([facts.owner] if facts.owner else [])]
    if owners:
        may &= none_of(segment.rows.owner[rows], owners)
    if never:
        may &= none_of(segment.rows.group[rows], never)
    return may


def none_of(numbers: Ints, unwanted: Sequence[int]) -> NDArray[np.bool_]:
    """Which of the numbers are none of these."""
    if len(unwanted) > A_FEW:
        return ~np.isin(numbers, unwanted)
    good = numbers != unwanted[0]
    for each in unwanted[1:]:
        good &= numbers != each
    return good
