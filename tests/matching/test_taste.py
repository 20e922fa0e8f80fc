"""Her answers: what is like a thing that is not hers sinks, what is like one she wants more of rises."""

import pytest

from participate.matching.words import Because
from tests.matching.given import FAR, SQUARE, THAMES, asked, neighbourhood, person, project
from tests.matching.learnt import for_someone, learnt

BREAD, CHESS = "baking bread", "playing chess"
EVENING, MORNING = 1 << 2, 1 << 0


@pytest.fixture(scope="module")
def index():
    return neighbourhood(
        project(1, "Bread club"), project(2, "Bread and butter"), project(3, "Chess club"), project(4, "Chess lessons"),
        person(5, "bread"), person(6, "chess"),
    )  # fmt: skip


def scores(index, **facts):
    return {one.group: one.score for one in asked(index, BREAD, CHESS, **facts)}


def test_what_is_like_a_thing_that_is_not_hers_sinks(index):
    before = scores(index)
    after = scores(index, no={"project:1": Because.NOT_MY_THING}, never_groups=frozenset({"project:1"}))
    assert "project:1" not in after
    assert after["project:2"] < 0.6 * before["project:2"]
    assert after["person:5"] < before["person:5"]
    assert after["project:2"] / before["project:2"] < after["person:5"] / before["person:5"]
    assert {each: after[each] for each in ("project:3", "project:4", "person:6")} == pytest.approx(
        {each: before[each] for each in ("project:3", "project:4", "person:6")}
    )


@pytest.mark.parametrize("because", [Because.KNOWN, Because.TOO_FAR, Because.WRONG_TIME])
def test_for_other_reasons_what_is_like_it_stays(index, because):
    before = scores(index)
    after = scores(index, no={"project:1": because}, never_groups=frozenset({"project:1"}))
    assert after["person:6"] == pytest.approx(before["person:6"])
    if because is Because.KNOWN:
        assert after["project:2"] == pytest.approx(before["project:2"])


def test_more_like_this_lifts_what_is_like_it(index):
    before, after = scores(index), scores(index, more=("project:3",))
    assert after["project:4"] > 1.3 * before["project:4"]
    assert after["project:2"] == pytest.approx(before["project:2"])


def test_what_is_as_far_as_something_too_far_sinks():
    near, far, further = project(1, "Chess here"), project(2, "Chess there", ward=FAR), project(3, "Chess", ward=FAR)
    index = neighbourhood(near, far, further)
    facts = {"ward": THAMES, "near": (THAMES,)}
    before = scores(index, **facts)
    after = scores(index, no={"project:2": Because.TOO_FAR}, never_groups=frozenset({"project:2"}), **facts)
    assert after["project:3"] == pytest.approx(0.5 * before["project:3"])
    assert after["project:1"] == pytest.approx(before["project:1"])


def test_too_far_is_measured_where_both_places_are_known():
    steps = [SQUARE, SQUARE + 4, SQUARE + 8, SQUARE + 16]
    index = neighbourhood(*[project(number, "Chess", square=square) for number, square in enumerate(steps, 1)])
    facts = {"ward": THAMES, "near": (THAMES,), "square": SQUARE}
    before = scores(index, **facts)
    after = scores(index, no={"project:3": Because.TOO_FAR}, never_groups=frozenset({"project:3"}), **facts)
    lower = {group for group in after if after[group] < 0.9 * before[group]}
    assert lower == {"project:4"}


def test_what_is_only_at_a_wrong_time_sinks():
    index = neighbourhood(
        project(1, "Chess one", free=EVENING), project(2, "Chess two", free=EVENING),
        project(3, "Chess three", free=MORNING), project(4, "Chess four"),
    )  # fmt: skip
    before = scores(index)
    after = scores(index, no={"project:1": Because.WRONG_TIME}, never_groups=frozenset({"project:1"}))
    lower = {group for group in after if after[group] < 0.9 * before[group]}
    assert lower == {"project:2"}


def test_what_means_the_same_sinks_too_without_a_shared_word():
    index, learned = learnt()
    facts = {"joined": ("project:1", "project:2"), "never_groups": frozenset({"project:3"})}
    before = {one.group: one.score for one in for_someone(index, learned, **facts)}
    no = {"project:3": Because.NOT_MY_THING}
    after = {one.group: one.score for one in for_someone(index, learned, no=no, **facts)}
    assert after.keys() == before.keys() == {f"project:{number}" for number in range(4, 8)}
    assert all(after[group] < before[group] for group in after)
