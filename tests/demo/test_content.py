"""The words of the neighbourhood: whole, varied, and nobody's real contact or address."""

import json
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from participate.demo.content import reading
from participate.profiles.words import LANGUAGES, RECIPE_THEMES, Theme
from participate.projects import data as projects_data

FILES = sorted(file for file in reading.FOLDER.iterdir() if file.suffix in (".toml", ".csv"))
RECIPES = Path(projects_data.__file__).with_name("recipes.json")
HOUSE = re.compile(
    r"\b\d{1,4}[a-z]?,?\s+(?:[A-Z][\w’']+\s+){1,3}(?:Road|Street|Avenue|Lane|Crescent|Drive|Way|Green|Parade|Square|Grove)\b"
)
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[ABD-HJLNP-UW-Z]{2}\b")


def test_each_recipe_has_two_projects_of_its_theme() -> None:
    written = Counter((variant.recipe, variant.theme) for variant in reading.variants())
    for recipe in json.loads(RECIPES.read_text()):
        assert written[recipe["slug"], RECIPE_THEMES[recipe["theme"]]] >= 2, recipe["slug"]


def test_no_two_projects_have_one_name_or_one_text() -> None:
    variants = reading.variants()
    assert len({variant.name for variant in variants}) == len(variants)
    assert len({variant.about for variant in variants}) == len(variants)


def test_every_project_says_what_it_needs_and_gives() -> None:
    for variant in reading.variants():
        assert variant.lacks, variant.name
        assert variant.home, variant.name
        assert variant.bring, variant.name
        assert len(re.findall(r"[.!?](?:\s|$)", variant.about)) >= 2, variant.name
        assert 8 <= variant.when.start.hour < 20, variant.name
        assert 30 <= variant.when.minutes <= 240, variant.name


def test_templates_are_many() -> None:
    interests, skills = reading.lines("interests"), reading.lines("skills")
    assert len(interests["templates"]) + len(interests["learning"]) + len(skills["templates"]) >= 70
    for theme in Theme:
        assert len(reading.activities()[theme]) >= 25
        assert len(interests["whole"][theme]) >= 10
        assert len(skills["whole"][theme]) >= 6


def test_every_language_of_the_borough_is_written() -> None:
    written = reading.lines("in_languages")
    assert set(written) == set(LANGUAGES) - {"en"}
    for language in written.values():
        assert len(language["likes"]) >= 9
        assert len(language["shows"]) >= 4
        assert {theme for theme, _words in language["likes"] + language["shows"]} <= set(Theme)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nobodys_door_or_contact(file: Path) -> None:
    text = file.read_text("utf-8")
    assert not HOUSE.search(text)
    assert not POSTCODE.search(text)
    assert all(address.endswith("@example.org") for address in re.findall(r"[\w.+-]+@[\w.-]+", text))
    assert all(re.fullmatch(r"07700 9009\d\d", number) for number in re.findall(r"0\d{4} ?\d{6}", text))


def test_the_house_pattern_sees_a_house() -> None:
    assert HOUSE.search("Meet at 12 Church Elm Lane")
    assert not HOUSE.search("Six to nine on Church Elm Lane")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_files_are_short_enough_to_be_read(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= 300


def test_hubs_open_before_they_close() -> None:
    for hub in reading.tables("hubs"):
        hours = reading.hours(hub["hours"])
        assert len(hours) >= 4
        assert all(opens < closes for opens, closes in hours.values())


def test_ideas_name_known_recipes() -> None:
    known = {variant.recipe for variant in reading.variants()}
    assert {idea["recipe"] for idea in reading.tables("ideas") if "recipe" in idea} <= known
    assert len(reading.tables("ideas")) >= 40


def test_toml_files_are_read_whole() -> None:
    """A table that nothing reads would be dead words."""
    names = {file.stem for file in FILES if file.suffix == ".toml"}
    read = {f"projects_{theme}" for theme in Theme} | {
        "wards", "names", "interests", "skills", "in_languages", "hubs", "organisations", "ideas", "cast", "notes",
        "spaces_indoors", "spaces_outdoors", "stories", "showcase", "replies", "updates", "opening", "bookings", "desk",
        "library", "funds", "missions", "pictures",
    }  # fmt: skip
    assert names == read
    for name in names:
        tomllib.loads((reading.FOLDER / f"{name}.toml").read_text("utf-8"))
