"""As time goes by: reminders, askings nobody answered, things nobody collected, queues that move, what is forgotten."""

from datetime import timedelta

from sqlalchemy import delete, select

from participate.core import clock
from participate.core.db import db
from participate.materials import queries
from participate.materials.models import Loan, MaterialDay
from participate.materials.rules import lending
from participate.materials.rules.reminders import KEEPER_HEARS, step_on
from participate.materials.service.answering import end
from participate.materials.service.loan_letters import remind_staff, to_borrower, to_keepers
from participate.materials.service.queue import fill_by_id
from participate.materials.words import OPEN_LOANS, LoanStatus

AT_ONCE = 100
KEPT = timedelta(days=730)  # of a loan that is over
DAYS_KEPT = timedelta(days=400)


def remind_all() -> int:
    """Remind whoever has something that is due, late, or due tomorrow. Returns how many loans were looked at."""
    looked, after = 0, 0
    while ids := queries.list_ids_due(after, AT_ONCE):
        for loan_id in ids:
            _remind(queries.get_loan(loan_id))
        looked, after = looked + len(ids), ids[-1]
        db.session.flush()
    return looked


def _remind(loan: Loan) -> None:
    today = clock.today()
    if loan.due_on is None or loan.out_at is None:
        return
    step = step_on(today, loan.due_on, clock.local(loan.out_at).date())
    if step is None:
        return
    waiting = queries.count_waiting(loan.material_id) > 0
    to_borrower(
        loan, "loan_due", step=f"{loan.due_on}:{step.key}", good_until=clock.now() + timedelta(days=1), kind=step.kind,
        waiting=waiting,
    )  # fmt: skip
    if step.days >= KEEPER_HEARS:
        to_keepers(loan, "loan_late", step=f"{loan.due_on}:late")


def remind_keepers(loan: Loan) -> None:
    """A day went by without an answer: whoever looks after it is asked again, once."""
    if loan.status is LoanStatus.ASKED:
        to_keepers(loan, "loan_waits", step="keeper", at_hub=False)


def remind_hub(loan: Loan) -> None:
    """Two working days went by without an answer."""
    if loan.status is LoanStatus.ASKED:
        remind_staff(loan)


def end_what_is_over() -> None:
    """End askings that nobody answered and promises that nobody collected."""
    today, after = clock.today(), 0
    while loans := queries.list_unanswered(after, AT_ONCE):
        after = loans[-1].id
        for loan in loans:
            if lending.asked_until(loan.from_day, clock.local(loan.made_at).date()) < today:
                end(loan, "answer")
    while loans := queries.list_uncollected(AT_ONCE):
        for loan in loans:
            end(loan, "collect")


def move_queues() -> None:
    """Days go by and come free: look at each queue again."""
    after = 0
    while ids := queries.list_ids_with_queue(after, AT_ONCE):
        for material_id in ids:
            fill_by_id(material_id)
        after = ids[-1]


def forget_old_loans() -> None:
    """Loans that have been over for two years, and the days behind us, go."""
    now = clock.now()
    over = select(Loan.id).where(Loan.status.not_in(OPEN_LOANS), Loan.status != LoanStatus.LOST)
    old = over.where(Loan.changed_at < now - KEPT).order_by(Loan.id).limit(AT_ONCE * 10)
    db.session.execute(delete(Loan).where(Loan.id.in_(old)).execution_options(synchronize_session=False))
    behind = MaterialDay.day < clock.today() - DAYS_KEPT
    db.session.execute(delete(MaterialDay).where(behind).execution_options(synchronize_session=False))
