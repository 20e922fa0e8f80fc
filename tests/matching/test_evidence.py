"""No evidence, no suggestion; and never what must not be shown."""

import pytest

from participate.matching.words import Kind
from tests.matching.given import asked, names, neighbourhood, person, project


@pytest.fixture(scope="module")
def index():
    return neighbourhood(
        person(1, "chess"),
        project(2, "Chess club"),
        project(3, "Last week’s chess", until=1_000),
        person(4, "knitting"),
    )


@pytest.mark.parametrize("text", ["", "zebrafish genomics", "I would like to", "and the of", "🌍", "\x00", "!" * 5_000])
def test_a_text_that_meets_nothing_finds_nothing(index, text):
    assert asked(index, text) == []


def test_no_lines_find_nothing(index):
    assert asked(index) == []


def test_a_word_deep_in_a_page_is_not_evidence_where_everybody_has_it():
    pages = [
        project(n, f"Title {n}", "We meet at the hall. " + "Something else entirely happens. " * 30) for n in range(40)
    ]
    assert asked(neighbourhood(*pages), "hall") == []


def test_only_the_kinds_asked_for(index):
    assert names(asked(index, "chess", kinds=[Kind.PERSON])) == ["person:1"]


def test_her_own_lines_are_not_suggested_to_her(index):
    assert "person:1" not in names(asked(index, "chess", owner=1))


def test_a_person_who_must_not_be_met_is_left_out(index):
    assert "person:1" not in names(asked(index, "chess", never_owners=frozenset({1})))


def test_a_thing_that_must_not_be_shown_is_left_out(index):
    assert names(asked(index, "chess", never_groups=frozenset({"person:1", "project:3", "nothing:9"}))) == ["project:2"]


def test_what_is_over_is_left_out_from_that_moment(index):
    assert "project:3" in names(asked(index, "chess", moment=999))
    assert "project:3" not in names(asked(index, "chess", moment=1_000))


def test_an_empty_index_answers():
    assert asked(neighbourhood(), "chess") == []


def test_a_light_word_of_a_line_is_no_evidence_alone():
    crowd = [person(20 + number, "table") for number in range(8)]
    index = neighbourhood(person(1, "table tennis"), person(2, "table football"), *crowd)
    assert names(asked(index, "table tennis")) == ["person:1"]


def test_a_light_word_is_evidence_where_nothing_else_was_said():
    assert names(asked(neighbourhood(person(1, "old maps")), "maps")) == ["person:1"]
