"""Lending: what may be asked, which days are free, and where a loan may go. Truth tables, no database."""

from datetime import date, timedelta

import pytest

from participate.core.errors import RuleBroken
from participate.materials.rules import lending
from participate.materials.rules.lending import Asked
from participate.materials.words import LOAN_MOVES, OPEN_LOANS, LoanStatus

TODAY = date(2026, 7, 2)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("asked", "broken"),
    [
        (Asked(), None),
        (Asked(units=4, days=7), None),
        (Asked(units=0), lending.TooManyUnits),
        (Asked(units=5), lending.TooManyUnits),
        (Asked(days=0), lending.TooManyDays),
        (Asked(days=8), lending.TooManyDays),
        (Asked(from_day=TODAY), None),
        (Asked(from_day=TODAY - DAY), lending.DayOver),
        (Asked(from_day=TODAY + 180 * DAY), None),
        (Asked(from_day=TODAY + 181 * DAY), lending.TooFarAhead),
    ],
)
def test_what_may_be_asked(asked: Asked, broken: type[RuleBroken] | None) -> None:
    def check() -> None:
        lending.check_asked(asked, how_many=4, loan_days=7, today=TODAY)

    if broken is None:
        check()
    else:
        with pytest.raises(broken):
            check()


@pytest.mark.parametrize(
    ("first", "last", "broken"),
    [
        (0, 0, None),
        (0, 89, None),
        (0, 90, lending.TooManyDays),
        (1, 0, lending.TooManyDays),
        (-1, 3, lending.DayOver),
        (181, 182, lending.TooFarAhead),
    ],
)
def test_the_days_of_a_keeper(first: int, last: int, broken: type[RuleBroken] | None) -> None:
    def check() -> None:
        lending.check_window(TODAY + first * DAY, TODAY + last * DAY, today=TODAY)

    if broken is None:
        check()
    else:
        with pytest.raises(broken):
            check()


@pytest.mark.parametrize("now", LoanStatus)
@pytest.mark.parametrize("then", LoanStatus)
def test_where_a_loan_may_go(now: LoanStatus, then: LoanStatus) -> None:
    if then in LOAN_MOVES[now]:
        lending.check_move(now, then)
    else:
        with pytest.raises(lending.MovedOn):
            lending.check_move(now, then)


def test_what_is_over_stays_over() -> None:
    for status in LoanStatus:
        if status not in OPEN_LOANS:
            assert LOAN_MOVES[status] == ((LoanStatus.BACK,) if status is LoanStatus.LOST else ())


def test_the_last_day_counts() -> None:
    assert lending.last_of(date(2026, 7, 6), 7) == date(2026, 7, 12)
    assert lending.last_of(TODAY, 1) == TODAY
    assert lending.days_between(date(2028, 2, 28), date(2028, 3, 1)) == [
        date(2028, 2, 28),
        date(2028, 2, 29),
        date(2028, 3, 1),
    ]


def _free(*units: int) -> dict[date, int]:
    return {TODAY + number * DAY: free for number, free in enumerate(units)}


@pytest.mark.parametrize(
    ("free", "days", "units", "run", "first"),
    [
        (_free(1, 1, 1), 3, 1, 3, 0),
        (_free(1, 1, 0, 1, 1, 1), 3, 1, 2, 3),
        (_free(0, 1, 1), 2, 1, 0, 1),
        (_free(2, 1, 2, 2), 2, 2, 1, 2),
        (_free(1, 1), 3, 1, 2, None),
        ({}, 1, 1, 0, None),
    ],
)
def test_days_in_a_row(free: dict[date, int], days: int, units: int, run: int, first: int | None) -> None:
    assert lending.free_run(free, TODAY, days, units) == run
    assert lending.first_free(free, days, units) == (None if first is None else TODAY + first * DAY)


@pytest.mark.parametrize(("ahead", "gone"), [(0, 3), (7, 3), (8, 1)])
def test_what_is_late_counts_for_a_week_and_what_is_lost_for_ever(ahead: int, gone: int) -> None:
    assert lending.gone_on(TODAY + ahead * DAY, lost=1, late=2, today=TODAY) == gone


@pytest.mark.parametrize(("days", "by"), [(7, 2), (2, 1), (1, 0)])
def test_until_when_it_may_be_collected(days: int, by: int) -> None:
    assert lending.collect_by(TODAY, lending.last_of(TODAY, days)) == TODAY + by * DAY


@pytest.mark.parametrize(("ahead", "until"), [(0, 14), (5, 5), (40, 40)])
def test_until_when_a_keeper_may_answer(ahead: int, until: int) -> None:
    assert lending.asked_until(TODAY + ahead * DAY, TODAY) == TODAY + until * DAY
