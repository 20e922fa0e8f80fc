"""Who signed up and who came lately: how the house learns what became of its suggestions."""

from datetime import datetime

from sqlalchemy import Row, select

from participate.core.db import db
from participate.sessions.models import Attendance, Session, SignUp

AT_MOST = 100_000
Step = Row[int, int, int, datetime]  # person, session, project, when


def list_signed_up_since(moment: datetime) -> list[Step]:
    """(person, session, project, when) of each sign-up after `moment`, whatever became of it, oldest first."""
    query = select(SignUp.person_id, SignUp.session_id, Session.project_id, SignUp.made_at)
    joined = query.join(Session, Session.id == SignUp.session_id).where(SignUp.made_at > moment)
    return list(db.session.execute(joined.order_by(SignUp.made_at, SignUp.id).limit(AT_MOST)))


def list_came_since(moment: datetime) -> list[Step]:
    """(person, session, project, when) of everybody known by name who came after `moment`, oldest first."""
    query = select(Attendance.person_id, Attendance.session_id, Session.project_id, Attendance.came_at)
    joined = query.join(Session, Session.id == Attendance.session_id)
    known = joined.where(Attendance.came_at > moment, Attendance.person_id.is_not(None))
    return list(db.session.execute(known.order_by(Attendance.came_at, Attendance.id).limit(AT_MOST)))
