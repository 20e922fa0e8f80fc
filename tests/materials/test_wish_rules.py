"""Wishes: for which days, whom to ask first, until when. No database."""

from datetime import UTC, date, datetime, timedelta

import pytest

from participate.materials.rules import wishes as rules
from participate.materials.rules.wishes import Fit
from participate.materials.words import Deal

TODAY = date(2026, 7, 2)
NOW = datetime(2026, 7, 2, 11, 0, tzinfo=UTC)  # noon in London


def on(day: int) -> date:
    return date(2026, 7, day)


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [(None, None, None), (on(4), None, (on(4), on(4))), (on(4), on(5), (on(4), on(5))), (on(2), on(2), (on(2), on(2)))],
)
def test_the_days_of_a_wish(first: date | None, last: date | None, days: tuple[date, date] | None) -> None:
    assert rules.check_days(first, last, TODAY) == days


@pytest.mark.parametrize(
    ("first", "last", "broken"),
    [
        (None, on(4), rules.WishNeedsFirstDay), (on(5), on(4), rules.WishEndsFirst), (on(1), on(4), rules.WishDaysOver),
        (on(2), date(2026, 7, 30), rules.WishTooLong),
    ],
)  # fmt: skip
def test_days_that_cannot_be(first: date | None, last: date | None, broken: type[Exception]) -> None:
    with pytest.raises(broken):
        rules.check_days(first, last, TODAY)


@pytest.mark.parametrize(
    ("facts", "sought"),
    [
        ({}, True), ({"deal": Deal.LEND}, False), ({"deal": Deal.GIVE}, False), ({"missing": 0}, False),
        ({"until": None}, False), ({"until": on(1)}, False), ({"until": on(2)}, True), ({"shown": False}, False),
    ],
)  # fmt: skip
def test_what_is_looked_for(facts: dict[str, object], sought: bool) -> None:
    usual: dict[str, object] = {"deal": Deal.WANT, "missing": 3, "until": on(4), "shown": True, "today": TODAY}
    assert rules.is_sought(**(usual | facts)) is sought  # type: ignore[arg-type]


def test_the_nearest_of_those_that_are_nearly_as_good_is_asked_first() -> None:
    best, near, other, full = Fit(1, 4.0, 900, 6), Fit(2, 2.1, 300, 2), Fit(3, 1.9, 10, 9), Fit(4, 9.9, 5, 0)
    assert rules.in_order([best, near, other, full]) == [near, best]
    assert rules.in_order([full]) == []
    assert rules.in_order([]) == []


def test_equally_near_ones_by_likeness_then_by_age() -> None:
    assert [fit.material_id for fit in rules.in_order([Fit(9, 2, 5, 1), Fit(3, 2, 5, 1), Fit(7, 3, 5, 1)])] == [7, 3, 9]


def test_there_is_less_time_to_answer_when_it_is_soon_and_none_runs_at_night() -> None:
    assert rules.answer_by(NOW, on(20)) == NOW + timedelta(hours=23)  # noon to 9pm is 9 hours, then from 8am
    assert rules.answer_by(NOW, on(4)) == NOW + timedelta(hours=4)
    night = datetime(2026, 7, 2, 22, 0, tzinfo=UTC)
    assert rules.answer_by(night, on(4)) == datetime(2026, 7, 3, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("units", "missing", "broken"), [(3, 3, None), (1, 0, rules.WishMet), (4, 3, rules.MoreThanWished)]
)
def test_how_many_one_may_lend(units: int, missing: int, broken: type[Exception] | None) -> None:
    if broken is None:
        rules.check_answer(units, missing=missing)
        return
    with pytest.raises(broken):
        rules.check_answer(units, missing=missing)
