"""Not ten of a kind in a row."""

import numpy as np

from participate.matching.ranking.variety import varied
from tests.matching.given import asked, neighbourhood, person, project


def test_the_best_stays_first_and_a_different_one_comes_before_its_twin():
    alike = np.array([[1.0, 1.0, 0.0], [1.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    assert varied([1.0, 0.9, 0.6], alike) == [0, 2, 1]


def test_equals_keep_their_order_and_nobody_is_lost():
    assert varied([1.0] * 5, np.ones((5, 5))) == [0, 1, 2, 3, 4]
    assert varied([], np.zeros((0, 0))) == []


def test_kinds_and_interests_take_turns():
    index = neighbourhood(
        *[person(n, "chess") for n in range(8)],
        *[person(20 + n, "knitting") for n in range(8)],
        project(40, "Knitting circle"),
    )
    first = asked(index, "chess", "knitting")[:3]
    assert {one.reason.words for one in first} == {("chess",), ("knitting",)}
    assert "project:40" in [one.group for one in first]
