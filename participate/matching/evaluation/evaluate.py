"""Every method on one open set, in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from participate.matching.evaluation.baselines import Order, Scorer, bm25, by_chance, by_popularity, by_text, tfidf
from participate.matching.evaluation.collection import Collection
from participate.matching.evaluation.crowd import Crowd, Trial
from participate.matching.evaluation.figures import Figures, of_collection, of_crowd
from participate.matching.evaluation.metrics import Ranking
from participate.matching.evaluation.ours import Borough, by_question

Trials = Sequence[Trial]
BASELINES: dict[str, Callable[[Crowd, Trials], Iterable[Ranking]]] = {
    "random": by_chance,
    "popularity": by_popularity,
    "tfidf": by_text,
}
OURS: dict[str, Callable[[Borough, Trials], Iterable[Ranking]]] = {
    "text": Borough.by_text,
    "map": Borough.by_map,
    "behaviour": Borough.by_behaviour,
    "ours": Borough.by_all,
    "reranked": Borough.reranked,
}


def evaluate(collection: Collection) -> dict[str, Figures]:
    """The figures of ours and of the two baselines, and the ratio of ours to default TF-IDF."""
    texts = [document.whole for document in collection.documents]
    found = {
        "ours": of_collection(by_question(collection), collection),
        "tfidf": of_collection(_answers(collection, tfidf(texts)), collection),
        "bm25s": of_collection(_answers(collection, bm25(texts, collection.language)), collection),
    }
    return found | {"ratio": ratio(found["ours"], found["tfidf"])}


def evaluate_people(crowd: Crowd, most: int | None = None) -> dict[str, Figures]:
    """The figures of each method; with `most` from so many trials only, spread over all of them."""
    trials = spread(crowd.trials, most)
    found = {name: of_crowd(method(crowd, trials), crowd, trials) for name, method in BASELINES.items()}
    borough = Borough(crowd)
    return found | {name: of_crowd(method(borough, trials), crowd, trials) for name, method in OURS.items()}


def ratio(ours: Figures, other: Figures) -> Figures:
    """Each figure of ours as a multiple of the other's. Two zeros are equal; more than a zero has no ratio."""
    return {name: ours[name] / other[name] if other[name] else 1.0 for name in ours if other[name] or not ours[name]}


def spread(trials: Sequence[Trial], most: int | None) -> Sequence[Trial]:
    """At most so many, at even distances."""
    return trials if not most else trials[:: max(1, -(-len(trials) // most))]


def _answers(collection: Collection, scorer: Scorer) -> Iterator[Ranking]:
    order = Order([document.name for document in collection.documents])
    return (order.of(scores) for scores in scorer([question.whole for question in collection.questions]))
