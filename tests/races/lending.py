"""Lending: twelve fight for one drill; two keepers hand the same one out; the queue moves once."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from unittest.mock import patch

from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.materials import queries, service
from participate.materials.models import Loan, Material
from participate.materials.rules import lending as rules
from participate.materials.rules.lending import days_between
from participate.materials.service import Asked, holding
from participate.materials.words import HOLDS_UNITS, Condition, Deal, LoanStatus
from participate.outbox.models import Promise
from tests.races.racing import Job, Race, Start
from tests.races.seats import GAP, people

FIGHTING = 12
DAYS = 4
GIVE_UP = (1, 2, 3, 6, 8)  # of the twelve, in their order


def drill(how_many: int = 1) -> Material:
    """A drill that is lent at once to whoever asks first."""
    now = clock.now()
    made = Material(
        name="Drill", deal=Deal.LEND, how_many=how_many, instant=True, keeper_id=people(1)[0], made_at=now,
        changed_at=now, expires_on=clock.today() + timedelta(days=100),
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    return made


def asks(material_id: int, person_id: int) -> Job:
    """She would like to have it, for four days from now."""
    return lambda: service.ask(
        person_id, person_id, db.session.get_one(Material, material_id), Asked(days=DAYS)
    )  # fmt: skip


def loans_of(material_id: int) -> list[Loan]:
    """All loans, in the order of the queue."""
    query = select(Loan).where(Loan.material_id == material_id)
    return list(db.session.scalars(query.order_by(Loan.queued_at, Loan.id)))


def lending_faults(material_id: int) -> list[str]:
    """What must hold whatever happened: on no day more promised than there are, and no more in hands."""
    material = db.session.get_one(Material, material_id, populate_existing=True)
    held = Counter[object]()
    for loan in loans_of(material_id):
        if loan.status in HOLDS_UNITS and loan.from_day is not None and loan.due_on is not None:
            for number in range((loan.due_on - loan.from_day).days + 1):
                held[loan.from_day + timedelta(days=number)] += loan.units
    in_hands = sum(each.units for each in loans_of(material_id) if each.status is LoanStatus.OUT)
    faults = [f"{units} promised of {material.how_many}" for units in held.values() if units > material.how_many][:1]
    faults += [f"{in_hands} in hands, of {material.how_many}"] if in_hands > material.how_many else []
    return faults + ([f"{material.out} noted out, {in_hands} are"] if material.out != in_hands else [])


def one_drill() -> Start:
    """Twelve ask for one drill: one has it, eleven wait; none is counted twice."""
    held = drill().id

    def faults() -> list[str]:
        found = Counter(each.status for each in loans_of(held))
        right = found == {LoanStatus.AGREED: 1, LoanStatus.WAITING: FIGHTING - 1}
        return lending_faults(held) + ([] if right else [f"not 1 and {FIGHTING - 1}: {dict(found)}"])

    return Start([asks(held, each) for each in people(FIGHTING)], faults)


def one_hand() -> Start:
    """One drill promised for days in a row to twelve; all stand at the counter at once: one walks out with it."""
    held, crowd = drill(FIGHTING), people(FIGHTING)
    db.session.commit()
    loans = [asks(held.id, each)() for each in crowd]
    ids = [each.id for each in loans]  # type: ignore[attr-defined]
    material = db.session.get_one(Material, held.id)
    material.out = FIGHTING - 1  # all but one are with people of whom this house knows nothing
    db.session.commit()
    number = held.id

    def faults() -> list[str]:
        got = sum(each.status is LoanStatus.OUT for each in loans_of(number))
        out = db.session.get_one(Material, number, populate_existing=True).out
        return [] if (got, out) == (1, FIGHTING) else [f"{got} have it, {out} noted out of {FIGHTING}"]

    return Start([_collects(each) for each in ids], faults)


def _collects(loan_id: int) -> Job:
    return lambda: service.hand_out(1, db.session.get_one(Loan, loan_id), Condition.GOOD)


def the_next() -> Start:
    """The drill comes back, the first three give up, two say no, three workers look at the queue, all at once.

    Whoever is first of those left is asked, once, and nobody walks past her.
    """
    held, crowd = drill(), people(FIGHTING)
    db.session.commit()
    ids = [asks(held.id, each)().id for each in crowd]  # type: ignore[attr-defined]
    service.hand_out(1, db.session.get_one(Loan, ids[0]), Condition.GOOD)
    db.session.commit()
    number = held.id
    jobs: list[Job] = [lambda: service.take_back(1, db.session.get_one(Loan, ids[0]), Condition.GOOD)]
    jobs += [_leaves(ids[each]) for each in GIVE_UP]
    jobs += [lambda: service.fill_by_id(number)] * 3
    gone = {ids[each] for each in GIVE_UP}
    return Start(jobs, lambda: lending_faults(number) + _line_faults(number, gone))


def _leaves(loan_id: int) -> Job:
    def leave() -> None:
        loan = db.session.get_one(Loan, loan_id)
        service.cancel(loan.person_id, loan)

    return leave


def _line_faults(material_id: int, gone: set[int]) -> list[str]:
    line = [each for each in loans_of(material_id) if each.queued_at is not None]
    left = [each for each in line if each.status in (LoanStatus.OFFERED, LoanStatus.WAITING)]
    asked = [each.id for each in left if each.status is LoanStatus.OFFERED]
    faults = [] if asked == [left[0].id] else [f"asked: {asked}, the first left: {left[0].id}"]
    faults += [
        f"loan {each.id} was called off and is {each.status}"
        for each in line
        if each.id in gone and each.status is not LoanStatus.CANCELLED
    ]
    keys = db.session.scalars(select(Promise.key).where(Promise.key.like("loan_offered:%"))).all()
    letters = Counter(int(key.split(":")[1]) for key in keys if key)
    mine = {each.id for each in line}
    twice = [number for number, many in letters.items() if number in mine and many > 1]
    return [*faults, *(f"loan {number} was written to {letters[number]} times" for number in twice)]


def _loosely_held(material_id: int) -> Material:
    """The material without a lock, and what was read a moment old."""
    return db.session.get_one(Material, material_id)


def _is_taken(material_id: int) -> bool:
    return any(each.status in HOLDS_UNITS for each in loans_of(material_id))


def _loosely_promised(material: Material, units: int, first: date, last: date, *, spare: int = 0) -> bool:
    """Look whether somebody has it, then say yes: nothing counts the days."""
    taken = _is_taken(material.id)
    db.session.commit()
    time.sleep(GAP)
    return not taken


def _loosely_free_by_day(material: Material, first: date, last: date, gone: object = None) -> dict[date, int]:
    return dict.fromkeys(days_between(first, last), 0 if _is_taken(material.id) else 1)


def _loosely_handed(material: Material, units: int) -> bool:
    """Look whether one is on the shelf, then take it."""
    number, out, how_many = material.id, material.out, material.how_many
    db.session.commit()
    time.sleep(GAP)
    if out + units > how_many:
        return False
    db.session.get_one(Material, number).out = out + units
    db.session.flush()
    return True


@contextmanager
def promises_guard_off() -> Iterator[None]:
    """No lock on the material, no count of the days: a look, then a leap. For one at a time it works."""
    with (
        patch.object(holding, "hold", _loosely_held),
        patch.object(holding, "promise_days", _loosely_promised),
        patch.object(holding, "free_days", lambda loan: None),
        patch.object(queries, "free_by_day", _loosely_free_by_day),
        patch.object(queries, "free_units", lambda number, first, last: 0 if _is_taken(number) else 1),
    ):
        yield


@contextmanager
def moves_guard_off() -> Iterator[None]:
    """As `promises_guard_off`, and nobody asks where a loan stands before it is moved on."""
    with promises_guard_off(), patch.object(rules, "check_move", lambda now, then: None):
        yield


@contextmanager
def hands_guard_off() -> Iterator[None]:
    """No lock, and a look at the shelf before the leap."""
    with patch.object(holding, "hold", _loosely_held), patch.object(holding, "into_hands", _loosely_handed):
        yield


RACES = (
    Race("one-drill twelve ask, one has it, eleven wait in order", one_drill, promises_guard_off),
    Race("one-hand twelve collect at once, one is on the shelf", one_hand, hands_guard_off),
    Race("next-in-line back, given up and looked at all at once", the_next, moves_guard_off),
)
