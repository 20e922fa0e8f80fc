"""Suggestions: from the facts of who asks to a list of things, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.live import Snapshot
from participate.matching.index.segment import KINDS, Rows
from participate.matching.ranking.facts import Facts
from participate.matching.ranking.near import nearness
from participate.matching.ranking.question import Question, Spot, ask
from participate.matching.ranking.reason import Reason, leading, quote
from participate.matching.ranking.shortlist import Places, Shortlist, shortlists
from participate.matching.ranking.variety import varied
from participate.matching.rules import SAME_KIND, SAME_WORDS, VARIED
from participate.matching.words import Facet, Kind, Nearness
from participate.places.rules.squares import walking_minutes

PARTS_A_DAY = 3
KIND_OF, FACET_OF = tuple(Kind), tuple(Facet)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing for the asker. `text_score` is what its words earned, the sum of `amounts`; `score` is its
    place in the list: the text score with nearness, free times, freshness and the thing's further lines.
    """

    group: str
    kind: Kind
    score: float
    text_score: float
    amounts: dict[Spot, float]
    why: Callable[[], Reason]

    @property
    def reason(self) -> Reason:
        """Why it is suggested, put into words only for those that are shown."""
        return self.why()


def suggest(snapshot: Snapshot, facts: Facts, most: int = 60) -> list[Suggestion]:
    """Up to `most` of each kind that she asks for, best and most varied first; empty where nothing is
    evident.
    """
    question = ask(snapshot, facts.lines)
    found: list[Suggestion] = []
    for kind, shortlist in shortlists(snapshot, question, facts):
        found.extend(_explained(snapshot, question, facts, shortlist, shortlist.best(kind, most)))
    found.sort(key=lambda one: (-one.score, one.group))
    head = found[:VARIED]
    return [head[place] for place in varied([one.score for one in head], _alike(head))] + found[VARIED:]


def _explained(
    snapshot: Snapshot, question: Question, facts: Facts, shortlist: Shortlist, places: Places
) -> Iterator[Suggestion]:
    """The things at these places that have a leading word."""
    amounts = _amounts(question, shortlist, places)
    for place in places.tolist():
        rows, row = shortlist.found[shortlist.parts[place]].segment.rows, int(shortlist.rows[place])
        spots = leading(amounts[place], question.telling, question.named)
        if spots:
            yield Suggestion(
                snapshot.names[rows.group[row]],
                KIND_OF[rows.kind[row]],
                float(shortlist.totals[place]),
                float(shortlist.scores[place]),
                amounts[place],
                partial(_reason, facts, rows, row, spots, amounts[place]),
            )


def _amounts(question: Question, shortlist: Shortlist, places: Places) -> dict[int, dict[Spot, float]]:
    """For each place, what each typed word brought."""
    amounts: dict[int, dict[Spot, float]] = {place: {} for place in places.tolist()}
    for part in np.unique(shortlist.parts[places]).tolist():
        mine = places[shortlist.parts[places] == part]
        of_row = dict(zip(shortlist.rows[mine].tolist(), mine.tolist(), strict=True))
        found = shortlist.found[part]
        hits = found.hits.on(shortlist.rows[mine], len(found.segment))
        spots = question.entry_spots[hits.entries].tolist()
        for row, spot, amount in zip(hits.rows.tolist(), spots, hits.amounts.tolist(), strict=True):
            if amount > 0:
                by_spot, at = amounts[of_row[row]], question.spots[spot]
                by_spot[at] = by_spot.get(at, 0.0) + amount
    return amounts


def _reason(facts: Facts, rows: Rows, row: int, spots: Sequence[Spot], amounts: dict[Spot, float]) -> Reason:
    ward, square = int(rows.ward[row]), int(rows.square[row])
    near = nearness(ward, square, facts)
    shared = int(rows.free[row]) & facts.free
    return Reason(
        words=quote(spots, amounts, facts.lines),
        asked=facts.lines[spots[0].line].facet,
        found=FACET_OF[rows.facet[row]],
        nearness=near,
        minutes=walking_minutes(facts.square, square) if near is Nearness.WALK else None,
        times=tuple(divmod(bit, PARTS_A_DAY) for bit in range(shared.bit_length()) if shared >> bit & 1),
    )


def _alike(found: Sequence[Suggestion]) -> NDArray[np.float64]:
    """How alike each two suggestions are: of one kind, and earned by the same words."""
    spots = {spot: number for number, spot in enumerate({spot: 0 for one in found for spot in one.amounts})}
    earned = np.zeros((len(found), max(1, len(spots))))
    for place, one in enumerate(found):
        for spot, amount in one.amounts.items():
            earned[place, spots[spot]] = amount
    earned /= np.maximum(np.linalg.norm(earned, axis=1, keepdims=True), 1e-9)
    kinds = np.array([KINDS[one.kind] for one in found])
    return SAME_WORDS * (earned @ earned.T) + SAME_KIND * (kinds[:, None] == kinds[None, :])
