"""Reading frameworks of goals, and which projects work towards them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Row, select

from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of_rows
from participate.insight.models import Framework, Goal, ProjectGoal
from participate.projects.models import Project
from participate.projects.words import Stage

MOST_GOALS = 400


def list_frameworks() -> Sequence[Framework]:
    """All frameworks, the oldest first."""
    return db.session.scalars(select(Framework).order_by(Framework.id).limit(MOST_GOALS)).all()


def list_goals() -> Sequence[Goal]:
    """All goals, by framework and place."""
    return db.session.scalars(select(Goal).order_by(Goal.framework_id, Goal.place, Goal.id).limit(MOST_GOALS)).all()


def page_of_projects(number: int) -> Page[Row[int, str]]:
    """Shown projects that are not over, by name: id, name."""
    query = select(Project.id, Project.name).where(
        Project.hidden_at.is_(None), Project.source == "", Project.stage.not_in((Stage.ENDED, Stage.HANDED_OVER))
    )
    return page_of_rows(query.order_by(Project.name, Project.id), number)


def get_project(project_id: int) -> Row[int, str]:
    """A shown project: id, name. Raises NotFound."""
    query = select(Project.id, Project.name).where(Project.id == project_id, Project.hidden_at.is_(None))
    found = db.session.execute(query).first()
    if found is None:
        raise NotFound
    return found


def goals_of(project_ids: Iterable[int]) -> dict[int, list[Goal]]:
    """Project → its goals, in their order. One statement."""
    wanted = list(project_ids)
    query = select(ProjectGoal.project_id, Goal).join(Goal, Goal.id == ProjectGoal.goal_id)
    query = query.where(ProjectGoal.project_id.in_(wanted)).order_by(Goal.framework_id, Goal.place)
    found: dict[int, list[Goal]] = {number: [] for number in wanted}
    for project_id, goal in db.session.execute(query):
        found[project_id].append(goal)
    return found
