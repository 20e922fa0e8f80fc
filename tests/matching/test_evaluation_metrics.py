"""The figures of the evaluation, against cases that were worked out by hand."""

from math import log2

import pytest

from participate.matching.evaluation.crowd import Crowd, Trial
from participate.matching.evaluation.figures import most_joined, of_crowd
from participate.matching.evaluation.files import Text
from participate.matching.evaluation.metrics import (
    average_precision,
    coverage,
    gini,
    mean,
    ndcg,
    recall,
    reciprocal_rank,
)

RANKING = ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize(
    ("relevant", "depth", "figure"),
    [
        ({"a"}, 10, 1.0),
        ({"b"}, 10, 1 / log2(3)),
        ({"c"}, 10, 0.5),
        ({"c"}, 2, 0.0),
        ({"a", "c"}, 10, (1 + 0.5) / (1 + 1 / log2(3))),
        ({"a", "b", "c"}, 2, 1.0),  # two places, both right: no better is possible
        ({"d", "not found"}, 10, (1 / log2(5)) / (1 + 1 / log2(3))),
        ({"z"}, 10, 0.0),
        (set(), 10, 0.0),
    ],
)
def test_ndcg(relevant: set[str], depth: int, figure: float) -> None:
    assert ndcg(RANKING, relevant, depth) == pytest.approx(figure)


def test_recall_is_the_share_of_all_that_is_relevant() -> None:
    assert recall(RANKING, {"a", "e"}, 10) == 1.0
    assert recall(RANKING, {"a", "e"}, 4) == 0.5
    assert recall(RANKING, {"a", "x", "y", "z"}, 10) == 0.25
    assert recall([], {"a"}, 10) == 0.0


def test_reciprocal_rank_looks_at_the_first_one_only() -> None:
    assert reciprocal_rank(RANKING, {"b", "c"}) == 0.5
    assert reciprocal_rank(RANKING, {"e"}) == 0.2
    assert reciprocal_rank(RANKING, {"z"}) == 0.0


def test_average_precision() -> None:
    assert average_precision(RANKING, {"a", "c"}) == pytest.approx((1 / 1 + 2 / 3) / 2)
    assert average_precision(RANKING, {"b"}) == 0.5
    assert average_precision(RANKING, {"b", "not found"}) == 0.25
    assert average_precision([], {"a"}) == 0.0


def test_coverage_and_gini() -> None:
    assert coverage([3, 0, 1, 0]) == 0.5
    assert gini([5, 5, 5, 5]) == 0.0
    assert gini([0, 0, 0, 12]) == 0.75  # one of four has it all: 1 - 1/4
    assert gini([1, 2, 3, 4]) == pytest.approx(0.25)
    assert gini([0, 0]) == gini([]) == coverage([]) == mean([]) == 0.0


def crowd(joined: dict[str, tuple[str, ...]], names: str) -> Crowd:
    return Crowd("en", tuple(Text(name) for name in names), joined, tuple(names), ())


def test_the_most_joined_fifth_is_the_head() -> None:
    joined = {"1": ("a", "b", "c"), "2": ("b", "c"), "3": ("c",)}
    assert most_joined(crowd(joined, "abcdefghij")) == {"b", "c"}
    assert most_joined(crowd(joined, "abcd")) == frozenset()  # a fifth of four is none
    assert most_joined(crowd({}, "abcde")) == frozenset()  # new items have no head


def test_the_figures_of_a_crowd() -> None:
    joined = {"1": ("a", "b"), "2": ("a",)}
    trials = [Trial("1", "c", ("a", "b")), Trial("2", "a", ("b",))]
    found = of_crowd([["d", "c"], ["e"]], crowd(joined, "abcde"), trials)
    assert found == pytest.approx(
        {
            "ndcg@10": 1 / log2(3) / 2,
            "recall@5": 0.5,
            "recall@10": 0.5,
            "recall@20": 0.5,
            "mrr": 0.25,
            "coverage@10": 3 / 5,
            "gini": 2 * (3 + 4 + 5) / (5 * 3) - 6 / 5,  # shown 0, 0, 1, 1, 1 times
            "tail_recall@10": 1.0,  # a is the head; c was found
        }
    )


def test_only_the_first_ten_count_as_shown() -> None:
    names = "abcdefghijklmno"
    found = of_crowd([list(names)], crowd({}, names), [Trial("1", "o", ())])
    assert found["coverage@10"] == pytest.approx(10 / 15)
    assert found["recall@10"] == 0.0
    assert found["recall@20"] == 1.0
