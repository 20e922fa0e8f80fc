"""What may be read of counts: intervals, rounding, small groups. Pure."""

from math import isclose

import pytest

from participate.matching.quality.chance import SHARE, chance_of
from participate.matching.quality.steps import Step, monday_of, stretch_of
from participate.matching.quality.table import Counted, Share, hidden, rounded, share_of, together, told, wilson
from tests.street import LATER


def counted(people: int, *steps: int) -> Counted:
    return Counted(people, dict(zip(Step, steps or (people,) * 5, strict=True)))


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # Newcombe 1998, method 3
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0),
    ],
)
def test_intervals_are_those_of_the_literature(part: int, whole: int, low: float, high: float) -> None:
    found = wilson(part, whole)
    assert isclose(found[0], low, abs_tol=5e-5)
    assert isclose(found[1], high, abs_tol=5e-5)


@pytest.mark.parametrize(("number", "told"), [(0, 0), (2, 0), (3, 5), (5, 5), (7, 5), (8, 10), (1002, 1000)])
def test_numbers_are_rounded_to_five(number: int, told: int) -> None:
    assert rounded(number) == told


def test_a_share_is_of_the_rounded_numbers() -> None:
    assert share_of(50, 101) == Share(50, 40, 60)
    assert share_of(51, 99) == Share(50, 40, 60)


@pytest.mark.parametrize(("part", "whole"), [(20, 27), (4, 200), (0, 100)])
def test_no_share_of_few(part: int, whole: int) -> None:
    assert share_of(part, whole) is None


def test_a_share_is_never_more_than_all() -> None:
    assert share_of(33, 33) == Share(100, 90, 100)
    assert share_of(33, 32) == Share(100, 89, 100)


def test_each_step_is_told_with_its_share_of_the_one_before() -> None:
    lines = told(counted(40, 200, 100, 40, 12, 3))
    assert [line.number for line in lines] == [200, 100, 40, 10, None]
    assert [line.share and line.share.of_hundred for line in lines] == [None, 50, 40, 25, None]


@pytest.mark.parametrize(
    ("people", "gone"),
    [
        ({"a": 10, "b": 50}, ""),
        ({"a": 9, "b": 8, "c": 50}, "ab"),
        ({"a": 9, "b": 60, "c": 50}, "ac"),  # a alone could be worked out from the whole
        ({"a": 9}, "a"),
        ({}, ""),
    ],
)
def test_small_groups_are_hidden_and_never_one_alone(people: dict[str, int], gone: str) -> None:
    assert hidden({name: counted(number) for name, number in people.items()}) == frozenset(gone)


def test_groups_together() -> None:
    assert together([counted(3, 5, 4, 3, 2, 1), counted(4, 6, 4, 3, 2, 0)]) == counted(7, 11, 8, 6, 4, 1)


def test_parts_of_the_list() -> None:
    assert [stretch_of(place) for place in (1, 3, 4, 12, 13)] == ["first", "first", "page", "page", "rest"]


def test_one_in_twenty_sees_a_random_order_all_week_and_another_in_the_next() -> None:
    monday = monday_of(LATER)
    chosen = {person for person in range(20_000) if chance_of(person, monday) is not None}
    assert 0.8 < len(chosen) * SHARE / 20_000 < 1.2
    later = monday.replace(day=monday.day + 1)
    assert all(chance_of(person, later) == chance_of(person, monday) for person in range(500))
    before = monday.replace(day=monday.day - 7)
    others = {person for person in range(20_000) if chance_of(person, before) is not None}
    assert len(chosen & others) < 0.2 * len(chosen)
    assert len({chance_of(person, monday) for person in chosen}) == len(chosen)
