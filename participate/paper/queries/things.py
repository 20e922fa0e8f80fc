"""The things that posters, invites and street sheets are made of: only what everybody may see."""

from datetime import timedelta

from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.projects import queries as projects
from participate.projects.models import Project, Recipe
from participate.sessions import queries as sessions
from participate.sessions.models import Session
from participate.sessions.queries import SessionCard
from participate.sessions.words import SessionStatus

FORTNIGHT = timedelta(days=14)


def get_session_for_paper(session_id: int) -> Session:
    """A session that may hang on a wall. Raises NotFound for one that is hidden."""
    session = sessions.get_session(session_id)
    if sessions.is_hidden(session):
        raise NotFound
    return session


def get_project_for_paper(project_id: int) -> Project:
    """A project of ours that may hang on a wall. Raises NotFound for one that is hidden or done elsewhere."""
    project = projects.get_project(project_id)
    if project.hidden_at is not None or project.source:
        raise NotFound
    return project


def get_recipe_for_paper(slug: str) -> Recipe:
    """A recipe that may go through doors. Raises NotFound for one that is hidden."""
    recipe = projects.get_recipe(slug)
    if recipe.hidden_at is not None:
        raise NotFound
    return recipe


def list_fortnight(ward_ids: list[int], most: int) -> list[SessionCard]:
    """Up to `most` sessions of the next 14 days in these wards, those that take place, the soonest first. Each
    project stands there once: two lines for the same thing would be one line less for another. Two statements.
    """
    now = clock.now()
    query = select(Session.id, Session.project_id).join(Project, Project.id == Session.project_id)
    query = query.where(
        Session.hidden_at.is_(None), Project.hidden_at.is_(None), Session.status == SessionStatus.PLANNED,
        Session.starts_at > now, Session.starts_at < now + FORTNIGHT, Session.ward_id.in_(ward_ids),
    )  # fmt: skip
    first: dict[int, int] = {}
    for session_id, project_id in db.session.execute(query.order_by(Session.starts_at, Session.id).limit(most * 20)):
        first.setdefault(project_id, session_id)
    ids = list(first.values())[:most]
    cards = sessions.cards_of(ids)
    return [cards[each] for each in ids if each in cards]
