"""What becomes of loans when a thing changes or goes."""

import pytest
from sqlalchemy import func, select

from participate.core.db import db
from participate.materials import queries, service
from participate.materials.models import Loan, MaterialDay
from participate.materials.rules import lending
from participate.materials.rules.kits import PartLine
from participate.materials.rules.terms import DealStays
from participate.materials.rules.terms_of_lending import LendingTerms
from participate.materials.words import Condition, Deal, LoanStatus
from participate.organisations.rules import Spot
from tests.materials.build import build_material
from tests.materials.loans import day, days_hold, goes_out, letters, wants
from tests.street import Street


def _now(deal: Deal, how_many: int) -> service.MaterialFacts:
    return service.MaterialFacts(deal=deal, name="Chairs", how_many=how_many)


def test_more_of_them_and_the_queue_moves(street: Street) -> None:
    chairs = build_material(street, how_many=2, instant=True)
    wants(street.amina, chairs, units=2)
    waits = wants(street.bilal, chairs, units=1)
    service.change(street.chidi.id, chairs, _now(Deal.LEND, 3), Spot())
    assert waits.status is LoanStatus.OFFERED
    assert queries.free_units(chairs.id, day(0), day(0)) == 0
    assert days_hold(chairs)


def test_fewer_only_as_far_as_they_are_free(street: Street) -> None:
    chairs = build_material(street, how_many=6, instant=True)
    wants(street.amina, chairs, units=4)
    with pytest.raises(lending.PromisedAlready) as raised:
        service.change(street.chidi.id, chairs, _now(Deal.LEND, 3), Spot())
    assert raised.value.facts == {"units": 4}
    service.change(street.chidi.id, chairs, _now(Deal.LEND, 4), Spot())
    assert set(db.session.scalars(select(MaterialDay.units))) == {4}
    assert days_hold(chairs)


def test_not_lent_any_more_everybody_is_told(street: Street) -> None:
    drill = build_material(street, instant=True)
    has, waits = wants(street.amina, drill), wants(street.bilal, drill)
    service.change(street.chidi.id, drill, _now(Deal.GIVE, 1), Spot())
    assert has.status is waits.status is LoanStatus.CANCELLED
    assert letters("loan_cancelled") == {street.amina.id: 1, street.bilal.id: 1}


def test_it_goes_and_everybody_is_told(street: Street) -> None:
    drill = build_material(street, instant=True)
    wants(street.amina, drill)
    wants(street.bilal, drill)
    service.remove(street.chidi.id, drill)
    assert letters("loan_cancelled") == {street.amina.id: 1, street.bilal.id: 1}
    assert db.session.scalar(select(func.count(Loan.id))) == 0


def test_out_it_does_not_go(street: Street) -> None:
    drill = build_material(street, instant=True)
    goes_out(street.chidi, wants(street.amina, drill))
    with pytest.raises(lending.StillOut):
        service.remove(street.chidi.id, drill)
    with pytest.raises(DealStays):
        service.change(street.chidi.id, drill, _now(Deal.GIVE, 1), Spot())
    db.session.rollback()


def test_how_it_is_lent(street: Street) -> None:
    kit = build_material(street)
    terms = LendingTerms(
        Condition.WORN, 14, instant=True, safety="Goggles.", induction=True, deposit="Library card", points=2,
        parts=(PartLine("Spanners", 2), PartLine("Case")),
    )  # fmt: skip
    service.set_lending(street.chidi.id, kit, terms)
    (spanners, _case) = queries.list_parts(kit.id)
    service.note_missing(street.chidi.id, kit, {spanners.id: 1})
    again = LendingTerms(parts=(PartLine("Box"), PartLine("spanners", 3)))
    service.set_lending(street.chidi.id, kit, again)
    assert [(part.name, part.how_many, part.missing) for part in queries.list_parts(kit.id)] == [
        ("Box", 1, 0),
        ("spanners", 3, 1),
    ]
    assert (kit.condition, kit.loan_days, kit.instant, kit.deposit) == (Condition.GOOD, 7, False, "")


def test_what_could_be_lent(street: Street) -> None:
    chairs = build_material(street, name="Folding chairs", how_many=10, instant=True)
    kit = build_material(street, name="Party box", about="Bunting and lights.")
    service.set_lending(street.chidi.id, kit, LendingTerms(parts=(PartLine("Gazebo"),)))
    (gazebo,) = queries.list_parts(kit.id)
    service.note_missing(None, kit, {gazebo.id: 1})
    wants(street.amina, chairs, units=7, days=2)

    def found(words: str = "", units: int = 1, first: int = 0) -> list[tuple[str, int]]:
        page = queries.list_lendable(day(first), day(first), Spot(), 1, words=words, units=units)
        return sorted((each.card.name, each.free) for each in page.items)

    assert found() == [("Folding chairs", 3), ("Party box", 1), ("Sewing machine", 1)]
    assert found("chairs", units=4) == []
    assert found("chairs", units=4, first=2) == [("Folding chairs", 10)]
    assert found("gazebo") == found("party BOX") == [("Party box", 1)]
    assert found("100%") == []
    (box,) = queries.list_lendable(day(0), day(0), Spot(), 1, words="box").items
    assert box.lacks_part
