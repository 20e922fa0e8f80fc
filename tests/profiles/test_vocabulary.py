"""Finding concepts in what people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participate.profiles.vocabulary import load

vocabulary = load()


def slugs(text: str) -> list[str]:
    return [concept.slug for concept in vocabulary.concepts_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "cooking",
        "Cook",
        "I like to cook",
        "gătit",
        "GATIT",
        "gătesc",
        "să gătesc",
        "cozinhar",
        "Gosto de cozinhar",
        "gotować",
        "gotowac",
        "gotowanie",
        "রান্না",
        "রান্না করতে ভালোবাসি",
        "রান্নার",
        "کھانا پکانا",
        "كھانا پكانا",
        "gatim",
        "të gatuaj",
        "gaminti maistą",
        "gaminti maista",
        "maisto gaminimas",
    ],
)
def test_cooking_meets_cooking_in_every_language(text):
    assert slugs(text) == ["cooking"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I like baking bread and could teach chess", ["bread", "chess"]),
        ("sewing machines", ["sewing"]),
        ("I sew and knit", ["sewing", "knitting"]),
        ("سلائی", ["sewing"]),
        ("szycie i robienie na drutach", ["sewing", "knitting"]),
        ("mend toasters", ["appliance-repair"]),
        ("mending bikes", ["bike-repair"]),
        ("mending", ["mending"]),
        ("growing tomatoes in pots", ["tomatoes"]),
        ("walking my dog, dog walking", ["walking", "dogs", "dog-walking"]),
        ("play the guitar", ["guitar"]),
        ("teach English", ["english"]),
        ("full English breakfast", ["breakfast"]),
        ("polish shoes", ["shoe-repair"]),
        ("nail polish", ["nails"]),
        ("a cup of tea and a chat", ["tea", "company"]),
        ("filling in forms", ["forms"]),
        ("children’s activities", ["children"]),
        ("men's shed", ["men-together"]),
        ("D&D", ["role-playing"]),
        ("crosswords & sudoku", ["puzzles"]),
        ("pierogi", ["dumplings"]),
        ("xadrez e futebol", ["chess", "football"]),
        ("গান গাওয়া", ["singing"]),
        ("মেহেদি লাগানো", ["henna"]),
        ("باغبانی اور شطرنج", ["gardening", "chess"]),
    ],
)
def test_what_people_type(text, expected):
    assert slugs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "play",
        "a pot",
        "help",
        "something nice",
        "run a project",
        "running costs",
        "book a place",
        "close-knit street",
        "10 minutes’ walk",
        "improve my street",
        "training",
        "our programme",
        "it",
        "draw people in",
        "the past",
        "the economic future",
        "my phone number",
        "!!!",
        "🙂",
    ],
)
def test_words_that_are_too_general_or_mean_something_else(text):
    assert slugs(text) == []


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("run a market stall", "market-stalls"),
        ("marketing", "marketing"),
        ("a craft market", "market-stalls"),
        ("boxing", "boxing"),
        ("running", "running"),
        ("reading books", "reading"),
        ("swapping books", "book-swap"),
    ],
)
def test_the_longest_phrase_wins(text, slug):
    assert slugs(text) == [slug]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("cozinhamos juntos", "cooking"),
        ("gatimin", "cooking"),
        ("szyjemy", "sewing"),
        ("রান্নায়", "cooking"),
        ("grădinile", "gardening"),
        ("sriubą", "soup"),
    ],
)
def test_forms_that_the_files_do_not_list(text, slug):
    assert slugs(text) == [slug]


def test_a_found_concept_names_the_words_that_led_to_it():
    (bread, chess) = vocabulary.find("I like Baking  Bread and could teach chess")
    assert (bread.words, bread.first, bread.last) == ("baking bread", 2, 3)
    assert (chess.words, chess.first, chess.last) == ("chess", 7, 7)


def test_labels():
    cooking = vocabulary.get("cooking")
    assert cooking.label() == "cooking"
    assert cooking.label("ro") == "gătit"
    assert cooking.label("pt-BR") == "cozinhar"
    assert cooking.label("pl_PL") == "gotowanie"
    assert cooking.label("xx") == "cooking"
    assert vocabulary.get("no-such-thing") is None


def test_words_to_add_take_turns_and_leave_out_what_is_there():
    both = vocabulary.words_to_add("baking and chess")
    assert both == ["bread", "draughts and backgammon", "cakes"]
    assert "bread" not in vocabulary.words_to_add("baking bread and cakes, baking")
    assert vocabulary.words_to_add("chess", "pl")[0] == vocabulary.get("draughts").label("pl")
    assert vocabulary.words_to_add("nothing that we know") == []


@given(st.text())
def test_no_text_breaks_it(text):
    for found in vocabulary.find(text):
        assert vocabulary.get(found.concept.slug) is found.concept
        assert found.first <= found.last
    assert len(vocabulary.words_to_add(text)) <= 3


@given(st.lists(st.sampled_from(["baking", "run", "a", "market", "গান", "شطرنج", "\u0000", "—", "D&D"]), max_size=30))
def test_each_concept_once_and_in_order(words):
    found = vocabulary.find(" ".join(words))
    assert len({f.concept.slug for f in found}) == len(found)
    assert [f.first for f in found] == sorted(f.first for f in found)


def test_a_very_long_text_is_read_from_its_beginning():
    assert slugs("chess " + "x" * 10_000 + " baking") == ["chess", "baking"]
    assert slugs("word " * 10_000 + "baking") == []
