"""Shares and changes come from what is published, and from nothing else. Pure."""

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participate.insight.disclosure import percent as percents
from participate.insight.disclosure.percent import change, change_in_percent, per_thousand, percent
from participate.insight.disclosure.table import Safe
from participate.insight.words import Shown

FEW, HIDDEN, NONE = Safe(Shown.FEW), Safe(Shown.HIDDEN), Safe(Shown.NONE)
told = st.integers(1, 400).map(lambda fives: Safe(Shown.SHOWN, 5 * fives))
any_cell = st.one_of(told, st.sampled_from([FEW, HIDDEN, NONE]))


def shown(value: int) -> Safe:
    return Safe(Shown.SHOWN, value)


@pytest.mark.parametrize(
    ("part", "whole", "is_"),
    [
        (shown(15), shown(30), 50),
        (shown(10), shown(30), 33),
        (shown(20), shown(30), 67),
        (shown(5), shown(40), 13),  # 12.5 goes up
        (shown(30), shown(30), 100),
        (shown(10), shown(25), None),  # too small a base
        (FEW, shown(30), None), (HIDDEN, shown(30), None), (NONE, shown(30), None), (None, shown(30), None),
        (shown(15), FEW, None), (shown(15), HIDDEN, None), (shown(15), None, None),
    ],
)  # fmt: skip
def test_per_cent(part, whole, is_):
    assert percent(part, whole) == is_


@pytest.mark.parametrize(
    ("now", "then", "by", "in_percent"),
    [
        (shown(45), shown(30), 15, 50),
        (shown(30), shown(45), -15, -33),
        (shown(30), shown(30), 0, 0),
        (shown(30), shown(25), 5, None),  # too small a base
        (FEW, shown(30), None, None), (shown(30), FEW, None, None), (HIDDEN, shown(30), None, None),
        (None, shown(30), None, None), (shown(30), None, None, None), (NONE, NONE, None, None),
    ],
)  # fmt: skip
def test_change(now, then, by, in_percent):
    assert change(now, then) == by
    assert change_in_percent(now, then) == in_percent


@pytest.mark.parametrize(
    ("part", "residents", "is_"),
    [(shown(50), 10000, 5), (shown(55), 10000, 6), (FEW, 10000, None), (None, 10000, None), (shown(5), 29, None)],
)
def test_of_each_thousand_residents(part, residents, is_):
    assert per_thousand(part, residents) == is_


@given(any_cell, any_cell)
def test_nothing_comes_of_what_is_not_shown(one, other):
    for of in (percent, change, change_in_percent):
        found = of(one, other)
        assert found is None or isinstance(found, int)
        if Shown.SHOWN not in (one.shown, other.shown) or one.shown is not other.shown:
            assert found is None
    grown = change(one, other)
    assert grown is None or grown % 5 == 0


def test_they_take_published_cells_only():
    for name, of in inspect.getmembers(percents, inspect.isfunction):
        types = {str(one.annotation) for one in inspect.signature(of).parameters.values()}
        assert types <= ({"Safe | None", "int"} if name == "per_thousand" else {"Safe | None"})
