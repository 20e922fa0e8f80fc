"""The four weeks of a starter, and who rings her: pure."""

import pytest

from participate.projects.rules.recipe_needs import needs_of
from participate.projects.rules.ringing import choose_ringer
from participate.projects.rules.weeks import weeks_of
from participate.projects.service.recipes import written_recipes
from participate.projects.words import NeedKind

COOK, ROOM = (NeedKind.PERSON, "A confident cook"), (NeedKind.SPACE, "Kitchen with two hobs")
POTS, TUBS = (NeedKind.MATERIAL, "Large pots"), (NeedKind.MATERIAL, "Tubs")
NEEDS = [COOK, ROOM, POTS, TUBS]
Lacks = list[tuple[NeedKind, str]]


def said(there: Lacks, when: str = "", needs: Lacks | None = None) -> list[str]:
    weeks = weeks_of("Big Pot", NEEDS if needs is None else needs, there, when)
    return [week.words % week.facts for week in weeks]


def test_four_lines_from_what_it_takes() -> None:
    first, second, third, fourth = said([])
    assert "Tell two neighbours about “Big Pot”" in first
    assert "a confident cook" in first
    assert "kitchen with two hobs" in second
    assert "large pots, tubs" in third
    assert "first time, small and short" in fourth


@pytest.mark.parametrize(
    ("there", "week", "shown"),
    [
        ([COOK], 0, "Ask them to come to the first one."),
        ([ROOM], 1, "Go and look at the place."),
        ([POTS], 2, "still missing: tubs."),
        ([POTS, TUBS], 2, "put up the invite"),
    ],
)
def test_what_is_there_is_not_looked_for(there: list[tuple[NeedKind, str]], week: int, shown: str) -> None:
    assert shown in said(there)[week]


def test_where_no_space_is_needed() -> None:
    assert "pick the spot" in said([], needs=[COOK])[1]


def test_when_it_could_be() -> None:
    assert "(a Saturday in May)" in said([], "a Saturday in May")[3]
    assert len(said([], "word " * 40)[3]) <= 280


def test_every_recipe_gives_four_lines_that_fit() -> None:
    for recipe in written_recipes():
        needs = needs_of(recipe["skills"], recipe["space"], recipe["materials"])
        lines = said([], "x" * 100, needs)
        assert len(lines) == 4
        assert all(0 < len(line) <= 280 for line in lines), recipe["slug"]
        assert len(set(needs)) == len(needs) <= 12


@pytest.mark.parametrize(
    ("staff", "on_list", "but", "rings"),
    [
        ([], {}, None, None),
        ([7], {}, None, 7),
        ([7, 8], {}, None, 7),
        ([7, 8], {7: 1}, None, 8),
        ([7, 8], {7: 2, 8: 3}, None, 7),
        ([7, 8], {}, 7, 8),
        ([7], {}, 7, 7),
    ],
)
def test_whoever_has_the_fewest_rings(staff: list[int], on_list: dict[int, int], but: int | None, rings: int) -> None:
    assert choose_ringer(staff, on_list, but=but) == rings
