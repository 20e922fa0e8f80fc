"""Reading the kit points."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.funds.models import PointsBudget

MOST_OF_ONE = 50


def find_budget(subject: str) -> PointsBudget | None:
    """The points of a street, a project or a starter ("street:2"), or None."""
    query = select(PointsBudget).where(PointsBudget.subject == subject).options(joinedload(PointsBudget.hub))
    return db.session.scalar(query)


def get_budget(budget_id: int) -> PointsBudget:
    """The budget with this id. Raises NotFound."""
    query = select(PointsBudget).where(PointsBudget.id == budget_id).options(joinedload(PointsBudget.hub))
    budget = db.session.scalar(query)
    if budget is None:
        raise NotFound
    return budget


def list_budgets(hub_id: int, number: int = 1, *, starters: bool = False) -> Page[PointsBudget]:
    """The budgets that a hub gave, by name, a page at a time. With `starters` also those of single neighbours,
    for its staff alone.
    """
    query = select(PointsBudget).where(PointsBudget.hub_id == hub_id).options(joinedload(PointsBudget.hub))
    if not starters:
        query = query.where(PointsBudget.subject.not_like("person:%"))
    return page_of(query.order_by(PointsBudget.name, PointsBudget.id), number)


def list_budgets_of(subjects: Collection[str]) -> Sequence[PointsBudget]:
    """The budgets of these subjects, by name: what somebody may spend of, once it is known what she belongs to."""
    query = select(PointsBudget).where(PointsBudget.subject.in_(subjects))
    return db.session.scalars(query.order_by(PointsBudget.name, PointsBudget.id).limit(MOST_OF_ONE)).all()
