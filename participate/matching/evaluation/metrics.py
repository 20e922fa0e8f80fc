"""The figures. A ranking is a sequence of names, the best first, each once; depths are places, from 1."""

from collections.abc import Collection, Iterable, Sequence
from math import log2

Ranking = Sequence[str]


def ndcg(ranking: Ranking, relevant: Collection[str], depth: int) -> float:
    """Normalised discounted cumulative gain, each relevant name worth one: 1.0 where the first places hold nothing
    else.
    """
    gain = sum(1 / log2(place + 1) for place, name in enumerate(ranking[:depth], 1) if name in relevant)
    best = sum(1 / log2(place + 1) for place in range(1, min(depth, len(relevant)) + 1))
    return gain / best if best else 0.0


def recall(ranking: Ranking, relevant: Collection[str], depth: int) -> float:
    """The share of the relevant names that stand among the first."""
    return sum(name in relevant for name in ranking[:depth]) / len(relevant) if relevant else 0.0


def reciprocal_rank(ranking: Ranking, relevant: Collection[str]) -> float:
    """One divided by the place of the first relevant name; 0.0 where there is none."""
    return next((1 / place for place, name in enumerate(ranking, 1) if name in relevant), 0.0)


def average_precision(ranking: Ranking, relevant: Collection[str]) -> float:
    """The mean, over the relevant names, of the share of relevant ones down to their place."""
    found, total = 0, 0.0
    for place, name in enumerate(ranking, 1):
        if name in relevant:
            found += 1
            total += found / place
    return total / len(relevant) if relevant else 0.0


def coverage(shown: Collection[int]) -> float:
    """The share of those that were shown at all; `shown` tells of each how often."""
    return sum(often > 0 for often in shown) / len(shown) if shown else 0.0


def gini(shown: Iterable[int]) -> float:
    """How unevenly things are shown: 0.0 where each as often as any other, towards 1.0 where one has it all."""
    ordered = sorted(shown)
    total, number = sum(ordered), len(ordered)
    if not total:
        return 0.0
    weighted = sum(place * often for place, often in enumerate(ordered, 1))
    return 2 * weighted / (number * total) - (number + 1) / number


def mean(values: Iterable[float]) -> float:
    """The mean; 0.0 of nothing."""
    held = list(values)
    return sum(held) / len(held) if held else 0.0
