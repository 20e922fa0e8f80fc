"""Loans that time has come to, for the jobs, a batch at a time."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from participate.core import clock
from participate.core.db import db
from participate.materials.models import Loan
from participate.materials.queries.loans import whole
from participate.materials.rules.lending import COLLECT_WITHIN, DAY
from participate.materials.words import LoanStatus


def list_ids_due(after: int, most: int) -> Sequence[int]:
    """The ids above `after` of loans in somebody's hands that are due tomorrow or before, the lowest first."""
    query = select(Loan.id).where(
        Loan.status == LoanStatus.OUT, Loan.due_on <= clock.today() + DAY, Loan.id > after
    )  # fmt: skip
    return db.session.scalars(query.order_by(Loan.id).limit(most)).all()


def list_ids_with_queue(after: int, most: int) -> Sequence[int]:
    """The ids above `after` of materials for which somebody waits, the lowest first."""
    query = select(Loan.material_id).where(Loan.status == LoanStatus.WAITING, Loan.material_id > after)
    return db.session.scalars(query.distinct().order_by(Loan.material_id).limit(most)).all()


def list_unanswered(after: int, most: int) -> Sequence[Loan]:
    """Askings with an id above `after` that wait for an answer since before their first day, the lowest first."""
    query = whole().where(Loan.status == LoanStatus.ASKED, Loan.from_day < clock.today(), Loan.id > after)
    return db.session.scalars(query.order_by(Loan.id).limit(most)).all()


def list_uncollected(most: int) -> Sequence[Loan]:
    """Promised, and not collected in time."""
    today = clock.today()
    late = or_(Loan.due_on < today, Loan.from_day < today - COLLECT_WITHIN)
    query = whole().where(Loan.status == LoanStatus.AGREED, late)
    return db.session.scalars(query.order_by(Loan.from_day, Loan.id).limit(most)).all()
