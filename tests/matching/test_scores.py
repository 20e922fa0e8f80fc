"""The words of a suggestion add up to its score, and its reason quotes those that made it."""

import pytest

from participate.matching.ranking.facts import Line
from participate.matching.words import Facet, Kind, Nearness
from tests.matching.given import THAMES, asked, names, neighbourhood, person, project

BREAD = project(1, "Sourdough Saturday", "We bake bread together and take a loaf home. Children welcome.")
CHESS = project(2, "Chess in the park", "Boards are there.")
BAKER = person(3, "baking bread and cakes")
TEXT = "I like baking bread and cakes, and could teach chess to children"


@pytest.fixture(scope="module")
def index():
    return neighbourhood(BREAD, CHESS, BAKER)


def test_what_the_words_bring_adds_up_to_the_text_score(index):
    found = asked(index, TEXT)
    assert {"project:1", "project:2", "person:3"} <= set(names(found))
    for one in found:
        assert sum(one.amounts.values()) == pytest.approx(one.text_score, rel=1e-6)


def test_without_its_leading_words_the_text_scores_less(index):
    for one in asked(index, TEXT):
        shorter = TEXT
        for word in one.reason.words:
            shorter = shorter.replace(word, "")
        again = {other.group: other.text_score for other in asked(index, shorter)}
        assert again.get(one.group, 0.0) < 0.5 * one.text_score


def test_the_reason_quotes_the_words_as_typed(index):
    reasons = {one.group: one.reason.words for one in asked(index, "Baking BREAD, chess")}
    assert reasons["project:1"] == ("Baking BREAD",)
    assert reasons["project:2"] == ("chess",)


def test_words_that_stood_apart_are_quoted_apart(index):
    reasons = {one.group: one.reason.words for one in asked(index, "bread. Also: cakes")}
    assert reasons["person:3"] == ("bread", "cakes")


def test_a_reason_says_what_both_sides_said(index):
    [baker] = asked(index, Line(Facet.WANTS_TO_LEARN, "baking"), kinds=[Kind.PERSON])
    assert (baker.reason.asked, baker.reason.found) == (Facet.WANTS_TO_LEARN, Facet.LIKES)


def test_a_title_counts_more_than_a_long_text():
    index = neighbourhood(
        project(1, "Chess club"), project(2, "Club", "We also have chess. " + "Other games too. " * 9)
    )
    assert names(asked(index, "chess")) == ["project:1", "project:2"]


def test_several_lines_of_one_person_are_one_suggestion():
    index = neighbourhood(person(1, "chess"), person(1, "chess openings"), person(2, "chess"))
    found = asked(index, "chess")
    assert names(found) == ["person:1", "person:2"]


def test_shared_free_times_are_told_and_count():
    monday_evening, sunday_morning = 1 << 2, 1 << 18
    index = neighbourhood(person(1, "chess"), person(2, "chess", free=monday_evening | sunday_morning))
    first, second = asked(index, "chess", free=monday_evening | 1, ward=THAMES, near=(THAMES,))
    assert (first.group, first.reason.times) == ("person:2", ((0, 2),))
    assert (second.group, second.reason.times) == ("person:1", ())


def test_a_stale_line_comes_after_a_fresh_one():
    index = neighbourhood(person(1, "chess", day=1_000), person(2, "chess", day=1_300))
    assert names(asked(index, "chess", day=1_301)) == ["person:2", "person:1"]


def test_nearness_is_unknown_to_somebody_without_a_place(index):
    assert {one.reason.nearness for one in asked(index, "chess")} == {Nearness.UNKNOWN}
