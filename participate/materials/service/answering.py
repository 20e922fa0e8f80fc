"""A keeper answers an asking; either side calls a loan off before it began."""

from participate.core import clock
from participate.core.db import db
from participate.materials import queries
from participate.materials.models import Loan, Material
from participate.materials.rules import lending
from participate.materials.service import holding
from participate.materials.service.asking import make_way, to_the_line
from participate.materials.service.kit_points import give_back, spend
from participate.materials.service.loan_letters import to_borrower, to_keepers
from participate.materials.service.queue import fill, put
from participate.materials.words import HOLDS_UNITS, LoanStatus


def agree(actor_id: int, loan: Loan, words: str = "") -> None:
    """Yes, she may have it; `words` say how to get it, for her alone. Twice is once.

    Whose first day is over has it from today. Raises NotFree, MovedOn, NotEnoughPoints.
    """
    material = holding.hold_for(loan)
    if loan.status is LoanStatus.AGREED:
        return
    if loan.status is not LoanStatus.ASKED or loan.from_day is None:
        raise lending.MovedOn
    first = max(loan.from_day, clock.today())
    last = lending.last_of(first, loan.days)
    if not holding.promise_days(material, loan.units, first, last):
        raise lending.NotFree(free=queries.free_units(material.id, first, last))
    loan.from_day, loan.due_on, loan.answered_by, loan.reason = first, last, actor_id, words
    put(actor_id, loan, LoanStatus.AGREED)
    spend(loan)
    db.session.flush()
    to_borrower(loan, "loan_agreed")
    make_way(material)


def decline(actor_id: int, loan: Loan, reason: str) -> None:
    """Not this time, with a reason that she reads. Also to somebody who waits. Twice is once. Raises MovedOn."""
    material = holding.hold_for(loan)
    if loan.status is LoanStatus.DECLINED:
        return
    lending.check_move(loan.status, LoanStatus.DECLINED)
    _let_go(loan)
    loan.answered_by, loan.reason = actor_id, reason
    put(actor_id, loan, LoanStatus.DECLINED)
    db.session.flush()
    to_borrower(loan, "loan_declined")
    fill(material)


def let_wait(actor_id: int, loan: Loan) -> None:
    """Those days are taken by now: she joins the queue where she would have stood. Raises MovedOn."""
    material = holding.hold_for(loan)
    if loan.status is not LoanStatus.ASKED:
        raise lending.MovedOn
    to_the_line(actor_id, loan)
    fill(material)


def cancel(actor_id: int | None, loan: Loan, reason: str = "") -> None:
    """Called off before it was collected, by either side; the other side is told. Twice is once. Raises MovedOn."""
    material = holding.hold_for(loan)
    if loan.status is LoanStatus.CANCELLED:
        return
    lending.check_move(loan.status, LoanStatus.CANCELLED)
    concerned = loan.status in (LoanStatus.ASKED, LoanStatus.AGREED)  # of a queue nobody need hear
    _let_go(loan)
    loan.reason = reason
    put(actor_id, loan, LoanStatus.CANCELLED)
    db.session.flush()
    if actor_id != loan.person_id:
        to_borrower(loan, "loan_cancelled")
    elif concerned:
        to_keepers(loan, "loan_not_needed")
    fill(material)


def let_all_go(actor_id: int | None, material: Material, reason: str = "") -> None:
    """The thing is not lent any more: whoever asked, waits or was promised it is told.

    Raises StillOut while somebody has it.
    """
    material = holding.hold(material.id)
    if material.out and queries.list_at(material.id, LoanStatus.OUT):
        raise lending.StillOut
    standing = (LoanStatus.ASKED, LoanStatus.WAITING, LoanStatus.OFFERED, LoanStatus.AGREED)
    for loan in queries.list_at(material.id, *standing):
        _let_go(loan)
        loan.reason = reason
        put(actor_id, loan, LoanStatus.CANCELLED)
        db.session.flush()
        to_borrower(loan, "loan_cancelled")


def end(loan: Loan, why: str) -> None:
    """The time is over, as the house reckons it: nobody answered ("answer"), or nobody collected it ("collect")."""
    material = holding.hold_for(loan)
    if loan.status not in (LoanStatus.ASKED, LoanStatus.AGREED):
        return
    _let_go(loan)
    put(None, loan, LoanStatus.LAPSED)
    db.session.flush()
    to_borrower(loan, "loan_over", why=why)
    fill(material)


def _let_go(loan: Loan) -> None:
    """Its days and its points are free again."""
    if loan.status in HOLDS_UNITS:
        holding.free_days(loan)
    give_back(loan)
