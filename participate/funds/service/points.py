"""Kit points are given by a hub, spent on starter kits, and given back."""

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.exc import IntegrityError

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.funds.models import PointsBudget
from participate.funds.rules import AnotherHubsBudget, LessThanSpent, NotEnoughPoints, check_subject
from participate.places.queries import get_hub


def spend(budget_id: int, points: int) -> None:
    """Take `points` (0 or more) from a budget: one conditional UPDATE, with a CHECK behind it.

    Raises NotEnoughPoints; nothing is taken then.
    """
    if not _move(budget_id, points):
        raise NotEnoughPoints(points=points, left=_left(budget_id))


def give_back(budget_id: int, points: int) -> None:
    """Points that were spent are there again. Raises RuntimeError when more come back than were spent."""
    if not _move(budget_id, -points):
        raise RuntimeError(f"budget {budget_id} gets more points back than were spent")


def set_budget(actor_id: int | None, hub_id: int, subject: str, name: str, total: int) -> PointsBudget:
    """Let `subject` ("street:2", "project:7", "person:5") have `total` points of this hub, spent ones counted in.

    The first time makes the budget. Raises NotASubject, LessThanSpent, AnotherHubsBudget.
    """
    check_subject(subject)
    get_hub(hub_id)
    budget = _find(subject) or _make(hub_id, subject, name)
    if budget.hub_id != hub_id:
        raise AnotherHubsBudget(hub=budget.hub.name)
    if not _change(PointsBudget.id == budget.id, PointsBudget.spent <= total, total=total, name=name):
        raise LessThanSpent(spent=budget.spent)
    record(actor_id, "set", "points_budget", budget.id)
    db.session.flush()
    db.session.refresh(budget)
    return budget


def _find(subject: str) -> PointsBudget | None:
    return db.session.scalar(select(PointsBudget).where(PointsBudget.subject == subject))


def _make(hub_id: int, subject: str, name: str) -> PointsBudget:
    budget = PointsBudget(subject=subject, name=name, hub_id=hub_id, total=0, changed_at=clock.now())
    try:
        with db.session.begin_nested():
            db.session.add(budget)
        return budget
    except IntegrityError:  # somebody else gave it points a moment ago
        return db.session.scalars(select(PointsBudget).where(PointsBudget.subject == subject)).one()


def _move(budget_id: int, points: int) -> bool:
    after = PointsBudget.spent + points
    return _change(PointsBudget.id == budget_id, after >= 0, after <= PointsBudget.total, spent=after)


def _left(budget_id: int) -> int:
    return db.session.scalar(select(PointsBudget.total - PointsBudget.spent).where(PointsBudget.id == budget_id)) or 0


def _change(*where: ColumnElement[bool], **values: object) -> bool:
    changed = db.session.execute(
        update(PointsBudget).where(*where).values(changed_at=clock.now(), **values)
        .execution_options(synchronize_session="fetch")
    )  # fmt: skip
    return changed.rowcount == 1  # type: ignore[attr-defined]
