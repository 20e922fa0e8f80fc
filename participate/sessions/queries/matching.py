"""What the matcher learns from: who came to what, and which sessions are of which project."""

from collections.abc import Sequence

from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.sessions.models import Attendance, Session


def list_all_come_to() -> Sequence[tuple[int, int]]:
    """Who came to sessions of which project, as (person, project), each once: for the matcher to learn from."""
    query = select(Attendance.person_id, Session.project_id).join(Session, Attendance.session_id == Session.id)
    query = query.where(Attendance.person_id.is_not(None)).distinct()
    query = query.order_by(Attendance.person_id, Session.project_id)
    return [(person, project) for person, project in db.session.execute(query) if person is not None]


def list_sessions_of_projects() -> Sequence[tuple[int, int]]:
    """The sessions to come and the project of each, as (session, project)."""
    query = select(Session.id, Session.project_id).where(Session.starts_at > clock.now()).order_by(Session.id)
    return [(session, project) for session, project in db.session.execute(query)]
