"""From shelf to hand and back: the condition noted, nothing in two hands at once, what is lost counted out."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from participate.core import clock
from participate.core.db import db
from participate.materials import queries, service
from participate.materials.models import KitPart
from participate.materials.rules import lending
from participate.materials.words import Condition, LoanStatus
from tests.materials.build import build_material
from tests.materials.loans import day, days_hold, goes_out, letters, wants
from tests.street import NOON, Street, add


def test_out_and_back_with_a_note(street: Street) -> None:
    drill = build_material(street, instant=True)
    loan = wants(street.amina, drill)
    service.hand_out(street.chidi.id, loan, Condition.GOOD, "With two bits.")
    service.hand_out(street.chidi.id, loan, Condition.GOOD, "Again.")
    assert (loan.status, loan.out_condition, loan.out_note, drill.out) == ("out", "good", "With two bits.", 1)
    service.take_back(street.chidi.id, loan, Condition.MEND, "The cable is loose.")
    service.take_back(street.chidi.id, loan, Condition.MEND, "Again.")
    assert (loan.status, loan.back_condition, loan.back_note) == ("back", "mend", "The cable is loose.")
    assert (drill.out, drill.condition) == (0, Condition.MEND)
    assert letters("loan_back") == {street.amina.id: 1}
    assert queries.free_units(drill.id, day(0), day(3)) == 1
    assert days_hold(drill)


def test_while_it_is_late_nobody_else_gets_it(street: Street) -> None:
    drill = build_material(street, instant=True)
    late = goes_out(street.chidi, wants(street.amina, drill))
    coming = wants(street.bilal, drill, from_day=day(4))
    assert coming.status is LoanStatus.AGREED
    with clock.stop_at(NOON + timedelta(days=4)):
        with pytest.raises(lending.NotHere):
            service.hand_out(street.chidi.id, coming, Condition.GOOD)
        assert drill.out == 1
        assert queries.free_units(drill.id, day(6), day(6)) == 0
        assert queries.free_units(drill.id, day(8), day(9)) == 1
        service.take_back(street.chidi.id, late, Condition.GOOD)
        goes_out(street.chidi, coming)
        assert days_hold(drill)


def test_no_hand_takes_more_than_there_are(street: Street) -> None:
    drill = build_material(street, instant=True)
    goes_out(street.chidi, wants(street.amina, drill))
    drill.out = 2
    with pytest.raises(IntegrityError):
        db.session.flush()
    db.session.rollback()


def test_early_she_has_it_longer_if_it_is_free(street: Street) -> None:
    drill = build_material(street, instant=True)
    loan = wants(street.amina, drill, from_day=day(3), days=2)
    goes_out(street.chidi, loan)
    assert (loan.from_day, loan.due_on) == (day(0), day(4))
    assert days_hold(drill)


def test_early_not_where_somebody_else_has_it(street: Street) -> None:
    drill = build_material(street, instant=True)
    wants(street.bilal, drill, days=2)
    loan = wants(street.amina, drill, from_day=day(3), days=2)
    with pytest.raises(lending.NotFree):
        service.hand_out(street.chidi.id, loan, Condition.GOOD)
    db.session.rollback()


def test_lost_and_found(street: Street) -> None:
    chairs = build_material(street, how_many=4, instant=True)
    loan = goes_out(street.chidi, wants(street.amina, chairs, units=1))
    service.lose(street.chidi.id, loan, "She looked everywhere.")
    service.lose(street.chidi.id, loan)
    assert (loan.status, loan.back_note, chairs.out) == ("lost", "She looked everywhere.", 1)
    assert letters("loan_lost") == {street.amina.id: 1}
    assert queries.free_units(chairs.id, day(30), day(31)) == 3
    with pytest.raises(lending.TooManyUnits):
        wants(street.bilal, chairs, units=4)
    service.take_back(street.chidi.id, loan, Condition.WORN)
    assert (loan.status, chairs.out) == ("back", 0)
    assert queries.free_units(chairs.id, day(30), day(31)) == 4
    assert days_hold(chairs)


def test_the_only_one_is_lost_and_may_turn_up(street: Street) -> None:
    drill = build_material(street, instant=True)
    loan = goes_out(street.chidi, wants(street.amina, drill))
    service.lose(street.chidi.id, loan)
    waits = wants(street.bilal, drill)
    assert waits.status is LoanStatus.WAITING
    service.take_back(street.chidi.id, loan, Condition.GOOD)
    assert waits.status is LoanStatus.OFFERED
    assert days_hold(drill)


def test_power_tools_need_somebody_who_shows_how(street: Street) -> None:
    saw = build_material(street, instant=True, induction=True)
    loan = wants(street.amina, saw)
    with pytest.raises(lending.NotShownHow):
        service.hand_out(street.chidi.id, loan, Condition.GOOD)
    service.hand_out(street.chidi.id, loan, Condition.GOOD, shown=True)
    service.take_back(street.chidi.id, loan, Condition.GOOD)
    again = wants(street.amina, saw)
    goes_out(street.chidi, again)  # once is enough
    (shown,) = queries.list_shown(saw.id, 1).items
    assert (shown.person_id, shown.shown_by) == (street.amina.id, street.chidi.id)
    service.forget_shown(street.chidi.id, shown)
    assert not queries.was_shown(saw.id, street.amina.id)


def test_a_kit_that_lacks_a_part_says_so(street: Street) -> None:
    kit = build_material(street, instant=True)
    add(bits := KitPart(material_id=kit.id, name="Bits", how_many=10), KitPart(material_id=kit.id, name="Case"))
    loan = goes_out(street.chidi, wants(street.amina, kit))
    service.take_back(street.chidi.id, loan, Condition.GOOD, missing={bits.id: 2, 99: 5})
    assert [(part.name, part.missing) for part in queries.list_parts(kit.id)] == [("Bits", 2), ("Case", 0)]
    assert queries.ids_with_parts_missing([kit.id]) == {kit.id}
    service.note_missing(street.chidi.id, kit, {bits.id: 99})
    assert queries.list_parts(kit.id)[0].missing == 10
    service.note_missing(street.chidi.id, kit, {bits.id: 0})
    assert queries.ids_with_parts_missing([kit.id]) == frozenset()


def test_longer_where_nobody_waits(street: Street) -> None:
    drill = build_material(street, instant=True, loan_days=7)
    loan = goes_out(street.chidi, wants(street.amina, drill))
    assert service.stay_longer(street.amina.id, loan, 3) == day(6)
    assert days_hold(drill)
    with pytest.raises(lending.TooManyDays):
        service.stay_longer(street.amina.id, loan, 8)
    wants(street.bilal, drill)
    with pytest.raises(lending.SomebodyWaits):
        service.stay_longer(street.amina.id, loan, 1)
    assert service.stay_longer(street.chidi.id, loan, 1, as_keeper=True) == day(7)
    assert days_hold(drill)


def test_longer_not_into_other_days(street: Street) -> None:
    drill = build_material(street, instant=True)
    loan = goes_out(street.chidi, wants(street.amina, drill))
    wants(street.bilal, drill, from_day=day(5))
    with pytest.raises(lending.NotFree):
        service.stay_longer(street.amina.id, loan, 2)
    db.session.rollback()


def test_late_it_may_still_stay_longer(street: Street) -> None:
    drill = build_material(street, instant=True)
    loan = goes_out(street.chidi, wants(street.amina, drill))
    with clock.stop_at(NOON + timedelta(days=6)):
        assert service.stay_longer(street.amina.id, loan, 2) == day(2)
        assert days_hold(drill)
