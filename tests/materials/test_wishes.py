"""Wishes: one keeper at a time is asked, a yes makes the loan, some of it asks on."""

from collections import Counter
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.materials import queries as things
from participate.materials import service as lending
from participate.materials.models import Loan, Material, WishAsk
from participate.materials.queries import wishes as queries
from participate.materials.rules import wishes as rules
from participate.materials.service import wishes as service
from participate.materials.words import Deal, LoanStatus, WishStatus
from participate.outbox.models import Promise
from tests.materials.build import build_material
from tests.street import SQUARE, Street

SATURDAY = date(2026, 7, 4)


def wish(street: Street, **more: object) -> Material:
    """Chidi needs twelve chairs on Saturday."""
    facts = {"deal": Deal.WANT, "name": "Chairs", "how_many": 12, "wanted_from": SATURDAY, "wanted_until": SATURDAY}
    return build_material(street, **(facts | more))


def chairs(street: Street, name: str, how_many: int = 6, **more: object) -> Material:
    """Somebody lends chairs."""
    keeper = street.person(name)
    assert keeper is not None
    return build_material(street, name=f"Chairs of {name}", how_many=how_many, keeper_id=keeper.id, **more)


def seek(wished: Material, *lent: Material) -> WishAsk | None:
    """As the matcher would: all alike."""
    return service.seek(wished.id, {each.id: 3.0 for each in lent})


def letters(name: str) -> Counter[int]:
    rows = db.session.scalars(select(Promise.payload).where(Promise.name == "letter"))
    return Counter(row["person_id"] for row in rows if row["name"] == name)


def test_one_keeper_at_a_time_is_asked_the_nearest_first(app: Flask, street: Street) -> None:
    wished = wish(street)
    far, near = chairs(street, "amina", square=SQUARE + 9), chairs(street, "bilal")
    ask = seek(wished, far, near)
    assert ask is not None
    assert (ask.material_id, ask.units, ask.status) == (near.id, 6, WishStatus.ASKED)
    assert seek(wished, far, near) is None
    assert letters("wish_asked") == {street.bilal.id: 1}


def test_no_leads_to_the_next_and_the_same_keeper_is_left_alone(app: Flask, street: Street) -> None:
    wished = wish(street)
    first, also_his, second = (
        chairs(street, "bilal"),
        chairs(street, "bilal"),
        chairs(street, "amina", square=SQUARE + 9),
    )
    ask = seek(wished, first, also_his, second)
    assert ask is not None
    service.say_no(street.bilal.id, ask)
    service.say_no(street.bilal.id, ask)
    following = seek(wished, first, also_his, second)
    assert following is not None
    assert following.material_id == second.id
    assert seek(wished, first, also_his, second) is None


def test_yes_makes_the_loan_and_some_of_it_asks_on(app: Flask, street: Street) -> None:
    wished = wish(street)
    six, ten = chairs(street, "bilal"), chairs(street, "amina", 10, square=SQUARE + 9)
    ask = seek(wished, six, ten)
    assert ask is not None
    loan = service.say_yes(street.bilal.id, ask, 5)
    assert (loan.person_id, loan.units, loan.status) == (street.chidi.id, 5, LoanStatus.AGREED)
    assert (loan.from_day, loan.due_on) == (SATURDAY, SATURDAY)
    assert (wished.met, ask.status, ask.loan_id) == (5, WishStatus.YES, loan.id)
    following = seek(wished, six, ten)
    assert following is not None
    assert (following.material_id, following.units) == (ten.id, 7)
    service.say_yes(street.amina.id, following, 7)
    assert wished.met == 12
    assert seek(wished, six, ten) is None
    assert letters("loan_agreed") == {street.chidi.id: 2}


def test_no_more_than_is_missing_and_not_what_is_not_free(app: Flask, street: Street) -> None:
    wished, lent = wish(street, how_many=4), chairs(street, "bilal")
    ask = seek(wished, lent)
    assert ask is not None
    with pytest.raises(rules.MoreThanWished):
        service.say_yes(street.bilal.id, ask, 5)
    lending.lend(street.bilal.id, street.dora.id, lent, 4, SATURDAY, SATURDAY)
    with pytest.raises(Exception, match=r".") as told:
        service.say_yes(street.bilal.id, ask, 4)
    assert type(told.value).__name__ == "NotFree"


