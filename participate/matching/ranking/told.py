"""Told: which rows hold a word that may lead. Of all others no reason can be given by their words, so that they need
not be looked at.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.live import Snapshot
from participate.matching.index.segment import Segment
from participate.matching.ranking.question import Question
from participate.matching.words import Kind


class Told:
    """The rows of a snapshot, by segment, that hold a word of a question that may lead."""

    def __init__(self, snapshot: Snapshot, question: Question) -> None:
        leads = _leads(question)
        self._by_segment = [(segment, _holding(segment, question, leads)) for segment in snapshot.segments]

    def of(self, segment: Segment) -> NDArray[np.bool_]:
        """For each row of one segment, whether it holds one."""
        return next(told for one, told in self._by_segment if one is segment)

    def may_be_enough(self, kinds: Sequence[Kind], wards: Sequence[int], enough: int) -> bool:
        """Whether so many rows of any of these kinds, in these wards or without a place, hold one."""
        count = dict.fromkeys(kinds, 0)
        for segment, told in self._by_segment:
            for kind, area in zip(kinds, segment.areas(kinds, wards), strict=True):
                bounds = area.tolist()
                for first, last in zip(bounds[::2], bounds[1::2], strict=True):
                    count[kind] += int(np.count_nonzero(told[first:last]))
        return any(each >= enough for each in count.values())


def _leads(question: Question) -> NDArray[np.bool_]:
    """Which entries of the question stand for a word that may lead, by itself or with others."""
    telling, named = question.telling, question.named
    may = [spot in telling for spot in question.spots]
    if named:
        may = [
            leads or any(concept.holds(spot) for concept in named)
            for spot, leads in zip(question.spots, may, strict=True)
        ]
    return np.array(may, np.bool_)[question.entry_spots]


def _holding(segment: Segment, question: Question, leads: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The rows that hold any of the entries that lead."""
    held = np.zeros(len(segment), np.bool_)
    first, last = question.bounds_in(segment)
    spans = zip(first[leads].tolist(), last[leads].tolist(), strict=True)
    held[np.concatenate([segment.places[:0], *(segment.places[begin:end] for begin, end in spans)])] = True
    return held
