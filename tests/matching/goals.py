"""The goals of the matcher's quality, each with what was measured for it."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import mean

from tests.matching.open_sets import COLLECTIONS, NEW, ONE_OUT, Found

Whole = dict[str, Found]
FIGURE = "ndcg@10"
CLASSIC = tuple(name for name in COLLECTIONS if name.startswith("ir-"))
COLD, CROWD = f"people-nashville, {NEW}", f"people-nashville, {ONE_OUT}"
PLACED = f"people-toulouse, {ONE_OUT}"


@dataclass(frozen=True)
class Goal:
    """`measure` finds the figure; it is to be at least `least`, or at most `most`."""

    words: str
    measure: Callable[[Whole], float]
    least: float | None = None
    most: float | None = None

    def reached(self, whole: Whole) -> bool:
        """Whether the figure, as it is printed, is good enough."""
        figure = round(self.measure(whole), 3)
        return figure >= self.least if self.least is not None else figure <= (self.most or 0.0)


def times(name: str, method: str, other: str) -> Callable[[Whole], float]:
    """How many times as good one method is as another on a set."""
    return lambda whole: whole[name][method][FIGURE] / whole[name][other][FIGURE]


def plain(name: str, method: str, figure: str) -> Callable[[Whole], float]:
    """A figure as it is."""
    return lambda whole: whole[name][method][figure]


GOALS = (
    Goal("Q1 New things by text alone, as a multiple of TF-IDF", times(COLD, "text", "tfidf"), 1.15),
    Goal("Q2 New things with the learned map", times(COLD, "ours", "tfidf"), 1.33),
    Goal("Q3 Things that people know, as a multiple of TF-IDF", times(CROWD, "ours", "tfidf"), 2.9),
    Goal("Q3 the same, as a multiple of popularity", times(CROWD, "ours", "popularity"), 3.1),
    Goal("Q3 coverage@10", plain(CROWD, "ours", "coverage@10"), 0.83),
    Goal("Q3 Gini", plain(CROWD, "ours", "gini"), most=0.75),
    Goal("Q3 tail recall@10", plain(CROWD, "ours", "tail_recall@10"), 0.21),
    Goal("Q4 A short interest finds a group", times(COLLECTIONS[0], "ours", "tfidf"), 1.14),
    Goal(
        "Q5 Classic collections, mean multiple of TF-IDF",
        lambda whole: mean(times(name, "ours", "tfidf")(whole) for name in CLASSIC), 1.22,
    ),
    Goal(
        "Q5 the least multiple of bm25s on any of them",
        lambda whole: min(times(name, "ours", "bm25s")(whole) for name in COLLECTIONS), 0.98,
    ),
    Goal("Q6 Neighbourhoods (Toulouse), as a multiple of text alone", times(PLACED, "ours", "text"), 3.5),
    Goal("Q7 Reranked: coverage@10", plain(CROWD, "reranked", "coverage@10"), 0.93),
    Goal("Q7 Reranked: Gini", plain(CROWD, "reranked", "gini"), most=0.67),
    Goal("Q7 Reranked: share of the nDCG@10 that is kept", times(CROWD, "reranked", "ours"), 0.99),
)  # fmt: skip
