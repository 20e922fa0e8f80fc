"""“This exists already”: fifty rephrasings find the real project that they are about, among 7,316."""

import csv

import pytest

from participate.matching.index.document import Document
from participate.matching.index.fit import fit
from participate.matching.index.live import Index
from participate.matching.ranking.facts import Facts, Line
from participate.matching.ranking.likeness import likest
from participate.matching.ranking.suggest import suggest
from participate.matching.ranking.suggestion import Suggestion
from participate.matching.rules import KINDS_FOR_IDEA
from participate.matching.text.analyser import Analyser
from participate.matching.text.synonyms import everyday, read
from participate.matching.text.synonyms import expand as with_other_names
from participate.matching.words import Facet, Kind
from participate.profiles import vocabulary
from tests.matching.already_there import FILE, PAIRS
from tests.matching.given import names, neighbourhood, project
from tests.shared import folder

FOUND = 0.9  # of the fifty, among the first five
FIRST = 5


def similar(index: Index, text: str, most: int = FIRST, **facts: object) -> list[Suggestion]:
    """As matching.queries.similar_to_idea finds it."""
    facts = {"synonyms": everyday()} | facts
    line = Line(Facet.ABOUT, text)
    return likest(suggest(index.snapshot, Facts((line,), KINDS_FOR_IDEA, **facts)), most)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def real() -> Index:
    """The real projects, with the vocabulary that pages use."""
    with (folder() / FILE).open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 7316
    words = vocabulary.load()
    analyser = Analyser(lambda text: [concept.slug for concept in words.concepts_in(text)])
    return fit([_document(row) for row in rows], analyser)


def _document(row: dict[str, str]) -> Document:
    return Document(row["id"], row["id"], Kind.PROJECT, Facet.ABOUT, row["title"], body=row["text"], elsewhere=True)


def test_nine_of_ten_rephrasings_find_what_is_there(real: Index) -> None:
    missed = [text for number, text in PAIRS if number not in names(similar(real, text))]
    assert len(PAIRS) == 50
    assert len(missed) <= (1 - FOUND) * len(PAIRS), missed


def test_without_the_roots_and_the_everyday_words_fewer_do(real: Index) -> None:
    """The control: what is measured above is what those two bring."""
    plain = [suggest(real.snapshot, Facts((Line(Facet.ABOUT, text),), KINDS_FOR_IDEA), FIRST) for _id, text in PAIRS]
    hits = sum(number in names(found[:FIRST]) for (number, _text), found in zip(PAIRS, plain, strict=True))
    with_both = sum(number in names(similar(real, text)) for number, text in PAIRS)
    assert hits < with_both


def test_every_one_explains_itself_in_words_of_the_idea(real: Index) -> None:
    for _number, text in PAIRS[:10]:
        for one in similar(real, text):
            assert one.reason.words
            assert all(words in text for words in one.reason.words)


def test_two_words_of_an_idea_count_for_more_than_one_in_a_heading() -> None:
    index = neighbourhood(project(1, "Trampolines"), project(2, "Fun", "trampolines in the churchyard on Sundays"))
    assert names(similar(index, "trampolines in a churchyard")) == ["project:2", "project:1"]


def test_the_near_one_comes_first_among_those_alike() -> None:
    index = neighbourhood(project(1, "Kite flying", ward=9), project(2, "Kite flying", ward=1))
    assert names(similar(index, "kite flying", ward=1, near=(1, 2)))[0] == "project:2"


def test_the_everyday_name_finds_the_official_one() -> None:
    index = neighbourhood(project(1, "Befriending for pensioners"), project(2, "Chess"))
    assert names(similar(index, "friendship for the elderly")) == ["project:1"]
    assert similar(index, "friendship for the elderly", synonyms=()) == []


def test_no_more_of_a_kind_than_are_asked_for() -> None:
    index = neighbourhood(*(project(number, "Kite flying") for number in range(9)))
    assert len(similar(index, "kites", 4)) == 4


@pytest.mark.parametrize("text", ["", "wouldn’t it be good if", "🙂", "\x00", "x" * 10_000, "‮"])
def test_words_that_say_nothing_find_nothing(text: str) -> None:
    assert similar(neighbourhood(project(1, "Kite flying")), text) == []


def test_everyday_words_are_each_a_good_line() -> None:
    typed = Analyser().typed("pensioners")
    assert {one.term for one in with_other_names(typed, everyday())} >= {"elder", "senior"}
    for line in everyday():
        assert read(", ".join(line)) == line
