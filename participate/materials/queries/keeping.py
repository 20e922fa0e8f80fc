"""What somebody lends, for her own pages: in her own name, her organisation's, or her hub's."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from participate.core.db import db
from participate.core.paging import Page, page_of, page_of_rows
from participate.materials.models import Loan, Material
from participate.materials.words import Deal, LoanStatus

MOST_LABELS = 96  # four sheets


@dataclass(frozen=True)
class Keeps:
    """In whose names somebody lends: herself, the organisations that she speaks for, the hubs whose staff she is."""

    person_id: int
    organisation_ids: Collection[int] = ()
    hub_ids: Collection[int] = ()


@dataclass(frozen=True)
class Kept:
    """One thing that is lent. `waiting`: how many wait for it."""

    id: int
    name: str
    how_many: int
    out: int
    waiting: int


def _kept(keeps: Keeps) -> ColumnElement[bool]:
    return or_(
        Material.keeper_id == keeps.person_id, Material.organisation_id.in_(keeps.organisation_ids),
        Material.hub_id.in_(keeps.hub_ids),
    )  # fmt: skip


def list_loans_kept(keeps: Keeps, statuses: Collection[LoanStatus], number: int) -> Page[Loan]:
    """The loans of what she lends that stand so, what is due first first, a page at a time."""
    query = select(Loan).join(Loan.material).where(_kept(keeps), Loan.status.in_(statuses))
    query = query.options(contains_eager(Loan.material), joinedload(Loan.person))
    return page_of(query.order_by(Loan.due_on.is_(None), Loan.due_on, Loan.id), number)


def list_things_kept(keeps: Keeps, number: int) -> Page[Kept]:
    """What she lends, by name, a page at a time."""
    waiting = select(func.count(Loan.id)).where(
        Loan.material_id == Material.id, Loan.status == LoanStatus.WAITING
    )  # fmt: skip
    query = select(
        Material.id, Material.name, Material.how_many, Material.out, waiting.correlate(Material).scalar_subquery()
    )
    query = query.where(_kept(keeps), Material.deal == Deal.LEND).order_by(func.lower(Material.name), Material.id)
    page = page_of_rows(query, number)
    return Page([Kept(*row) for row in page.items], page.number, page.size, page.total)


def list_labelled(keeps: Keeps, ids: Collection[int] = ()) -> Sequence[Material]:
    """What she lends, by name, for a sheet of labels: all, or those among `ids`. Up to four sheets."""
    query = select(Material).where(_kept(keeps), Material.deal == Deal.LEND)
    if ids:
        query = query.where(Material.id.in_(set(ids)))
    return db.session.scalars(query.order_by(func.lower(Material.name), Material.id).limit(MOST_LABELS)).all()
