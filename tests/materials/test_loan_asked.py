"""Asking for a thing: agreed at once, asked, or in the queue; each side told once."""

import pytest
from sqlalchemy import func, select

from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.funds.queries import find_budget
from participate.funds.rules import NotEnoughPoints
from participate.funds.service import set_budget
from participate.materials import queries, service
from participate.materials.models import Loan
from participate.materials.rules import lending
from participate.materials.service import Asked
from participate.materials.words import Deal, LoanStatus
from tests.materials.build import build_material
from tests.materials.loans import day, days_hold, letters, wants
from tests.street import Street


def test_free_and_instant_it_is_agreed(street: Street) -> None:
    drill = build_material(street, instant=True)
    loan = wants(street.amina, drill, words="For a shelf")
    assert (loan.status, loan.from_day, loan.due_on) == (LoanStatus.AGREED, day(0), day(3))
    assert letters("loan_promised") == {street.chidi.id: 1}
    assert letters("loan_asked") == {}
    assert queries.free_units(drill.id, day(3), day(3)) == 0
    assert queries.free_units(drill.id, day(4), day(9)) == 1
    assert days_hold(drill)


def test_free_it_is_asked_and_holds_nothing(street: Street) -> None:
    drill = build_material(street)
    first, second = wants(street.amina, drill), wants(street.bilal, drill)
    assert first.status is second.status is LoanStatus.ASKED
    assert letters("loan_asked") == {street.chidi.id: 2}
    assert queries.free_units(drill.id, day(0), day(3)) == 1
    assert days_hold(drill)


def test_the_keeper_agrees_and_the_other_waits_where_she_would_have_stood(street: Street) -> None:
    drill = build_material(street)
    first, second, far = (
        wants(street.amina, drill), wants(street.bilal, drill), wants(street.dora, drill, from_day=day(9)),
    )  # fmt: skip
    service.agree(street.chidi.id, second, "Ring at five.")
    service.agree(street.chidi.id, second, "Ring at five.")
    assert [each.status for each in (first, second, far)] == [
        LoanStatus.WAITING, LoanStatus.AGREED, LoanStatus.ASKED,
    ]  # fmt: skip
    assert (first.queued_at, first.from_day, first.due_on) == (first.made_at, None, None)
    assert letters("loan_agreed") == {street.bilal.id: 1}
    assert letters("loan_queued") == {street.amina.id: 1}
    assert second.reason == "Ring at five."
    assert days_hold(drill)


def test_the_days_count_from_the_answer(street: Street) -> None:
    drill = build_material(street)
    loan = wants(street.amina, drill)
    loan.from_day, loan.due_on = day(-2), day(1)
    service.agree(street.chidi.id, loan)
    assert (loan.from_day, loan.due_on) == (day(0), day(3))


def test_not_free_it_waits(street: Street) -> None:
    drill = build_material(street, instant=True)
    wants(street.amina, drill)
    second, third = wants(street.bilal, drill), wants(street.dora, drill)
    assert second.status is third.status is LoanStatus.WAITING
    assert [each.id for each in queries.list_line(drill.id)] == [second.id, third.id]
    assert [queries.place_in_line(each) for each in (second, third)] == [0, 1]


@pytest.mark.parametrize(("ahead", "status"), [(1, "waiting"), (7, "waiting"), (9, "agreed")])
def test_a_later_day_takes_nothing_from_those_who_wait(street: Street, ahead: int, status: str) -> None:
    """Amina has it until day 3, Bilal wants it for four days after her."""
    drill = build_material(street, instant=True)
    wants(street.amina, drill)
    wants(street.bilal, drill)
    assert wants(street.dora, drill, from_day=day(ahead), days=2).status == status
    assert days_hold(drill)


def test_twice_is_one_loan_and_another_purpose_another(street: Street) -> None:
    chairs = build_material(street, how_many=10, instant=True)
    first = wants(street.amina, chairs, units=2)
    assert wants(street.amina, chairs, units=2) is first
    other = wants(street.amina, chairs, units=3, subject="session:12")
    assert other is not first
    assert db.session.scalar(select(func.count(Loan.id))) == 2
    assert queries.free_units(chairs.id, day(0), day(3)) == 5
    assert [each.id for each in queries.list_of_subject("session:12")] == [other.id]


@pytest.mark.parametrize(
    ("facts", "asked", "broken"),
    [
        ({"deal": Deal.GIVE}, {}, lending.NotLent),
        ({"deal": Deal.WANT}, {}, lending.NotLent),
        ({"expires_on": day(-1)}, {}, lending.NotLent),
        ({}, {"units": 2}, lending.TooManyUnits),
        ({}, {"days": 8}, lending.TooManyDays),
        ({}, {"from_day": day(-400)}, lending.DayOver),
        ({"points": 2}, {}, lending.NeedsPoints),
    ],
)
def test_what_cannot_be_asked(
    street: Street, facts: dict[str, object], asked: dict[str, object], broken: type[RuleBroken]
) -> None:
    if "expires_on" in facts:
        facts = {"expires_on": day(-1)}
    drill = build_material(street, **facts)
    with pytest.raises(broken):
        wants(street.amina, drill, **asked)
    assert db.session.scalar(select(func.count(Loan.id))) == 0


