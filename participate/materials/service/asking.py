"""Somebody asks to borrow a thing, or its keeper lends it to her."""

from datetime import date

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.materials import queries
from participate.materials.models import Loan, Material
from participate.materials.rules import lending, line
from participate.materials.rules.lending import Asked
from participate.materials.service import holding
from participate.materials.service.kit_points import budget_for, spend
from participate.materials.service.loan_letters import ask_keepers, to_borrower, to_keepers
from participate.materials.service.queue import as_waits, enqueue, fill, is_lent, put
from participate.materials.words import HOLDS_UNITS, LoanStatus


def ask(actor_id: int | None, person_id: int, material: Material, asked: Asked) -> Loan:
    """Somebody would like to borrow this.

    Agreed at once where it is free and its keeper wants it so; else asked, for the keeper to answer; waiting, in the
    queue, where it is not free. Asking twice for the same purpose is one loan: the one that stands.
    Raises NotLent, OwnThing, TooManyUnits, TooManyDays, DayOver, TooFarAhead, NeedsPoints, NotEnoughPoints.
    """
    material = holding.hold(material.id)
    known = queries.find_open(material.id, person_id, asked.subject)
    if known is not None:
        return known
    if not is_lent(material):
        raise lending.NotLent
    if material.keeper_id == person_id:
        raise lending.OwnThing
    today = clock.today()
    lending.check_asked(asked, how_many=queries.units_there(material), loan_days=material.loan_days, today=today)
    loan = _made(person_id, material, asked)
    first = asked.from_day or today
    last = lending.last_of(first, asked.days)
    if not _has_its_turn(material, asked) or queries.free_units(material.id, first, last) < asked.units:
        loan.status = LoanStatus.WAITING
        enqueue(loan, from_day=asked.from_day)
        _keep(actor_id, loan, "queued")
        fill(material)
        return loan
    loan.from_day, loan.due_on = first, last
    if material.instant and holding.promise_days(material, loan.units, first, last):
        loan.status = LoanStatus.AGREED
        _keep(actor_id, loan, "agreed")
        spend(loan)
        to_keepers(loan, "loan_promised", but=actor_id)
        make_way(material)
    else:
        _keep(actor_id, loan, "asked")
        ask_keepers(loan, but=actor_id)
    db.session.flush()
    return loan


def lend(
    actor_id: int | None, person_id: int, material: Material, units: int, first_day: date, last_day: date,
    subject: str = "", *, told: bool = True,
) -> Loan:  # fmt: skip
    """The keeper says yes of herself: agreed at once, whoever waits. What she asked for the same purpose is that loan.
    `told`: she hears of it by letter.

    Raises NotFree, NotLent, TooManyUnits, TooManyDays, DayOver, TooFarAhead, HasItAlready, NotEnoughPoints.
    """
    material = holding.hold(material.id)
    if not is_lent(material):
        raise lending.NotLent
    if not 1 <= units <= material.how_many:
        raise lending.TooManyUnits(units=material.how_many)
    lending.check_window(first_day, last_day, today=clock.today())
    loan = queries.find_open(material.id, person_id, subject)
    if loan is not None and loan.status in HOLDS_UNITS:
        raise lending.HasItAlready
    if not holding.promise_days(material, units, first_day, last_day):
        raise lending.NotFree(free=queries.free_units(material.id, first_day, last_day))
    asked = Asked(units=units, days=(last_day - first_day).days + 1, subject=subject)
    loan = loan or _made(person_id, material, asked, must_pay=False)
    loan.units, loan.days, loan.from_day, loan.due_on = units, asked.days, first_day, last_day
    loan.answered_by = actor_id
    db.session.add(loan)
    db.session.flush()
    put(actor_id, loan, LoanStatus.AGREED)
    spend(loan)
    db.session.flush()
    if told and actor_id != person_id:
        to_borrower(loan, "loan_agreed")
    make_way(material)
    return loan


def make_way(material: Material) -> None:
    """Who asked for days that are promised to somebody else by now joins the queue where she would have stood."""
    for loan in queries.list_at(material.id, LoanStatus.ASKED):
        if loan.from_day is None or loan.due_on is None:
            continue
        if queries.free_units(material.id, loan.from_day, loan.due_on) < loan.units:
            to_the_line(None, loan)


def to_the_line(actor_id: int | None, loan: Loan) -> None:
    """An asking waits in the queue, and she hears it."""
    as_soon_as_possible = loan.from_day == clock.local(loan.made_at).date()
    enqueue(loan, from_day=None if as_soon_as_possible else loan.from_day)
    put(actor_id, loan, LoanStatus.WAITING)
    db.session.flush()
    to_borrower(loan, "loan_queued")


def _has_its_turn(material: Material, asked: Asked) -> bool:
    """Whether asking for these days takes nothing from those who wait already."""
    waiting = queries.list_line(material.id)
    if not any(each.from_day is None for each in waiting):
        return True
    if asked.from_day is None:
        return False
    return line.is_beyond(asked.from_day, [as_waits(each) for each in waiting], queries.days_ahead(material))


def _made(person_id: int, material: Material, asked: Asked, *, must_pay: bool = True) -> Loan:
    now = clock.now()
    budget_id = None
    if must_pay:
        budget_id = budget_for(material, person_id, asked.subject, asked.budget_id)
    return Loan(
        material=material, person_id=person_id, subject=asked.subject, units=asked.units, days=asked.days,
        words=asked.words, budget_id=budget_id, status=LoanStatus.ASKED, made_at=now, changed_at=now,
    )  # fmt: skip


def _keep(actor_id: int | None, loan: Loan, verb: str) -> None:
    db.session.add(loan)
    db.session.flush()
    record(actor_id, verb, "loan", loan.id)
