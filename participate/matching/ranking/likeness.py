"""What is about the same: a thing that shares many of a text's words stands before one that shares a rare one only."""

from collections import Counter
from collections.abc import Sequence
from math import sqrt

from participate.matching.ranking.suggestion import Suggestion
from participate.matching.words import Kind


def likest(found: Sequence[Suggestion], most: int) -> list[Suggestion]:
    """Up to `most` of each kind, those first that are most about the same."""
    kept: Counter[Kind] = Counter()
    chosen = []
    for one in sorted(found, key=lambda one: (-likeness(one), one.group)):
        kept[one.kind] += 1
        if kept[one.kind] <= most:
            chosen.append(one)
    return chosen


def likeness(one: Suggestion) -> float:
    """How much a thing is about the same: each typed word that it shares counts with the root of what it brought.

    So a second word counts for more than the first one standing in a heading. Near things keep their advantage.
    """
    near = one.score / one.text_score if one.text_score > 0 else 0.0
    return sqrt(near) * sum(sqrt(amount) for amount in one.amounts.values())
