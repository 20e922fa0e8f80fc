"""A suggestion, and what each typed word brought to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from participate.matching.ranking.hits import Brought
from participate.matching.ranking.question import Question, Spot
from participate.matching.ranking.reason import Reason
from participate.matching.words import Kind


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


def amounts_of(question: Question, brought: Brought) -> list[dict[Spot, float]]:
    """For each of the rows what each typed word brought to it."""
    found: list[dict[Spot, float]] = [{} for _row in brought.rows]
    spots = question.spots
    numbers = question.entry_spots[brought.entries].tolist()
    for which, number, amount in zip(brought.which.tolist(), numbers, brought.amounts.tolist(), strict=True):
        if amount > 0:
            by_spot, spot = found[which], spots[number]
            by_spot[spot] = by_spot.get(spot, 0.0) + amount
    return found
