"""Reading what a starter follows: her four weeks, and who rings her."""

from collections.abc import Collection, Sequence

from sqlalchemy import func, select

from participate.core.db import db
from participate.core.errors import NotFound
from participate.projects.models import Project, WeekLine
from participate.projects.queries.projects import OVER


def list_weeks(project_id: int) -> Sequence[WeekLine]:
    """The weekly lines of a project in their order; none where it did not start from a recipe."""
    query = select(WeekLine).where(WeekLine.project_id == project_id).order_by(WeekLine.week)
    return db.session.scalars(query).all()


def get_week(project_id: int, week: int) -> WeekLine:
    """The line of one week. Raises NotFound."""
    line = db.session.scalar(select(WeekLine).where(WeekLine.project_id == project_id, WeekLine.week == week))
    if line is None:
        raise NotFound
    return line


def count_rung(person_ids: Collection[int]) -> dict[int, int]:
    """How many living projects each of these persons at a hub rings already. One statement."""
    query = select(Project.hub_person_id, func.count(Project.id))
    query = query.where(Project.hub_person_id.in_(person_ids), Project.stage.not_in(OVER))
    rows = db.session.execute(query.group_by(Project.hub_person_id))
    return {person_id: count for person_id, count in rows if person_id is not None}
