"""The files of the vocabulary: whole, in the right scripts, and each phrase with one meaning."""

from collections import defaultdict

import pytest

from participate.profiles.vocabulary import BadLine, Concept, load
from participate.profiles.vocabulary.folding import english_stem, tokens_of
from participate.profiles.vocabulary.reading import COLUMNS, concept_of
from participate.profiles.words import LANGUAGES, Theme

CONCEPTS = load().concepts


def phrases() -> list[tuple[str, str, Concept]]:
    """Every phrase, folded, with its language and concept."""
    return [
        (" ".join(tokens_of(phrase)), language, concept)
        for concept in CONCEPTS
        for language, spoken in concept.words.items()
        for phrase in spoken
    ]


def test_about_three_hundred_concepts_or_more_in_each_of_seven_themes():
    assert 300 <= len(CONCEPTS) <= 420
    for theme in Theme:
        assert sum(concept.theme is theme for concept in CONCEPTS) >= 25, theme


def test_each_slug_once():
    slugs = [concept.slug for concept in CONCEPTS]
    assert len(slugs) == len(set(slugs))


def test_labels_in_all_eight_languages():
    assert set(COLUMNS) == set(LANGUAGES)
    for concept in CONCEPTS:
        assert set(concept.labels) == set(LANGUAGES), concept.slug
        assert all(label.strip() for label in concept.labels.values()), concept.slug


def test_two_or_three_related_concepts_that_exist():
    slugs = {concept.slug for concept in CONCEPTS}
    for concept in CONCEPTS:
        assert 2 <= len(concept.related) <= 3, concept.slug
        assert set(concept.related) <= slugs - {concept.slug}, concept.slug


def test_no_phrase_has_two_meanings_in_any_language():
    meanings = defaultdict(set)
    for phrase, language, concept in phrases():
        assert phrase, (language, concept.slug)
        meanings[phrase].add(concept.slug)
    assert {phrase: slugs for phrase, slugs in meanings.items() if len(slugs) > 1} == {}


def test_no_english_stem_has_two_meanings():
    meanings = defaultdict(set)
    for phrase, language, concept in phrases():
        if language == "en" and phrase not in concept.exact:
            meanings[" ".join(english_stem(token) for token in phrase.split())].add(concept.slug)
    assert {stem: slugs for stem, slugs in meanings.items() if len(slugs) > 1} == {}


def test_labels_of_one_language_differ():
    for language in LANGUAGES:
        labels = [concept.label(language) for concept in CONCEPTS]
        assert len(labels) == len(set(labels)), language


@pytest.mark.parametrize(("language", "first", "last"), [("bn", "\u0980", "\u09ff"), ("ur", "\u0600", "\u06ff")])
def test_bengali_and_urdu_stand_in_their_own_scripts(language, first, last):
    joiners = "\u200c\u200d .-"
    for concept in CONCEPTS:
        for phrase in (concept.label(language), *concept.words[language]):
            strange = [c for c in phrase if not first <= c <= last and c not in joiners]
            assert not strange, (concept.slug, phrase)


@pytest.mark.parametrize("language", ["en", "ro", "lt", "pt", "sq", "pl"])
def test_the_others_stand_in_latin_letters(language):
    for concept in CONCEPTS:
        for phrase in (concept.label(language), *concept.words[language]):
            assert all(c < "\u0250" or c in "ȘșȚț’–" for c in phrase), (concept.slug, phrase)


def test_every_phrase_leads_to_its_concept():
    vocabulary = load()
    lost = [
        (phrase, language, concept.slug)
        for phrase, language, concept in phrases()
        if concept not in vocabulary.concepts_in(phrase)
    ]
    assert lost == []


def test_a_line_with_a_missing_cell_is_named():
    with pytest.raises(BadLine, match="cook.txt:7"):
        concept_of("tea | coffee | tea | ceai", Theme.COOK, "cook.txt:7")


def test_a_line_with_an_empty_cell_is_named():
    line = "tea | coffee, cakes | tea | ceai | arbata | chá | çaj | herbata | চা | "
    with pytest.raises(BadLine, match="no word in ur"):
        concept_of(line, Theme.COOK, "cook.txt:7")
