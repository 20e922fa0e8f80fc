"""From what a recipe takes to the first needs of a project."""

import pytest

from participate.projects.rules.needs import LONGEST, MOST_OPEN
from participate.projects.rules.recipe_needs import people_of, space_of, things_of
from participate.projects.service.recipes import written_recipes


@pytest.mark.parametrize(
    ("skills", "needs"),
    [
        ("1 confident cook, 1 with food-hygiene level 2", ["A confident cook", "Someone with food-hygiene level 2"]),
        ("1-2 warm hosts", ["1 or 2 warm hosts"]),
        ("1 experienced grower, builders, regulars", ["An experienced grower", "Builders", "Regulars"]),
        ("3-4 organisers, stewards if the road closes", ["3 to 4 organisers", "Stewards if the road closes"]),
        (
            "3+ fixers (electrical, clothes, bikes), 1 on the welcome desk",
            ["3 or more fixers (electrical, clothes, bikes)", "Someone on the welcome desk"],
        ),
        ("Someone to check, clean and log items", ["Someone to check, clean and log items"]),
        ("1 person to unlock and set up", ["Someone to unlock and set up"]),
        ("1 person who knows plants; people to water", ["Someone who knows plants", "People to water"]),
        ("1 woodworker, trained on tools", ["A woodworker, trained on tools"]),
        (
            "Home cooks willing to teach; an interpreter is a bonus",
            ["Home cooks willing to teach", "An interpreter is a bonus"],
        ),
        ("Painter, driver", ["Painter", "Driver"]),
        ("None", []),
        ("", []),
    ],
)
def test_people(skills: str, needs: list[str]) -> None:
    assert people_of(skills) == needs


@pytest.mark.parametrize(
    ("materials", "needs"),
    [
        ("Large pots, chopping boards, knives", ["Large pots", "Chopping boards", "Knives"]),
        ("Crates, ladders (apple picking), bags", ["Crates", "Ladders (apple picking)", "Bags"]),
        ("Drill, ladder, tent; labels", ["Drill", "Ladder", "Tent", "Labels"]),
        ("One, two, three, four, five, six", ["One", "Two", "Three", "Four", "Five"]),
        ("None", []),
    ],
)
def test_things(materials: str, needs: list[str]) -> None:
    assert things_of(materials) == needs


@pytest.mark.parametrize(
    ("space", "needs"),
    [
        ("Hall, shop or street with tables", ["Hall, shop or street with tables"]),
        ("Kitchen with 2+ hobs, sinks", ["Kitchen with 2 or more hobs, sinks"]),
        ("Plot with water; storage", ["Plot with water, storage"]),
        ("None fixed; meet in a public place first", []),
        ("None", []),
    ],
)
def test_space(space: str, needs: list[str]) -> None:
    assert space_of(space) == needs


def test_each_of_the_recipes_gives_a_short_editable_list() -> None:
    for recipe in written_recipes():
        needs = people_of(recipe["skills"]) + space_of(recipe["space"]) + things_of(recipe["materials"])
        assert 0 < len(needs) <= MOST_OPEN, recipe["slug"]
        assert all(3 <= len(need) <= LONGEST and need[0] == need[0].upper() for need in needs), needs
        assert not [need for need in needs if need.startswith(("1 person", "And ", "With "))], needs
