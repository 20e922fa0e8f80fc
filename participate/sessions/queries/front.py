"""What the front page asks of the week."""

from datetime import timedelta
from typing import NamedTuple

from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.projects.models import Project
from participate.sessions.models import Session
from participate.sessions.words import SessionStatus

WEEK = timedelta(days=7)
MOST = 1000  # sessions of a week that are looked through


class Spot(NamedTuple):
    """Where a session of the coming week is."""

    id: int
    ward_id: int | None
    square: int | None


def list_week_spots() -> list[Spot]:
    """Where the sessions of the next seven days are that everybody may see and that are not over, the soonest
    first. One statement."""
    now = clock.now()
    query = select(Session.id, Session.ward_id, Session.square).join(Project, Project.id == Session.project_id)
    query = query.where(
        Session.hidden_at.is_(None), Project.hidden_at.is_(None), Session.status == SessionStatus.PLANNED,
        Session.ends_at > now, Session.starts_at < now + WEEK,
    )  # fmt: skip
    rows = db.session.execute(query.order_by(Session.starts_at, Session.id).limit(MOST))
    return [Spot(*row) for row in rows]
