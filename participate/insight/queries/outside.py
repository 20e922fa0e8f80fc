"""Reading what somebody else counted."""

from collections.abc import Sequence

from sqlalchemy import select

from participate.core.db import db
from participate.insight.models import Outside, OutsideFigure

MOST = 50
MOST_FIGURES = 5_000


def list_outside(beside: str = "") -> Sequence[Outside]:
    """All outside series by name; or only those that stand beside one of our measures."""
    query = select(Outside).order_by(Outside.name, Outside.id).limit(MOST)
    return db.session.scalars(query.where(Outside.beside == beside) if beside else query).all()


def figures_of(outside_ids: Sequence[int]) -> dict[int, list[OutsideFigure]]:
    """Series → its figures by period and group. One statement."""
    query = select(OutsideFigure).where(OutsideFigure.outside_id.in_(outside_ids))
    ordered = query.order_by(OutsideFigure.period, OutsideFigure.group, OutsideFigure.id).limit(MOST_FIGURES)
    found: dict[int, list[OutsideFigure]] = {number: [] for number in outside_ids}
    for row in db.session.scalars(ordered):
        found[row.outside_id].append(row)
    return found
