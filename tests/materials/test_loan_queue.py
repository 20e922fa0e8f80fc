"""The queue for a thing: in order, only the first may have it, with a time to answer, then the next."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from participate.core import clock
from participate.core.db import db
from participate.materials import queries, service
from participate.materials.models import Loan, Material
from participate.materials.rules import lending
from participate.materials.words import Condition, LoanStatus
from participate.outbox.models import Promise
from tests.materials.build import build_material
from tests.materials.loans import day, days_hold, goes_out, letters, neighbours, wants
from tests.street import NOON, Street

NIGHT = NOON + timedelta(hours=11)  # eleven at night in London


def _line(street: Street, many: int = 3) -> tuple[Material, Loan, list[Loan]]:
    """Amina has the drill; the others wait."""
    drill = build_material(street, instant=True)
    has = goes_out(street.chidi, wants(street.amina, drill))
    people = neighbours("Hana", "Ivo", "Jo", "Kim")[:many]
    return drill, has, [wants(each, drill) for each in people]


def test_back_the_first_is_asked_and_nobody_else(street: Street) -> None:
    drill, has, (first, second, third) = _line(street)
    service.take_back(street.chidi.id, has, Condition.GOOD)
    assert [each.status for each in (first, second, third)] == ["offered", "waiting", "waiting"]
    assert (first.from_day, first.due_on) == (day(0), day(3))
    assert first.answer_by == NOON + timedelta(hours=23)  # noon + 9 waking hours, then 3 from 8am
    assert letters("loan_offered") == {first.person_id: 1}
    assert days_hold(drill)


def test_only_the_first_may_have_it(street: Street) -> None:
    drill, has, (first, second, _third) = _line(street)
    service.take_back(street.chidi.id, has, Condition.GOOD)
    with pytest.raises(lending.MovedOn):
        service.accept(second.person_id or 0, second)
    with pytest.raises(lending.MovedOn):
        service.hand_out(street.chidi.id, second, Condition.GOOD)
    with pytest.raises(lending.MovedOn):
        service.hand_out(street.chidi.id, first, Condition.GOOD)  # she has not said yes
    service.accept(first.person_id or 0, first)
    service.accept(first.person_id or 0, first)
    assert letters("loan_promised")[street.chidi.id] == 2  # Amina's and hers
    goes_out(street.chidi, first)
    assert days_hold(drill)


def test_she_passes_it_on(street: Street) -> None:
    drill, has, (first, second, third) = _line(street)
    service.take_back(street.chidi.id, has, Condition.GOOD)
    service.pass_on(first.person_id or 0, first)
    service.pass_on(first.person_id or 0, first)
    assert [each.status for each in (first, second, third)] == ["cancelled", "offered", "waiting"]
    assert letters("loan_offered") == {first.person_id: 1, second.person_id: 1}
    assert days_hold(drill)


def test_she_lets_the_time_pass(street: Street) -> None:
    drill, has, (first, second, third) = _line(street)
    service.take_back(street.chidi.id, has, Condition.GOOD)
    with clock.stop_at(NOON + timedelta(hours=22)):
        service.lapse(first)
        assert first.status is LoanStatus.OFFERED  # there is an hour left
    with clock.stop_at(NOON + timedelta(hours=23)):
        service.lapse(first)
        service.lapse(first)
        with pytest.raises(lending.TurnOver):
            service.accept(first.person_id or 0, first)
        assert [each.status for each in (first, second, third)] == ["lapsed", "offered", "waiting"]
        assert (second.from_day, second.due_on) == (day(0), day(3))
        assert letters("loan_over") == {first.person_id: 1}
        assert days_hold(drill)


def test_a_yes_in_the_last_minute_is_too_late_before_the_job_ran(street: Street) -> None:
    _drill, has, (first, *_others) = _line(street)
    service.take_back(street.chidi.id, has, Condition.GOOD)
    with clock.stop_at(NOON + timedelta(hours=23, seconds=1)), pytest.raises(lending.TurnOver):
        service.accept(first.person_id or 0, first)


def test_the_days_count_from_her_yes(street: Street) -> None:
    drill, has, (first, *_others) = _line(street)
    with clock.stop_at(NIGHT):
        service.take_back(street.chidi.id, has, Condition.GOOD)
        assert (first.from_day, first.due_on) == (day(0), day(3))
    with clock.stop_at(NIGHT + timedelta(hours=12)):
        service.accept(first.person_id or 0, first)
        assert (first.from_day, first.due_on) == (day(0), day(3))
        assert days_hold(drill)


def test_at_night_nobody_is_written_to(street: Street) -> None:
    _drill, has, (first, *_others) = _line(street)
    with clock.stop_at(NIGHT):
        service.take_back(street.chidi.id, has, Condition.GOOD)
        eight = clock.local(NIGHT).replace(hour=8) + timedelta(days=1)
        assert first.answer_by == eight + timedelta(hours=12)
        due = db.session.scalar(select(Promise.due_at).where(Promise.key.like("loan_offered:%")))
        assert due == eight


def test_the_time_to_answer_is_promised_once(street: Street) -> None:
    _drill, has, (first, *_others) = _line(street)
    service.take_back(street.chidi.id, has, Condition.GOOD)
    promised = select(func.count(Promise.id)).where(Promise.name == service.LAPSE)
    assert db.session.scalar(promised) == 1
    assert db.session.scalar(select(Promise.due_at).where(Promise.name == service.LAPSE)) == first.answer_by


def test_whoever_leaves_the_queue_holds_nobody_up(street: Street) -> None:
    drill, has, (first, second, third) = _line(street)
    service.cancel(first.person_id, first)
    service.decline(street.chidi.id, second, "It is too heavy for you.")
    service.take_back(street.chidi.id, has, Condition.GOOD)
    assert [each.status for each in (first, second, third)] == ["cancelled", "declined", "offered"]
    assert letters("loan_offered") == {third.person_id: 1}
    assert days_hold(drill)


def test_a_fixed_day_is_offered_when_it_comes_free(street: Street) -> None:
    drill = build_material(street, instant=True)
    holds = wants(street.amina, drill, from_day=day(10))
    waits = wants(street.bilal, drill, from_day=day(11), days=2)
    assert (waits.status, waits.from_day, waits.due_on) == (LoanStatus.WAITING, day(11), None)
    service.cancel(street.amina.id, holds)
    assert (waits.status, waits.from_day, waits.due_on) == (LoanStatus.OFFERED, day(11), day(12))
    assert days_hold(drill)


def test_a_fixed_day_that_is_over_leaves_the_queue(street: Street) -> None:
    drill = build_material(street, instant=True)
    wants(street.amina, drill, from_day=day(1))
    waits = wants(street.bilal, drill, from_day=day(2), days=2)
    with clock.stop_at(NOON + timedelta(days=3)):
        service.fill_by_id(drill.id)
        assert waits.status is LoanStatus.LAPSED
        assert letters("loan_over") == {street.bilal.id: 1}


def test_several_units_go_to_several(street: Street) -> None:
    chairs = build_material(street, how_many=6, instant=True)
    has = goes_out(street.chidi, wants(street.amina, chairs, units=6))
    hana, ivo, jo = (wants(each, chairs, units=3) for each in neighbours("Hana", "Ivo", "Jo"))
    service.take_back(street.chidi.id, has, Condition.GOOD)
    assert [each.status for each in (hana, ivo, jo)] == ["offered", "offered", "waiting"]
    assert queries.count_waiting(chairs.id) == 1
    assert days_hold(chairs)


def test_a_thing_that_is_hidden_goes_to_nobody(street: Street) -> None:
    drill, has, (first, *_others) = _line(street)
    service.hide(street.dora.id, drill, "Not safe.")
    service.take_back(street.chidi.id, has, Condition.MEND)
    assert first.status is LoanStatus.WAITING
    service.restore(street.dora.id, drill)
    service.fill_by_id(drill.id)
    assert first.status is LoanStatus.OFFERED
