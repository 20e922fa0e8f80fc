"""Words that mean the same at a hub: read from a line, found in what is typed, asked for beside it."""

import pytest

from participate.matching.text import synonyms
from participate.matching.text.analyser import Analyser
from participate.matching.text.synonyms import BareSynonym, LongSynonym, TooFewSynonyms, TooManySynonyms, expand, read
from tests.matching.given import asked, concepts, names, neighbourhood, project

PATCH = read("Allotment, veg patch; growing plots")
ANALYSER = Analyser(concepts)


def more(text: str, *sets: frozenset[str]) -> set[tuple[str, str]]:
    """What is asked for beside a text: (term, the part of the text that it is another name for)."""
    found = expand(ANALYSER.typed(text), sets, ANALYSER.concepts)
    return {(one.term, text[one.start : one.end]) for one in found}


def test_a_line_is_read_in_plain_letters() -> None:
    assert read(" Men’s shed =Workshop,\nworkshop, the  Tool-Room ") == {"men's shed", "workshop", "the tool room"}


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        ("", TooFewSynonyms),
        ("allotment", TooFewSynonyms),
        ("allotment, Allotment", TooFewSynonyms),
        ("a1,b1,c1,d1,e1,f1,g1,h1,i1", TooManySynonyms),
        ("allotment, a very long run of words", LongSynonym),
        (f"allotment, {'x' * 41}", LongSynonym),
        ("allotment, and", BareSynonym),
        ("allotment, x", BareSynonym),
        ("\x00, <script>", TooFewSynonyms),
        ("🙂, ‮", TooFewSynonyms),
    ],
)
def test_a_line_that_says_too_little_or_too_much_is_refused(line: str, broken: type[Exception]) -> None:
    with pytest.raises(broken):
        read(line)


def test_each_other_name_is_asked_for_where_the_word_was_typed() -> None:
    assert more("my Allotments at home", PATCH) == {
        ("veg", "Allotments"), ("patch", "Allotments"), ("grow", "Allotments"), ("plot", "Allotments"),
    }  # fmt: skip
    assert more("a growing plot", PATCH) == {
        ("allot", "growing plot"),
        ("veg", "growing plot"),
        ("patch", "growing plot"),
    }


def test_a_run_of_words_is_meant_as_a_run() -> None:
    assert more("a plot of land, growing fast", PATCH) == set()
    assert more("arts and crafts", read("arts & crafts, making")) == {("make", "arts and crafts")}


def test_nothing_is_asked_twice_and_nothing_without_a_list() -> None:
    assert more("allotment allotment") == set()
    found = expand(ANALYSER.typed("allotment, allotment"), (PATCH, PATCH))
    assert len(found) == len({(one.term, one.start) for one in found}) == 8


def test_another_language_and_a_concept_are_other_names_too() -> None:
    assert more("vreau o grădină", read("grădină, garden")) == {("garden", "grădină")}
    assert more("nosh", read("nosh, cook")) == {("cook", "nosh"), ("=cooking", "nosh")}


def test_a_list_is_read_once() -> None:
    synonyms._book.cache_clear()
    for _each in range(3):
        expand(ANALYSER.typed("an allotment"), (PATCH,))
    assert synonyms._book.cache_info().misses == 1


def test_a_suggestion_found_by_another_name_is_explained_in_the_words_that_were_typed() -> None:
    index = neighbourhood(project(1, "Veg patch on the corner"), project(2, "Corner cinema"))
    [one] = asked(index, "I’d love an allotment", synonyms=(PATCH,))
    assert (one.group, one.reason.words) == ("project:1", ("allotment",))
    assert asked(index, "I’d love an allotment") == []


def test_what_was_typed_counts_more_than_its_other_names() -> None:
    index = neighbourhood(project(1, "Veg patch"), project(2, "Allotment site"))
    assert names(asked(index, "allotment", synonyms=(PATCH,))) == ["project:2", "project:1"]


def test_no_slip_of_the_pen_is_looked_for_in_another_name() -> None:
    index = neighbourhood(project(1, "Patience, a card game"))
    assert asked(index, "allotment", synonyms=(read("allotment, patiense"),)) == []
