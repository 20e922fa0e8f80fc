"""Slips of the pen, other forms, other languages."""

import pytest

from tests.matching.given import asked, names, neighbourhood, person


@pytest.fixture(scope="module")
def index():
    return neighbourhood(
        person(1, "gardening"),
        person(2, "ukulele"),
        person(3, "photography"),
        person(4, "gotowanie"),
        person(5, "sadzenie drzew"),
    )


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("gardning", "person:1"),
        ("gardenning", "person:1"),
        ("ukelele", "person:2"),
        ("fotography", None),
        ("photografy", "person:3"),
    ],
)
def test_a_slip_of_the_pen_finds_what_was_meant(index, typed, who):
    assert names(asked(index, typed)) == ([who] if who else [])


def test_the_reason_quotes_the_slip_as_typed(index):
    [one] = asked(index, "ukelele")
    assert one.reason.words == ("ukelele",)


def test_another_form_of_a_known_word_is_found():
    index = neighbourhood(person(1, "photography"), person(2, "photograph albums"))
    assert set(names(asked(index, "photographs"))) == {"person:1", "person:2"}


def test_a_form_without_accents_of_an_inflected_word_is_found(index):
    assert names(asked(index, "sadzeniu")) == ["person:5"]


@pytest.mark.parametrize("typed", ["cooking", "Gătit", "îmi place să cozinhar"])
def test_languages_meet_in_a_concept(index, typed):
    assert names(asked(index, typed)) == ["person:4"]


def test_short_words_are_not_guessed_at(index):
    assert asked(index, "gar") == []