def test_only_what_is_lent_free_shown_and_somebody_elses_is_asked_for(app: Flask, street: Street) -> None:
    wished = wish(street)
    own, given = chairs(street, "chidi"), chairs(street, "bilal", deal=Deal.GIVE)
    over = chairs(street, "bilal", expires_on=clock.today() - timedelta(days=1))
    hidden = chairs(street, "bilal", hidden_at=clock.now())
    gone, taken = chairs(street, "femi"), chairs(street, "amina")
    lending.lend(street.amina.id, street.dora.id, taken, 6, SATURDAY, SATURDAY)
    assert seek(wished, own, given, over, hidden, gone, taken) is None
    assert letters("wish_nobody") == {street.chidi.id: 1}
    assert seek(wished) is None
    assert letters("wish_nobody") == {street.chidi.id: 1}


def test_whoever_does_not_answer_is_not_waited_for(app: Flask, street: Street) -> None:
    wished = wish(street)
    first, second = chairs(street, "bilal"), chairs(street, "amina", square=SQUARE + 9)
    ask = seek(wished, first, second)
    assert ask is not None
    service.lapse_asks()
    assert ask.status is WishStatus.ASKED
    with clock.stop_at(ask.answer_by):
        service.lapse_asks()
    assert ask.status is WishStatus.LAPSED
    with pytest.raises(rules.WishAnswered):
        service.say_yes(street.bilal.id, ask, 6)
    following = seek(wished, first, second)
    assert following is not None
    assert following.material_id == second.id


def test_a_loan_called_off_is_missing_again(app: Flask, street: Street) -> None:
    wished = wish(street, how_many=6)
    first, second = chairs(street, "bilal"), chairs(street, "amina", square=SQUARE + 9)
    ask = seek(wished, first, second)
    assert ask is not None
    loan = service.say_yes(street.bilal.id, ask, 6)
    assert not queries.is_sought(wished)
    lending.cancel(street.bilal.id, loan)
    service.follow_loan(loan.id)
    service.follow_loan(loan.id)
    assert wished.met == 0
    following = seek(wished, first, second)
    assert following is not None
    assert following.material_id == second.id


def test_somebody_reads_the_wish_and_lends_what_she_has(app: Flask, street: Street) -> None:
    wished = wish(street, how_many=6)
    asked, other = chairs(street, "bilal"), chairs(street, "amina")
    ask = seek(wished, asked)
    assert ask is not None
    loan = service.offer(street.amina.id, wished, other, 6)
    assert loan.person_id == street.chidi.id
    assert (wished.met, ask.status) == (6, WishStatus.DROPPED)
    with pytest.raises(rules.WishAnswered):
        service.say_yes(street.bilal.id, ask, 1)
    with pytest.raises(rules.WishMet):
        service.offer(street.bilal.id, wished, asked, 1)


def test_a_wish_that_changes_asks_nobody_about_what_it_was(app: Flask, street: Street) -> None:
    wished, lent = wish(street), chairs(street, "bilal")
    ask = seek(wished, lent)
    service.start(wished)
    assert ask is not None
    assert ask.status is WishStatus.DROPPED


def test_what_is_over_met_or_has_no_days_is_not_looked_for(app: Flask, street: Street) -> None:
    sought = wish(street)
    wish(street, wanted_from=None, wanted_until=None)
    wish(street, met=12)
    wish(street, hidden_at=clock.now())
    assert list(queries.list_sought()) == [sought.id]
    with clock.stop_at(clock.now() + timedelta(days=3)):
        assert list(queries.list_sought()) == []
        assert seek(sought, chairs(street, "bilal")) is None


def test_a_hub_that_wishes_borrows_by_its_staff(app: Flask, street: Street) -> None:
    wished, own = (
        wish(street, hub_id=street.hub.id, how_many=2),
        build_material(street, hub_id=street.hub.id, how_many=9),
    )
    lent = chairs(street, "bilal")
    ask = service.seek(wished.id, {own.id: 9.0, lent.id: 5.0})
    assert ask is not None
    assert ask.material_id == lent.id
    assert service.say_yes(street.bilal.id, ask, 2).person_id == street.dora.id


def test_no_row_outlives_the_wish(app: Flask, street: Street) -> None:
    wished, lent = wish(street, how_many=2), chairs(street, "bilal")
    ask = seek(wished, lent)
    assert ask is not None
    loan = service.say_yes(street.bilal.id, ask, 2)
    lending.remove(street.chidi.id, wished)
    assert things.find_material(wished.id) is None
    assert db.session.get(Loan, loan.id) is not None
    assert service.seek(wished.id, {}) is None
