"""Near before far, as a choice of candidates and not as a mask over the ranking."""

import pytest

from participate.matching.index.document import Document
from participate.matching.words import Facet, Kind, Nearness
from tests.matching.given import ABBEY, FAR, SQUARE, THAMES, asked, names, neighbourhood, person, project

HERE = {"ward": THAMES, "near": (THAMES, ABBEY)}


def test_with_ten_near_nobody_farther_is_shown():
    near = [person(n, "chess", ward=THAMES if n % 2 else ABBEY) for n in range(1, 11)]
    index = neighbourhood(*near, person(50, "chess chess chess", ward=FAR))
    assert len(asked(index, "chess", **HERE)) == 10
    assert "person:50" not in names(asked(index, "chess", **HERE))


def test_with_nine_near_the_search_widens_and_near_stays_first():
    near = [person(n, "chess", ward=THAMES) for n in range(1, 10)]
    found = asked(neighbourhood(*near, person(50, "chess", ward=FAR)), "chess", **HERE)
    assert names(found)[-1] == "person:50"
    assert found[-1].reason.nearness is Nearness.FARTHER


def test_each_kind_widens_for_itself():
    near = [person(n, "chess", ward=THAMES) for n in range(1, 12)]
    index = neighbourhood(*near, person(50, "chess", ward=FAR), project(60, "chess", ward=FAR))
    found = names(asked(index, "chess", **HERE))
    assert "project:60" in found
    assert "person:50" not in found


def test_own_ward_before_the_next_before_the_rest_before_elsewhere():
    index = neighbourhood(
        project(1, "chess", ward=None, elsewhere=True),
        project(2, "chess", ward=FAR),
        project(3, "chess", ward=ABBEY),
        project(4, "chess"),
    )
    found = asked(index, "chess", **HERE)
    assert names(found) == ["project:4", "project:3", "project:2", "project:1"]
    assert [one.reason.nearness for one in found] == [
        Nearness.SAME_WARD, Nearness.NEXT_WARD, Nearness.FARTHER, Nearness.ELSEWHERE
    ]  # fmt: skip


def test_a_recipe_has_no_place_and_is_near_to_everybody():
    near = [Document(f"recipe:{n}", f"recipe:{n}", Kind.RECIPE, Facet.ABOUT, "chess") for n in range(12)]
    found = asked(neighbourhood(*near), "chess", **HERE)
    assert {one.reason.nearness for one in found} == {Nearness.ANYWHERE}


@pytest.mark.parametrize(("squares_east", "minutes"), [(0, 5), (2, 10), (6, 25)])
def test_walking_minutes_are_told_where_both_squares_are_known(squares_east, minutes):
    index = neighbourhood(person(1, "chess", square=SQUARE + squares_east * 10_000))
    [one] = asked(index, "chess", square=SQUARE, **HERE)
    assert (one.reason.nearness, one.reason.minutes) == (Nearness.WALK, minutes)


def test_a_shorter_walk_comes_first():
    index = neighbourhood(person(1, "chess", square=SQUARE + 80_000), person(2, "chess", square=SQUARE + 10_000))
    assert names(asked(index, "chess", square=SQUARE, **HERE)) == ["person:2", "person:1"]


def test_much_better_words_win_over_a_few_minutes():
    index = neighbourhood(
        person(1, "chess", square=SQUARE), person(2, "chess openings and endgames", square=SQUARE + 20_000)
    )
    assert names(asked(index, "chess openings, endgames", square=SQUARE, **HERE)) == ["person:2", "person:1"]
