"""What the sheet of a season offers and shows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from participate.core.db import db
from participate.projects.models import Project, Recipe
from participate.projects.rules.plain import minutes_in, plain
from participate.projects.words import Stage
from participate.sessions.models import Session
from participate.sessions.queries.cards import SHOWN
from participate.sessions.words import SessionStatus

MOST_PROJECTS = 500
MOST_STANDING = 1_000
USUAL_MINUTES = 60


@dataclass(frozen=True)
class Choosable:
    """A project that may be laid out, and how long one time usually takes, in minutes."""

    id: int
    name: str
    minutes: int


@dataclass(frozen=True)
class Standing:
    """A session that is planned already."""

    name: str
    starts_at: datetime
    space_id: int | None
    hub_id: int | None


def list_projects_to_plan(only: Collection[int] | None) -> list[Choosable]:
    """The projects that may have sessions, by name; those among `only`, or all with None."""
    alive = [stage for stage in Stage if stage.alive]
    query = select(Project.id, Project.name, Project.minutes, Recipe.joiner_time)
    query = query.outerjoin(Recipe, Recipe.id == Project.recipe_id)
    query = query.where(Project.hidden_at.is_(None), Project.source == "", Project.stage.in_(alive))
    if only is not None:
        query = query.where(Project.id.in_(set(only)))
    rows = db.session.execute(query.order_by(Project.name, Project.id).limit(MOST_PROJECTS))
    return [
        Choosable(row.id, row.name, row.minutes or minutes_in(plain(row.joiner_time or "")) or USUAL_MINUTES)
        for row in rows
    ]


def list_projects_by_id(ids: Collection[int]) -> dict[int, Project]:
    """The projects with these ids."""
    query = select(Project).where(Project.id.in_(set(ids))).order_by(Project.id)
    return {project.id: project for project in db.session.scalars(query)}


def list_standing(start: datetime, end: datetime) -> Sequence[Standing]:
    """What is planned between two moments, the soonest first."""
    query = select(Session.name, Session.starts_at, Session.space_id, Session.hub_id)
    query = query.join(Project, Project.id == Session.project_id).where(
        *SHOWN, Session.status == SessionStatus.PLANNED, Session.starts_at >= start, Session.starts_at < end
    )  # fmt: skip
    rows = db.session.execute(query.order_by(Session.starts_at, Session.id).limit(MOST_STANDING))
    return [Standing(*row) for row in rows]
