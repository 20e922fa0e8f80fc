"""On open data the matcher gets no worse. The figures: RESULTS.md, by python -m tests.matching.write_results"""

import pytest

from tests.matching.open_sets import QUICK, QUICK_TRIALS, falls, kept, measure, sets
from tests.matching.write_results import READABLE, readable

GOOD = {"ours": {"ndcg@10": 0.5, "gini": 0.6}, "tfidf": {"ndcg@10": 0.4}}


@pytest.mark.parametrize("name", QUICK)
def test_no_figure_falls(name: str) -> None:
    assert falls(kept()["quick"][name], measure(name, QUICK_TRIALS)) == []


@pytest.mark.soak
@pytest.mark.parametrize("name", sets())
def test_no_figure_falls_on_the_whole(name: str) -> None:
    assert falls(kept()["whole"][name], measure(name, kept()["most"])) == []


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (GOOD, []),
        ({"ours": {"ndcg@10": 0.491, "gini": 0.611}}, []),
        ({"ours": {"ndcg@10": 0.7, "gini": 0.2}}, []),
        ({"ours": {"ndcg@10": 0.489, "gini": 0.6}}, ["ours ndcg@10: 0.5 is now 0.489"]),
        ({"ours": {"ndcg@10": 0.5, "gini": 0.613}}, ["ours gini: 0.6 is now 0.613"]),
        ({"ours": {"ndcg@10": 0.5}}, ["ours gini: 0.6 is now None"]),
        ({}, ["ours gini: 0.6 is now None", "ours ndcg@10: 0.5 is now None"]),
    ],
)
def test_a_fall_is_seen(now: dict, told: list[str]) -> None:
    assert falls(GOOD, now) == told


def test_the_readable_table_says_what_was_measured() -> None:
    assert READABLE.read_text(encoding="utf-8") == readable(kept())


def test_every_set_is_in_the_table() -> None:
    assert list(kept()["whole"]) == sets()
    assert list(kept()["quick"]) == list(QUICK)
