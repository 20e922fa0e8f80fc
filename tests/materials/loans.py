"""Loans for the tests, and what must always hold of them."""

from collections import Counter
from datetime import date, timedelta

from sqlalchemy import select

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.materials import service
from participate.materials.models import Loan, Material, MaterialDay
from participate.materials.service import Asked
from participate.materials.words import HOLDS_UNITS, Condition, LoanStatus
from participate.outbox.models import Promise
from tests.street import person

DAY = timedelta(days=1)


def day(ahead: int) -> date:
    """The day so many days ahead."""
    return clock.today() + ahead * DAY


def wants(who: Person, material: Material, **more: object) -> Loan:
    """Somebody asks for a thing."""
    return service.ask(who.id, who.id, material, Asked(**({"days": 4} | more)))  # type: ignore[arg-type]


def neighbours(*names: str) -> list[Person]:
    """More people, by first name."""
    return [person(f"{name} Smith") for name in names]


def goes_out(keeper: Person, loan: Loan) -> Loan:
    """The loan is handed out in good condition."""
    service.hand_out(keeper.id, loan, Condition.GOOD)
    return loan


def letters(name: str) -> Counter[int]:
    """How many letters of this name are promised, by person."""
    found = db.session.scalars(select(Promise).where(Promise.name == "letter")).all()
    return Counter(each.payload["person_id"] for each in found if each.payload.get("name") == name)


def days_hold(material: Material) -> bool:
    """Whether the promises of every coming day are those of the loans that hold units then, and hands too."""
    loans = db.session.scalars(select(Loan).where(Loan.material_id == material.id)).all()
    held = Counter[date]()
    for loan in loans:
        if loan.status in HOLDS_UNITS:
            assert loan.from_day is not None
            assert loan.due_on is not None
            for number in range((loan.due_on - loan.from_day).days + 1):
                held[loan.from_day + number * DAY] += loan.units
    rows = db.session.scalars(
        select(MaterialDay).where(MaterialDay.material_id == material.id, MaterialDay.day >= clock.today())
    ).all()
    kept = {each.day: each.held for each in rows if each.held}
    in_hands = sum(each.units for each in loans if each.status in (LoanStatus.OUT, LoanStatus.LOST))
    db.session.refresh(material)
    return kept == {each: units for each, units in held.items() if each >= clock.today()} and material.out == in_hands
