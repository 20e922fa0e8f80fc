"""Counting tries: aside, where each counts, and along with what was done, where only that counts."""

from collections.abc import Callable

import pytest

from participate.accounts import throttle
from participate.core.db import db
from participate.core.errors import TooMany

A_DAY = 24 * 3600

pytestmark = pytest.mark.usefixtures("street")


def is_let_through(count: Callable[[str, int, int], None]) -> bool:
    """One try, with a limit of three a day."""
    try:
        count("bake:amina", 3, A_DAY)
    except TooMany:
        return False
    return True


def tries(count: Callable[[str, int, int], None], times: int) -> int:
    """How many of so many tries are let through."""
    return [is_let_through(count) for _each in range(times)].count(True)


@pytest.mark.parametrize("count", [throttle.hit, throttle.hit_along])
def test_three_are_let_through(count: Callable[[str, int, int], None]) -> None:
    assert tries(count, 5) == 3


def test_a_try_aside_counts_whatever_becomes_of_the_rest() -> None:
    tries(throttle.hit, 2)
    db.session.rollback()
    assert tries(throttle.hit, 5) == 1


def test_a_try_along_counts_only_with_the_rest() -> None:
    tries(throttle.hit_along, 2)
    db.session.rollback()
    assert tries(throttle.hit_along, 5) == 3
