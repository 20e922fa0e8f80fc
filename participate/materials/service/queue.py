"""The queue for a thing moves itself: whoever is next is asked, answers, or lets the time pass. See rules.line."""

from datetime import date, datetime

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.materials import queries
from participate.materials.models import Loan, Material
from participate.materials.rules import lending, line
from participate.materials.rules.line import Turn, Waits
from participate.materials.service import holding
from participate.materials.service.kit_points import spend
from participate.materials.service.loan_letters import to_borrower, to_keepers
from participate.materials.words import Deal, LoanStatus
from participate.notifications.service import call_off
from participate.notifications.words import CallOutcome
from participate.organisations.queries import standing
from participate.organisations.words import Standing
from participate.outbox.service import promise

LAPSE = "loan.lapse"


def put(actor_id: int | None, loan: Loan, status: LoanStatus, *, answer_by: datetime | None = None) -> None:
    """Move a loan on; an offer has an end. Raises MovedOn where it cannot go there."""
    lending.check_move(loan.status, status)
    if loan.status is LoanStatus.OFFERED and loan.person_id is not None:
        call_off(loan.person_id, "loan_offered", f"loan:{loan.id}")
    loan.status, loan.answer_by, loan.changed_at = status, answer_by, clock.now()
    record(actor_id, status.value, "loan", loan.id)
    if status in (LoanStatus.CANCELLED, LoanStatus.LAPSED):
        promise("loan.ended", {"loan_id": loan.id}, key=f"loan.ended:{loan.id}")


def is_lent(material: Material) -> bool:
    """Whether it may be asked for."""
    return material.deal is Deal.LEND and standing(material, clock.today()) is Standing.SHOWN


def enqueue(loan: Loan, *, from_day: date | None) -> None:
    """A loan waits, in the order in which they asked; `from_day` only where the day is fixed."""
    loan.from_day, loan.due_on, loan.queued_at = from_day, None, loan.made_at


def fill(material: Material) -> None:
    """Ask whoever is next, as long as something is free. The material is held by the caller."""
    if not is_lent(material):
        return
    while (turn := _next(material)) is not None:
        loan = db.session.get_one(Loan, turn.id)
        if not holding.promise_days(material, loan.units, turn.first, turn.last):
            return
        _offer(loan, turn)
    db.session.flush()


def fill_by_id(material_id: int) -> None:
    """As `fill`, for a job; those whose day is over leave the queue first."""
    material, today = holding.hold(material_id), clock.today()
    for loan in queries.list_line(material.id):
        if loan.from_day is not None and loan.from_day < today:
            put(None, loan, LoanStatus.LAPSED)
            to_borrower(loan, "loan_over", why="day")
    db.session.flush()
    fill(material)


def _next(material: Material) -> Turn | None:
    waiting = queries.list_line(material.id)
    if not waiting:
        return None
    ends = [lending.last_of(each.from_day, each.days) for each in waiting if each.from_day is not None]
    last = max([lending.last_of(clock.today(), lending.MOST_DAYS), *ends])
    return line.next_turn(
        [as_waits(each) for each in waiting],
        queries.free_by_day(material, clock.today(), last),
        how_many=queries.units_there(material),
        today=clock.today(),
    )


def as_waits(loan: Loan) -> Waits:
    """A loan in the queue, as the rules see it."""
    return Waits(loan.id, loan.units, loan.days, loan.from_day)


def _offer(loan: Loan, turn: Turn) -> None:
    loan.from_day, loan.due_on = turn.first, turn.last
    put(None, loan, LoanStatus.OFFERED, answer_by=line.answer_by(clock.now()))
    db.session.flush()
    promise(LAPSE, {"loan_id": loan.id}, key=f"{LAPSE}:{loan.id}", due=loan.answer_by)
    to_borrower(loan, "loan_offered", good_until=loan.answer_by)


def await_call(loan: Loan, due_at: datetime) -> None:
    """Nothing written reaches her: her time to answer begins when the hub has rung, which it does by `due_at`."""
    holding.hold_for(loan)
    if loan.status is LoanStatus.OFFERED:
        _limit_answer(loan, due_at)


def after_call(loan: Loan, outcome: CallOutcome) -> None:
    """The hub has rung: she said yes or no, or her time to answer begins. Nothing if it went to somebody else."""
    holding.hold_for(loan)
    if loan.status is not LoanStatus.OFFERED or loan.person_id is None:
        return
    if outcome is CallOutcome.TOLD:
        _limit_answer(loan, line.answer_by(clock.now()))
    elif outcome is CallOutcome.YES:
        accept(loan.person_id, loan)
    elif outcome is CallOutcome.NO:
        pass_on(loan.person_id, loan)


def _limit_answer(loan: Loan, until: datetime) -> None:
    loan.answer_by = until
    db.session.flush()
    promise(LAPSE, {"loan_id": loan.id}, key=f"{LAPSE}:{loan.id}:{until.timestamp():.0f}", due=until)


def accept(actor_id: int, loan: Loan) -> None:
    """She says yes in time: it is hers to collect, for as many days as she wished from today where they are free.

    Twice is once. Raises TurnOver, MovedOn, NotEnoughPoints.
    """
    material = holding.hold_for(loan)
    if loan.status is LoanStatus.AGREED:
        return
    over = loan.answer_by is not None and loan.answer_by < clock.now()
    if loan.status is LoanStatus.LAPSED or over:
        raise lending.TurnOver
    if loan.status is not LoanStatus.OFFERED:
        raise lending.MovedOn
    _reckon_anew(material, loan)
    put(actor_id, loan, LoanStatus.AGREED)
    spend(loan)
    db.session.flush()
    to_keepers(loan, "loan_promised", but=actor_id)


def _reckon_anew(material: Material, loan: Loan) -> None:
    """The days count from the day on which she says yes, if nobody else has them."""
    first, last, today = loan.from_day, loan.due_on, clock.today()
    if first is None or last is None or first >= today:
        return
    until = lending.last_of(today, loan.days)
    extra = max(last, today - lending.DAY) + lending.DAY
    if until > last and holding.promise_days(material, loan.units, extra, until):
        loan.due_on = until
    loan.from_day = min(today, loan.due_on or today)


def pass_on(actor_id: int, loan: Loan) -> None:
    """She does not need it now: the next is asked. Twice is once. Raises MovedOn."""
    material = holding.hold_for(loan)
    if loan.status in (LoanStatus.CANCELLED, LoanStatus.LAPSED):
        return
    if loan.status is not LoanStatus.OFFERED:
        raise lending.MovedOn
    holding.free_days(loan)
    put(actor_id, loan, LoanStatus.CANCELLED)
    db.session.flush()
    fill(material)


def lapse(loan: Loan) -> None:
    """The time to answer is over: it goes to the next. Nothing if she answered."""
    material = holding.hold_for(loan)
    until = loan.answer_by
    if loan.status is not LoanStatus.OFFERED or until is None or until > clock.now():
        return
    holding.free_days(loan)
    put(None, loan, LoanStatus.LAPSED)
    db.session.flush()
    to_borrower(loan, "loan_over", why="turn")
    fill(material)
