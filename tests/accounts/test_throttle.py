"""Counting tries: aside, where each counts, and along with what was done, where only that counts."""

import pytest

from participate.accounts import throttle
from participate.core.db import db
from participate.core.errors import TooMany

A_DAY = 24 * 3600

pytestmark = pytest.mark.usefixtures("street")


def tries(count: object, times: int) -> int:
    """How many of so many tries are let through, with a limit of three."""
    through = 0
    for _each in range(times):
        try:
            count("bake:amina", 3, A_DAY)  # type: ignore[operator]
            through += 1
        except TooMany as much:
            assert 0 < much.wait <= A_DAY
    return through


@pytest.mark.parametrize("count", [throttle.hit, throttle.hit_along])
def test_three_are_let_through(count: object) -> None:
    assert tries(count, 5) == 3


def test_a_try_aside_counts_whatever_becomes_of_the_rest() -> None:
    tries(throttle.hit, 2)
    db.session.rollback()
    assert tries(throttle.hit, 5) == 1


def test_a_try_along_counts_only_with_the_rest() -> None:
    tries(throttle.hit_along, 2)
    db.session.rollback()
    assert tries(throttle.hit_along, 5) == 3
