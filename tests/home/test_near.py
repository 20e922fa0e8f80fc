"""What is within a walk."""

from dataclasses import dataclass

import pytest

from participate.home.rules.near import within_a_walk
from participate.places.rules import walking_minutes
from tests.street import SQUARE

NEXT, FAR = SQUARE + 1, SQUARE + 10_000 * 20  # beside it, and some kilometres off


@dataclass(frozen=True)
class Spot:
    ward_id: int | None
    square: int | None


HERE, BESIDE, AWAY, SOMEWHERE = Spot(1, SQUARE), Spot(2, NEXT), Spot(3, FAR), Spot(1, None)


def test_the_squares_of_this_test_lie_as_they_say() -> None:
    assert (walking_minutes(SQUARE, NEXT) or 99) < 25 < (walking_minutes(SQUARE, FAR) or 0)


@pytest.mark.parametrize(
    ("spots", "wards", "square", "expected", "near"),
    [
        ([HERE, AWAY, BESIDE, HERE], [1], SQUARE, [HERE, BESIDE, HERE], True),
        ([HERE, AWAY, SOMEWHERE, HERE], [1], SQUARE, [HERE, SOMEWHERE, HERE], True),  # no square: its ward decides
        ([AWAY, HERE, BESIDE, BESIDE], [1, 2], None, [HERE, BESIDE, BESIDE], True),
        ([HERE, AWAY, AWAY], [1], SQUARE, [HERE, AWAY, AWAY], False),  # too few near: all
        ([HERE, HERE, HERE], [], None, [HERE, HERE, HERE], False),  # nobody knows where she is
        ([], [1], SQUARE, [], False),
    ],
)
def test_near_when_there_is_enough_near(
    spots: list[Spot], wards: list[int], square: int | None, expected: list[Spot], near: bool
) -> None:
    assert within_a_walk(spots, wards, square) == (expected, near)
