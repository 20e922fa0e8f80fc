"""A recipe's family: no circles, and the order of a tree; addresses and keys. Pure."""

import pytest

from participate.projects.rules.family import DEEPEST, GoesRound, check_parent, tree_of
from participate.projects.rules.slugs import LONGEST_SLUG, RESERVED, free_slug, house_key


@pytest.mark.parametrize(
    ("parents", "child", "parent", "good"),
    [
        ({}, 1, None, True),
        ({1: None}, 2, 1, True),
        ({1: None, 2: 1}, 1, 2, False),
        ({1: None}, 1, 1, False),
        ({1: None, 2: 1, 3: 2}, 1, 3, False),
        ({1: 2, 2: 1}, 3, 1, True),  # a circle that stands already does not hold us up for ever
    ],
)
def test_nobody_is_her_own_grandmother(
    parents: dict[int, int | None], child: int, parent: int | None, good: bool
) -> None:
    if good:
        check_parent(parents, child, parent)
    else:
        with pytest.raises(GoesRound):
            check_parent(parents, child, parent)


def test_the_order_of_a_tree() -> None:
    tree = tree_of({1: None, 2: 1, 3: 1, 4: 2, 5: 9})
    assert [(branch.recipe_id, branch.depth) for branch in tree] == [(1, 0), (2, 1), (4, 2), (3, 1), (5, 0)]


def test_a_circle_is_left_out_and_the_depth_is_bounded() -> None:
    assert tree_of({1: 2, 2: 1}) == []
    chain: dict[int, int | None] = {1: None} | {number: number - 1 for number in range(2, 100)}
    assert max(branch.depth for branch in tree_of(chain)) == DEEPEST


@pytest.mark.parametrize(
    ("name", "taken", "slug"),
    [
        ("Bread club", set(), "bread-club"),
        ("Bread club", {"bread-club"}, "bread-club-2"),
        ("Bread club", {"bread-club", "bread-club-2"}, "bread-club-3"),
        ("Café & Brot", set(), "cafe-and-brot"),
        ("طبخ", set(), "recipe"),
        ("🍞", {"recipe"}, "recipe-2"),
        ("File", set(), "file-2"),
        ("New", set(), "new-2"),
    ],
)
def test_free_addresses(name: str, taken: set[str], slug: str) -> None:
    assert free_slug(name, taken) == slug


def test_a_long_name_fits() -> None:
    first = free_slug("x" * 200, set())
    second = free_slug("x" * 200, {first})
    assert len(first) == len(second) == LONGEST_SLUG
    assert second.endswith("-2")
    assert not RESERVED & {first, second}


def test_the_key_of_the_house_is_the_same_everywhere() -> None:
    assert house_key("bread-club") == house_key("bread-club") != house_key("bees")
    assert len(house_key("bees")) == 36
