"""A session borrows what it needs: one press each."""

from participate.core import clock
from participate.funds.queries import find_budget
from participate.materials import service as materials
from participate.materials.models import Loan, Material
from participate.materials.rules.lending import Asked
from participate.sessions import rules
from participate.sessions.models import Session
from participate.sessions.rules.kit import kit_days_within
from participate.sessions.service.rooms import subject_of


def borrow(actor_id: int, session: Session, material: Material, units: int = 1) -> Loan:
    """Ask for a thing for a session, from the day before to the day after it, in the name of whoever asks. Kit points
    come from the project's budget. Asking twice is one loan.

    Raises SessionCancelled, SessionOver and whatever materials.service.ask raises.
    """
    rules.check_open(session.status, session.ends_at, clock.now())
    day = clock.local(session.starts_at).date()
    first, days = kit_days_within(day, clock.today(), material.loan_days)
    budget = find_budget(f"project:{session.project_id}") if material.points else None
    asked = Asked(
        units=units, from_day=first, days=days, subject=subject_of(session),
        budget_id=budget.id if budget is not None else None,
    )  # fmt: skip
    return materials.ask(actor_id, actor_id, material, asked)
