"""From shelf to hand and back: the condition is noted both times, and nothing is in two hands at once."""

from collections.abc import Mapping
from datetime import date

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.materials import queries
from participate.materials.models import Loan, Material
from participate.materials.rules import lending
from participate.materials.service import holding
from participate.materials.service.inductions import show_how
from participate.materials.service.kits import note_missing
from participate.materials.service.loan_letters import to_borrower
from participate.materials.service.queue import fill, put
from participate.materials.words import Condition, LoanStatus


def hand_out(actor_id: int, loan: Loan, condition: Condition, note: str = "", *, shown: bool = False) -> None:
    """She collects it. `shown`: she is shown how to use it now. Twice is once.

    Raises MovedOn, NotShownHow, NotHere while it is in other hands, NotFree where she comes early and it is promised.
    """
    material = holding.hold_for(loan)
    if loan.status is LoanStatus.OUT:
        return
    lending.check_move(loan.status, LoanStatus.OUT)
    if shown and loan.person_id is not None:
        show_how(actor_id, material, loan.person_id)
    if material.induction and not queries.was_shown(material.id, loan.person_id):
        raise lending.NotShownHow
    _from_today(material, loan)
    if not holding.into_hands(material, loan.units):
        raise lending.NotHere
    loan.out_at, loan.out_condition, loan.out_note = clock.now(), condition, note
    material.condition = condition
    put(actor_id, loan, LoanStatus.OUT)
    db.session.flush()


def _from_today(material: Material, loan: Loan) -> None:
    """Whoever comes early has it for the days until her first one as well. Raises NotFree, MovedOn."""
    today = clock.today()
    if loan.from_day is None or loan.due_on is None or loan.due_on < today:
        raise lending.MovedOn
    if loan.from_day > today:
        before = loan.from_day - lending.DAY
        if not holding.promise_days(material, loan.units, today, before):
            raise lending.NotFree(free=queries.free_units(material.id, today, before))
        loan.from_day = today


def take_back(
    actor_id: int, loan: Loan, condition: Condition, note: str = "", missing: Mapping[int, int] | None = None
) -> None:
    """It is back, or has turned up; the next in the queue is told. `missing`: part of the kit → how many are not there.

    Twice is once. Raises MovedOn.
    """
    material = holding.hold_for(loan)
    if loan.status is LoanStatus.BACK:
        return
    lending.check_move(loan.status, LoanStatus.BACK)
    if loan.status is LoanStatus.OUT:
        holding.free_days(loan)
    if not holding.into_hands(material, -loan.units):
        raise RuntimeError(f"material {material.id} comes back though it was not out")
    loan.back_at, loan.back_condition, loan.back_note = clock.now(), condition, note
    material.condition = condition
    note_missing(actor_id, material, missing or {})
    put(actor_id, loan, LoanStatus.BACK)
    db.session.flush()
    to_borrower(loan, "loan_back")
    fill(material)


def lose(actor_id: int, loan: Loan, note: str = "") -> None:
    """It is lost, and nobody counts on it any more. It may turn up: `take_back`. Twice is once. Raises MovedOn."""
    holding.hold_for(loan)
    if loan.status is LoanStatus.LOST:
        return
    lending.check_move(loan.status, LoanStatus.LOST)
    holding.free_days(loan)
    loan.back_note = note
    put(actor_id, loan, LoanStatus.LOST)
    db.session.flush()
    to_borrower(loan, "loan_lost")


def stay_longer(actor_id: int, loan: Loan, days: int, *, as_keeper: bool = False) -> date:
    """She has it some days longer, if nobody else waits or has them. Returns the new last day.

    Late ones count from today. Raises MovedOn, TooManyDays, SomebodyWaits, NotFree.
    """
    material = holding.hold_for(loan)
    if loan.status is not LoanStatus.OUT or loan.from_day is None or loan.due_on is None:
        raise lending.MovedOn
    first = max(loan.due_on + lending.DAY, clock.today())
    last = lending.last_of(max(loan.due_on, clock.today()) + lending.DAY, days)
    if not 1 <= days <= material.loan_days or (last - loan.from_day).days >= lending.MOST_DAYS:
        raise lending.TooManyDays(days=material.loan_days)
    if not as_keeper and queries.count_waiting(material.id):
        raise lending.SomebodyWaits
    late = loan.units if loan.due_on < clock.today() else 0
    if not holding.promise_days(material, loan.units, first, last, spare=late):
        raise lending.NotFree(free=queries.free_units(material.id, first, last))
    loan.due_on, loan.changed_at = last, clock.now()
    record(actor_id, "extended", "loan", loan.id)
    db.session.flush()
    return last
