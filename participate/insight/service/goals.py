"""Tagging projects by goal."""

from collections.abc import Collection

from sqlalchemy import select

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.insight.models import ProjectGoal


def tag(actor_id: int | None, project_id: int, goal_ids: Collection[int]) -> None:
    """These are the goals of the project, and no others."""
    query = select(ProjectGoal).where(ProjectGoal.project_id == project_id)
    now = {row.goal_id: row for row in db.session.scalars(query)}
    for goal_id in sorted(set(goal_ids) - set(now)):
        db.session.add(ProjectGoal(project_id=project_id, goal_id=goal_id, since=clock.today()))
    for goal_id in sorted(set(now) - set(goal_ids)):
        db.session.delete(now[goal_id])
    if set(goal_ids) != set(now):
        record(actor_id, "tagged", "project", project_id)
    db.session.flush()
