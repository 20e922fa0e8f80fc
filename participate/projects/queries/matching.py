"""What changes along with a person or a project: the matcher reads it again."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select

from participate.core.db import db
from participate.projects.models import Idea, Need, TeamMember


def list_need_ids_of(projects: Iterable[int]) -> Sequence[int]:
    """The ids of the needs, open or not, of these projects."""
    query = select(Need.id).where(Need.project_id.in_(set(projects)))
    return db.session.scalars(query.order_by(Need.id)).all()


def list_idea_ids_of(persons: Iterable[int]) -> Sequence[int]:
    """The ids of the ideas, shown or not, of these persons."""
    query = select(Idea.id).where(Idea.author_id.in_(set(persons)))
    return db.session.scalars(query.order_by(Idea.id)).all()


def list_team_ids_of(person_id: int) -> Sequence[int]:
    """The ids of the projects in whose team a person is."""
    query = select(TeamMember.project_id).where(TeamMember.person_id == person_id)
    return db.session.scalars(query.order_by(TeamMember.project_id)).all()


def list_joined(person_id: int) -> Sequence[tuple[int, datetime]]:
    """The projects in whose team a person is, each with since when."""
    query = select(TeamMember.project_id, TeamMember.since).where(TeamMember.person_id == person_id)
    return [(number, since) for number, since in db.session.execute(query.order_by(TeamMember.id))]


def list_all_joined() -> Sequence[tuple[int, int]]:
    """Who is in the team of which project, as (person, project): all of it, for the matcher to learn from."""
    query = select(TeamMember.person_id, TeamMember.project_id).order_by(TeamMember.id)
    return [(person, project) for person, project in db.session.execute(query)]
