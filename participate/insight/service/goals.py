"""Tagging projects by goal, and planting frameworks."""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.insight.models import Framework, Goal, ProjectGoal


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


def plant(key: str, name: str, source: str, goals: Sequence[str]) -> int:
    """A framework with its goals; what is there already stays. Returns how many rows were made."""
    framework = db.session.scalar(select(Framework).where(Framework.key == key))
    made = 0
    if framework is None:
        framework = Framework(key=key, name=name, source=source, made_at=clock.now())
        db.session.add(framework)
        db.session.flush()
        record(None, "made", "framework", framework.id)
        made += 1
    known = set(db.session.scalars(select(Goal.key).where(Goal.framework_id == framework.id)))
    for place, words in enumerate(goals, 1):
        if f"{key}-{place}" not in known:
            db.session.add(Goal(framework_id=framework.id, key=f"{key}-{place}", place=place, name=words))
            made += 1
    db.session.flush()
    return made
