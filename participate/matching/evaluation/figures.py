"""From rankings to the figures that are printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from participate.matching.evaluation.collection import Collection
from participate.matching.evaluation.crowd import Crowd, Trial
from participate.matching.evaluation.metrics import (
    Ranking,
    average_precision,
    coverage,
    gini,
    mean,
    ndcg,
    recall,
    reciprocal_rank,
)

Figures = dict[str, float]
DEPTH = 10
DEPTHS = (5, 10, 20)
LOOKED_AT = 100  # places of a person's list; what comes later is not found
HEAD = 5  # a fifth of the candidates, the most joined, is the head; the rest is the tail


def of_collection(rankings: Iterable[Ranking], collection: Collection) -> Figures:
    """The figures of one method; `rankings` has one for each question, in order."""
    judged = [
        (ranking, collection.relevant[question.name])
        for ranking, question in zip(rankings, collection.questions, strict=True)
    ]
    return {
        "ndcg@10": mean(ndcg(ranking, relevant, DEPTH) for ranking, relevant in judged),
        "recall@10": mean(recall(ranking, relevant, DEPTH) for ranking, relevant in judged),
        "mrr": mean(reciprocal_rank(ranking, relevant) for ranking, relevant in judged),
        "map": mean(average_precision(ranking, relevant) for ranking, relevant in judged),
    }


def of_crowd(rankings: Iterable[Ranking], crowd: Crowd, trials: Sequence[Trial]) -> Figures:
    """The figures of one method; `rankings` has one for each trial, in order."""
    judged = [(ranking[:LOOKED_AT], trial.item) for ranking, trial in zip(rankings, trials, strict=True)]
    shown = Counter(name for ranking, _item in judged for name in ranking[:DEPTH])
    often = [shown[name] for name in crowd.candidates]
    head = most_joined(crowd)
    tail = [(ranking, item) for ranking, item in judged if item not in head]
    return {
        "ndcg@10": mean(ndcg(ranking, {item}, DEPTH) for ranking, item in judged),
        **{f"recall@{depth}": mean(recall(ranking, {item}, depth) for ranking, item in judged) for depth in DEPTHS},
        "mrr": mean(reciprocal_rank(ranking, {item}) for ranking, item in judged),
        "coverage@10": coverage(often),
        "gini": gini(often),
        "tail_recall@10": mean(recall(ranking, {item}, DEPTH) for ranking, item in tail),
    }


def most_joined(crowd: Crowd) -> frozenset[str]:
    """The fifth of the candidates that most people joined; what nobody joined yet is never among them."""
    joined = Counter(name for items in crowd.joined.values() for name in items)
    ranked = sorted((name for name in crowd.candidates if joined[name]), key=lambda name: -joined[name])
    return frozenset(ranked[: len(crowd.candidates) // HEAD])
