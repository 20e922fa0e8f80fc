"""Short notes in plain words, sentences of care, and credit where it is due."""

import pytest

from participate.projects.rules.care import care_lines
from participate.projects.rules.credit import seen_at
from participate.projects.rules.plain import minutes_in, plain, plain_people, sentence
from participate.projects.service.recipes import written_recipes


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("2-3 h, monthly or fortnightly", "2 to 3 hours, monthly or fortnightly"),
        ("1 h a session", "1 hour a session"),
        ("1.5 h, weekly", "1½ hours, weekly"),
        ("45 min, twice a week", "45 minutes, twice a week"),
        ("1 min", "1 minute"),
        ("one 30-min check a week", "one 30-minute check a week"),
        ("5 min drop-off", "5-minute drop-off"),
        ("2+ hobs", "2 or more hobs"),
        ("one meal", "one meal"),
        ("half a day, yearly", "half a day, yearly"),
        ("", ""),
    ],
)
def test_plain(note: str, said: str) -> None:
    assert plain(note) == said
    assert plain(said) == said, "what is plain stays"


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("4-10", "4 to 10 people"), ("12", "12 people"), ("4-12 families", "4 to 12 families"),
        ("4-12 a class", "4 to 12 a class"), ("5-60 homes", "5 to 60 homes"),
    ],
)  # fmt: skip
def test_how_many(note: str, said: str) -> None:
    assert plain_people(note) == said


@pytest.mark.parametrize(
    ("note", "minutes"),
    [
        ("2 to 3 hours, monthly", 180), ("1½ hours, weekly", 90), ("45 minutes, twice a week", 45),
        ("half a day, yearly", 240), ("20-minute drop-off", 20), ("up to 3 hours", 180), ("1 hour a month", 60),
        ("2 build days, then monthly care", None), ("open most days", None), ("", None), ("100 hours", None),
    ],
)  # fmt: skip
def test_how_long(note: str, minutes: int | None) -> None:
    assert minutes_in(note) == minutes


def test_no_recipe_keeps_a_short_form() -> None:
    for recipe in written_recipes():
        for name in ("space", "materials", "skills", "rhythm", "starter_time", "joiner_time"):
            words = plain(recipe[name]).split()
            assert not {"h", "min"} & set(words), recipe[name]
            assert not any(word[0].isdigit() and "-" in word and not word.endswith("-minute") for word in words)


@pytest.mark.parametrize(
    ("flags", "count"), [("none", 0), ("", 0), ("food", 1), ("food, allergens", 1), ("food, noise", 2), ("noise", 1)]
)
def test_care(flags: str, count: int) -> None:
    assert len(care_lines(flags)) == count


@pytest.mark.parametrize(
    ("flags", "never"),
    [("parents stay on site; childcare law if they leave", "land"), ("film licence, power", "tools")],
)
def test_care_says_nothing_beside_the_point(flags: str, never: str) -> None:
    assert not [line for line in care_lines(flags) if never in line]


def test_every_flag_of_a_recipe_is_said() -> None:
    for recipe in written_recipes():
        assert bool(care_lines(recipe["flags"])) == (recipe["flags"] != "none"), recipe["slug"]


@pytest.mark.parametrize(
    ("note", "seen"),
    [
        ("[BG]", []),
        ("EOED 'Great Cook'; Open Works", ["Every One Every Day “Great Cook”", "Open Works"]),
        ("EOED TTS auto kit", ["Every One Every Day starter kit"]),
        ("Big Lunch; TTS 'Street party' auto kit", ["Big Lunch", "starter kit “Street party”"]),
        ("[BG]; Halifax capoeira", ["Halifax capoeira"]),
        ("Men's Sheds", ["Men’s Sheds"]),
        ("Hubbub/ChangeX", ["Hubbub and ChangeX"]),
        ("[BG]; 8% of residents move each year", []),
        ("LBBD CAN topics: rubbish, cleanliness", ["Barking and Dagenham Council"]),
    ],
)
def test_credit(note: str, seen: list[str]) -> None:
    assert seen_at(note) == seen


def test_credit_uses_no_house_words() -> None:
    for recipe in written_recipes():
        assert not [place for place in seen_at(recipe["seen_in"]) if "EOED" in place or "[" in place or "TTS" in place]


@pytest.mark.parametrize(("note", "said"), [("one meal", "One meal"), ("", ""), ("2 hours", "2 hours"), ("A", "A")])
def test_sentence(note: str, said: str) -> None:
    assert sentence(note) == said
