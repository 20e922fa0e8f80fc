"""What counts as a word, and which words are the same."""

import pytest

from participate.matching.text.analyser import Analyser
from participate.matching.text.languages import language_of
from participate.matching.text.letters import WORD, fold
from tests.matching.given import concepts

PLAIN = Analyser()


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Gătit", "gatit"),
        ("SZYĆ", "szyc"),
        ("łódź", "lodz"),
        ("café", "cafe"),
        ("রান্না", "রান্না"),
        ("سلائي", "سلایی"),
    ],
)
def test_accents_are_folded_and_vowel_signs_kept(typed, folded):
    assert fold(typed) == folded


def test_a_bengali_word_is_one_word():
    assert WORD.findall("রান্না করতে ভালোবাসি") == ["রান্না", "করতে", "ভালোবাসি"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I like baking", "bake"),
        ("knitted", "KNITTING"),
        ("the children’s walks", "children walk"),
        ("café", "cafe"),
    ],
)
def test_forms_of_an_english_word_are_one_term(one, other):
    assert PLAIN.terms(one, "en") == PLAIN.terms(other, "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Îmi place să gătesc pentru toți", "ro"),
        ("Gosto de cozinhar para a minha família", "pt"),
        ("Lubię gotować dla innych", "pl"),
        ("আমি রান্না করতে ভালোবাসি", "bn"),
        ("مجھے سلائی پسند ہے", "ur"),
        ("I like cooking for my family", "en"),
        ("chess", "en"),
        ("", "en"),
    ],
)
def test_the_language_of_a_sentence_is_told_by_its_small_words(text, language):
    assert language_of(text.split()) == language


def test_a_concept_is_a_term_of_its_own():
    assert "=cooking" in Analyser(concepts).terms("gătit")


def test_a_question_leaves_out_the_words_of_wishing():
    typed = PLAIN.typed("I like baking bread and could teach someone chess")
    assert [one.term for one in typed] == ["bake", "bread", "chess"]


def test_a_question_of_nothing_but_wishing_keeps_its_words():
    assert [one.term for one in PLAIN.typed("I want to learn")] == ["want", "learn"]


def test_a_term_knows_where_it_was_typed():
    text = "Curry, and Gătit!"
    assert [(one.term, text[one.start : one.end]) for one in Analyser(concepts).typed(text)] == [
        ("curri", "Curry"),
        ("gatit", "Gătit"),
        ("=cooking", "Gătit"),
    ]


@pytest.mark.parametrize("text", ["", " ", "\x00", "🌍🌍", "<script>", "a" * 10_000, "!!!", "\u202eabc", "1 2 3"])
def test_any_text_can_be_read(text):
    PLAIN.terms(text)
    for one in PLAIN.typed(text):
        assert 0 <= one.start < one.end <= len(text)