def test_ones_own_thing_needs_no_asking(street: Street) -> None:
    with pytest.raises(lending.OwnThing):
        wants(street.chidi, build_material(street))


def test_a_hidden_thing_is_not_lent(street: Street) -> None:
    drill = build_material(street)
    service.hide(street.dora.id, drill, "Not safe.")
    with pytest.raises(lending.NotLent):
        wants(street.amina, drill)


def test_lent_by_the_keeper_it_is_agreed_at_once(street: Street) -> None:
    chairs = build_material(street, how_many=12)
    asked = wants(street.amina, chairs, units=12)
    loan = service.lend(street.chidi.id, street.bilal.id, chairs, 8, day(2), day(3), "project:7")
    assert (loan.status, loan.units, loan.days, loan.subject) == (LoanStatus.AGREED, 8, 2, "project:7")
    assert letters("loan_agreed") == {street.bilal.id: 1}
    assert asked.status is LoanStatus.WAITING
    with pytest.raises(lending.NotFree) as raised:
        service.lend(street.chidi.id, street.dora.id, chairs, 5, day(3), day(3))
    assert raised.value.facts == {"free": 4}
    with pytest.raises(lending.HasItAlready):
        service.lend(street.chidi.id, street.bilal.id, chairs, 1, day(5), day(5), "project:7")
    assert days_hold(chairs)


def test_lent_to_whoever_waits_it_is_her_loan(street: Street) -> None:
    chairs = build_material(street, how_many=2, instant=True)
    wants(street.amina, chairs, units=1)
    waiting = wants(street.bilal, chairs, units=2)
    assert service.lend(street.chidi.id, street.bilal.id, chairs, 1, day(0), day(1)) is waiting
    assert waiting.status is LoanStatus.AGREED
    assert days_hold(chairs)


def test_declined_with_a_reason(street: Street) -> None:
    loan = wants(street.amina, build_material(street))
    service.decline(street.chidi.id, loan, "I need it myself.")
    service.decline(street.chidi.id, loan, "I need it myself.")
    assert (loan.status, loan.reason) == (LoanStatus.DECLINED, "I need it myself.")
    assert letters("loan_declined") == {street.amina.id: 1}
    with pytest.raises(lending.MovedOn):
        service.agree(street.chidi.id, loan)


@pytest.mark.parametrize(("who", "letter", "to"), [("amina", "loan_not_needed", "chidi"),
                                                   ("chidi", "loan_cancelled", "amina")])  # fmt: skip
def test_called_off_the_other_side_is_told_once(street: Street, who: str, letter: str, to: str) -> None:
    drill = build_material(street, instant=True)
    loan = wants(street.amina, drill)
    actor, told = street.person(who), street.person(to)
    assert actor is not None
    assert told is not None
    service.cancel(actor.id, loan, "It rains.")
    service.cancel(actor.id, loan, "It rains.")
    assert loan.status is LoanStatus.CANCELLED
    assert letters(letter) == {told.id: 1}
    assert letters("loan_cancelled") + letters("loan_not_needed") == {told.id: 1}
    assert queries.free_units(drill.id, day(0), day(3)) == 1
    assert days_hold(drill)


def test_a_kit_costs_points_when_it_is_promised(street: Street) -> None:
    kit = build_material(street, hub_id=street.hub.id, points=3)
    budget = set_budget(street.dora.id, street.hub.id, f"project:{street.project.id}", "Mend Club", 4)
    loan = wants(street.amina, kit, subject=f"project:{street.project.id}")
    assert (loan.budget_id, budget.spent) == (budget.id, 0)
    service.agree(street.dora.id, loan)
    db.session.refresh(budget)
    assert (loan.points, budget.spent) == (3, 3)
    second = build_material(street, hub_id=street.hub.id, points=3, instant=True)
    with pytest.raises(NotEnoughPoints):
        service.ask(
            street.amina.id, street.amina.id, second, Asked(days=2, subject=f"project:{street.project.id}")
        )  # fmt: skip
    db.session.rollback()


def test_points_come_back_when_it_is_called_off(street: Street) -> None:
    kit = build_material(street, hub_id=street.hub.id, points=3, instant=True)
    set_budget(street.dora.id, street.hub.id, f"person:{street.amina.id}", "Amina", 4)
    loan = wants(street.amina, kit)
    assert _spent(f"person:{street.amina.id}") == 3
    service.cancel(street.amina.id, loan)
    assert _spent(f"person:{street.amina.id}") == 0


def _spent(subject: str) -> int:
    budget = find_budget(subject)
    assert budget is not None
    db.session.refresh(budget)
    return budget.spent
