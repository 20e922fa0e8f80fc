"""Loans as time goes by: kind reminders, askings nobody answered, things nobody collected."""

from datetime import date, timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.materials import service
from participate.materials.queries import find_loan
from participate.materials.rules.reminders import Step, step_on
from participate.materials.words import Condition, LoanStatus
from tests.materials.build import build_material
from tests.materials.loans import day, days_hold, goes_out, letters, wants
from tests.street import NOON, Street

DUE, OUT = date(2026, 7, 10), date(2026, 7, 3)


@pytest.mark.parametrize(
    ("on", "step"),
    [
        (date(2026, 7, 3), None),
        (date(2026, 7, 8), None),
        (date(2026, 7, 9), Step("before")),
        (date(2026, 7, 10), Step("day")),
        (date(2026, 7, 11), Step("late", 1)),
        (date(2026, 7, 13), Step("late", 1)),
        (date(2026, 7, 14), Step("late", 4)),
        (date(2026, 7, 18), Step("late", 8)),
        (date(2026, 8, 30), Step("late", 30)),
    ],
)
def test_when_she_is_reminded(on: date, step: Step | None) -> None:
    assert step_on(on, DUE, OUT) == step


def test_whoever_took_it_today_needs_no_reminder() -> None:
    assert step_on(OUT, OUT, OUT) is None
    assert step_on(OUT, OUT + timedelta(days=1), OUT) is None


def test_before_on_the_day_and_after_each_once(street: Street) -> None:
    drill = build_material(street, instant=True)
    goes_out(street.chidi, wants(street.amina, drill))  # due on day 3
    for hours in range(0, 24 * 9, 12):
        with clock.stop_at(NOON + timedelta(hours=hours)):
            service.remind_all()
    assert letters("loan_due") == {street.amina.id: 4}  # before, on the day, one and four days after
    assert letters("loan_late") == {street.chidi.id: 1}


def test_what_came_back_reminds_nobody(street: Street) -> None:
    drill = build_material(street, instant=True)
    loan = goes_out(street.chidi, wants(street.amina, drill))
    service.take_back(street.chidi.id, loan, Condition.GOOD)
    with clock.stop_at(NOON + timedelta(days=5)):
        assert service.remind_all() == 0
    assert letters("loan_due") == {}


def test_longer_is_reminded_anew(street: Street) -> None:
    drill = build_material(street, instant=True)
    loan = goes_out(street.chidi, wants(street.amina, drill))
    with clock.stop_at(NOON + timedelta(days=3)):
        service.remind_all()
        service.stay_longer(street.amina.id, loan, 3)
        service.remind_all()
    with clock.stop_at(NOON + timedelta(days=6)):
        service.remind_all()
    assert letters("loan_due") == {street.amina.id: 2}


def test_nobody_answers(street: Street) -> None:
    """After a day the keeper, after two working days the hub, each once; after a fortnight it is over."""
    drill = build_material(street)
    loan = wants(street.amina, drill)
    with clock.stop_at(NOON + timedelta(hours=25)):
        service.remind_keepers(loan)
        assert letters("loan_waits") == {street.chidi.id: 1}
    with clock.stop_at(NOON + timedelta(days=5)):
        service.remind_hub(loan)
        assert letters("loan_waits") == {street.chidi.id: 1, street.dora.id: 1}
    with clock.stop_at(NOON + timedelta(days=14)):
        service.end_what_is_over()
        assert loan.status is LoanStatus.ASKED
    with clock.stop_at(NOON + timedelta(days=15)):
        service.end_what_is_over()
        assert loan.status is LoanStatus.LAPSED
        assert letters("loan_over") == {street.amina.id: 1}


def test_a_wished_day_that_passes_ends_the_asking(street: Street) -> None:
    drill = build_material(street)
    loan = wants(street.amina, drill, from_day=day(2), days=1)
    with clock.stop_at(NOON + timedelta(days=2)):
        service.end_what_is_over()
        assert loan.status is LoanStatus.ASKED
    with clock.stop_at(NOON + timedelta(days=3)):
        service.end_what_is_over()
        assert loan.status is LoanStatus.LAPSED


def test_what_nobody_collects_goes_to_the_next(street: Street) -> None:
    drill = build_material(street, instant=True)
    never, waits = wants(street.amina, drill), wants(street.bilal, drill)
    with clock.stop_at(NOON + timedelta(days=2)):
        service.end_what_is_over()
        assert never.status is LoanStatus.AGREED
    with clock.stop_at(NOON + timedelta(days=3)):
        service.end_what_is_over()
        assert (never.status, waits.status) == (LoanStatus.LAPSED, LoanStatus.OFFERED)
        assert letters("loan_offered") == {street.bilal.id: 1}
        assert days_hold(drill)


def test_days_that_come_free_move_the_queue(street: Street) -> None:
    """Nothing happens, but today moves on: the days that Bilal wants are free now."""
    drill = build_material(street, instant=True)
    wants(street.amina, drill, from_day=day(1), days=1)
    waits = wants(street.bilal, drill, days=4)
    assert waits.status is LoanStatus.WAITING
    with clock.stop_at(NOON + timedelta(days=2)):
        service.end_what_is_over()
        service.move_queues()
        assert waits.status is LoanStatus.OFFERED


def test_what_is_long_over_is_forgotten(street: Street) -> None:
    drill = build_material(street, instant=True)
    over, open_ = wants(street.amina, drill), wants(street.bilal, drill)
    service.cancel(street.amina.id, over)
    ids = over.id, open_.id
    with clock.stop_at(NOON + timedelta(days=731)):
        service.forget_old_loans()
    db.session.expire_all()
    assert find_loan(ids[0]) is None
    assert find_loan(ids[1]) is not None
