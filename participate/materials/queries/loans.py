"""Reading loans. Who may read one is asked in permissions."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.materials.models import Loan, Material
from participate.materials.words import HOLDS_UNITS, OPEN_LOANS, LoanStatus

MOST_IN_LINE = 200
MOST_OF_SUBJECT = 100


def whole() -> Select[Loan]:
    """A loan with its material, its people and its points."""
    parts = joinedload(Loan.material)
    return select(Loan).options(
        parts.joinedload(Material.keeper), parts.joinedload(Material.organisation), parts.joinedload(Material.hub),
        parts.joinedload(Material.ward), joinedload(Loan.person), joinedload(Loan.budget),
    )  # fmt: skip


def find_loan(loan_id: int | None) -> Loan | None:
    """The loan with its material and person, or None."""
    return db.session.scalar(whole().where(Loan.id == loan_id)) if loan_id is not None else None


def get_loan(loan_id: int) -> Loan:
    """The loan: ask permissions who may see it. Raises NotFound."""
    loan = find_loan(loan_id)
    if loan is None:
        raise NotFound
    return loan


def find_open(material_id: int, person_id: int, subject: str) -> Loan | None:
    """The loan of a material that somebody has or asks for, for this purpose, and that is not over; or None."""
    query = whole().where(Loan.material_id == material_id, Loan.person_id == person_id, Loan.subject == subject)
    return db.session.scalar(query.where(Loan.status.in_(OPEN_LOANS)))


def list_loans_of(person_id: int, number: int, *, over: bool = False) -> Page[Loan]:
    """What somebody borrows or asked for, what is due first first; with `over` what is behind her, the last first."""
    query = whole().where(Loan.person_id == person_id)
    if over:
        query = query.where(Loan.status.not_in(OPEN_LOANS)).order_by(Loan.changed_at.desc(), Loan.id.desc())
    else:
        query = query.where(Loan.status.in_(OPEN_LOANS)).order_by(Loan.due_on.is_(None), Loan.due_on, Loan.id)
    return page_of(query, number)


def list_of_subject(subject: str) -> Sequence[Loan]:
    """The loans for a session or a project ("session:12"), but those that were called off or declined."""
    gone = (LoanStatus.CANCELLED, LoanStatus.DECLINED, LoanStatus.LAPSED)
    query = whole().where(Loan.subject == subject, Loan.status.not_in(gone)).order_by(Loan.id)
    return db.session.scalars(query.limit(MOST_OF_SUBJECT)).all()


def list_line(material_id: int) -> Sequence[Loan]:
    """Who waits for a material, in order."""
    query = whole().where(Loan.material_id == material_id, Loan.status == LoanStatus.WAITING)
    return db.session.scalars(query.order_by(Loan.queued_at, Loan.id).limit(MOST_IN_LINE)).all()


def list_at(material_id: int, *statuses: LoanStatus) -> Sequence[Loan]:
    """The loans of a material that stand so, what begins first first."""
    query = whole().where(Loan.material_id == material_id, Loan.status.in_(statuses))
    return db.session.scalars(query.order_by(Loan.due_on, Loan.id).limit(MOST_IN_LINE)).all()


def place_in_line(loan: Loan) -> int:
    """How many wait before this loan, which waits itself."""
    ahead = (Loan.queued_at < loan.queued_at) | ((Loan.queued_at == loan.queued_at) & (Loan.id < loan.id))
    query = select(func.count(Loan.id)).where(Loan.material_id == loan.material_id, ahead)
    return db.session.scalar(query.where(Loan.status == LoanStatus.WAITING)) or 0


def count_waiting(material_id: int) -> int:
    """How many wait for a material."""
    query = select(func.count(Loan.id)).where(Loan.material_id == material_id, Loan.status == LoanStatus.WAITING)
    return db.session.scalar(query) or 0


def next_back(material_id: int) -> date | None:
    """The first day on which something that is promised or out of a material is due; None where nothing is."""
    query = select(func.min(Loan.due_on)).where(Loan.material_id == material_id, Loan.status.in_(HOLDS_UNITS))
    return db.session.scalar(query)
