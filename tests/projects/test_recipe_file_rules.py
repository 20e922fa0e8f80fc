"""What may stand in a file of recipes: whatever it holds, the answer is recipes and refusals. Pure."""

import json
from typing import Any

import pytest

from participate.places.files.report import BadFile
from participate.profiles.words import Theme
from participate.projects.rules.recipe_file import (
    FIELDS,
    MOST_RECIPES,
    ReadFile,
    read_file,
    without_circles,
    write_file,
)

KEY = "0f8fad5b-d9cb-469f-a165-70867728950e"
OTHER = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
THIRD = "16fd2706-8baf-433b-82eb-8c7fada847da"
BIG = 100_000


def row(**more: object) -> dict[str, Any]:
    """A good recipe of a file."""
    words = {name: f"Some {name}" for name, (_longest, needed) in FIELDS.items() if needed}
    return words | {"key": KEY, "theme": "cook", "steps": ["One", "Two"], "match_words": ["bread"]} | more


def read(*rows: object, borough: object = "Thanet") -> ReadFile:
    return read_file(json.dumps({"participate_recipes": 1, "borough": borough, "recipes": rows}), biggest=BIG)


def test_a_good_one() -> None:
    found = read(row(credit="Amina", grown_from=OTHER))
    assert found.refused == []
    (good,) = found.good
    assert (good.key, good.parent_key, good.number) == (KEY, OTHER, 1)
    assert good.facts["theme"] is Theme.COOK
    assert (good.facts["borough"], good.facts["credit"], good.facts["steps"]) == ("Thanet", "Amina", ["One", "Two"])


def test_its_own_borough_stays() -> None:
    assert read(row(borough="Hull")).good[0].facts["borough"] == "Hull"


@pytest.mark.parametrize(
    "text",
    [
        "", "x", "[]", "3", "null", "{}", '{"participate_recipes": 2, "recipes": []}',
        '{"participate_recipes": true, "recipes": []}', '{"participate_recipes": 1}',
        '{"participate_recipes": 1, "recipes": {}}', '{"participate_recipes": 1, "recipes": [], "borough": 3}',
        '{"participate_recipes": "1", "recipes": []}', "[" * 50_000, '{"a":' * 20_000, "9" * 5_000, "\x00",
        '{"participate_recipes": 1, "recipes": [' + "0," * MOST_RECIPES + "0]}",
    ],
)  # fmt: skip
def test_a_file_that_is_no_use(text: str) -> None:
    with pytest.raises(BadFile):
        read_file(text, biggest=BIG)


def test_too_large() -> None:
    with pytest.raises(BadFile, match="larger"):
        read_file(" " * (BIG + 1), biggest=BIG)


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (3, "not a recipe"), (None, "not a recipe"), ([], "not a recipe"), ("x", "not a recipe"),
        (row(key=None), "key"), (row(key=3), "key"), (row(key="x" * 36), "key"), (row(key=KEY[:-1]), "key"),
        (row(key=[KEY]), "key"), (row(grown_from="x"), "grown_from"), (row(grown_from=7), "grown_from"),
        (row(theme="castle"), "theme"), (row(theme=None), "theme"), (row(theme=[]), "theme"), (row(theme={}), "theme"),
        (row(name=""), "no name"), (row(name="   "), "no name"), (row(name=None), "not words"),
        (row(name=["x"]), "not words"), (row(name=True), "not words"), (row(name="x" * 81), "more than 80"),
        (row(summary="x" * 401), "more than 400"), (row(name="<script>alert(1)</script>"), "markup"),
        (row(credit="<b>Me</b>"), "markup"), (row(name="a\x00b"), "cannot be shown"),
        (row(name="\ud800"), "cannot be shown"), (row(steps="One"), "not a list"), (row(steps=[1]), "not words"),
        (row(steps=["x" * 201]), "more than 200"), (row(steps=["x"] * 11), "more than 10"),
        (row(steps=["<img src=x>"]), "markup"), (row(match_words={"a": 1}), "not a list"),
        (row(match_words=["x"] * 41), "more than 40"), (row(borough=[1]), "not words"),
    ],
)  # fmt: skip
def test_a_bad_recipe_is_refused_alone(bad: object, said: str) -> None:
    found = read(bad, row(key=OTHER))
    assert [good.key for good in found.good] == [OTHER]
    (line,) = found.refused
    assert line.startswith("recipe 1: ")
    assert said in line


def test_the_same_key_twice() -> None:
    found = read(row(), row(name="Again"))
    assert len(found.good) == 1
    assert "twice" in found.refused[0]


@pytest.mark.parametrize(
    ("mothers", "here", "good"),
    [
        ({KEY: OTHER}, {}, [KEY]),
        ({KEY: KEY}, {}, []),
        ({KEY: OTHER, OTHER: KEY}, {}, [KEY]),
        ({KEY: OTHER, OTHER: THIRD, THIRD: KEY}, {}, [KEY, OTHER]),
        ({KEY: OTHER}, {OTHER: KEY}, []),
        ({KEY: OTHER}, {OTHER: None}, [KEY]),
    ],
)
def test_no_family_goes_round(mothers: dict[str, str], here: dict[str, str | None], good: list[str]) -> None:
    rows = read(*(row(key=key, grown_from=mother) for key, mother in mothers.items())).good
    kept, refused = without_circles(rows, here)
    assert [each.key for each in kept] == good
    assert len(refused) == len(rows) - len(good)


def test_what_is_written_is_read_again() -> None:
    found = read_file(write_file("Hull", [row(grown_from=None), row(key=OTHER, grown_from=KEY)]), biggest=BIG)
    assert [each.key for each in found.good] == [KEY, OTHER]
    assert found.refused == []
