"""People who may be here twice: one whole name, at the same session, as two people."""

from collections import defaultdict
from datetime import timedelta

from sqlalchemy import select, union

from participate.accounts.models import Person
from participate.accounts.rules.doubles import same_name
from participate.accounts.service import note_doubles
from participate.accounts.words import PersonStatus, SameWhy
from participate.core import clock
from participate.core.db import db
from participate.sessions.models import Attendance, Session, SignUp

LOOKED_BACK = timedelta(days=31)


def find_doubles() -> int:
    """Put before staff whoever came, or means to come, to one session twice. How many new pairs there are."""
    since = Session.ends_at > clock.now() - LOOKED_BACK
    meant = select(SignUp.session_id, SignUp.person_id).join(Session, Session.id == SignUp.session_id).where(since)
    came = select(Attendance.session_id, Attendance.person_id).join(Session, Session.id == Attendance.session_id)
    both = union(meant, came.where(since, Attendance.person_id.is_not(None))).subquery()
    query = select(both.c.session_id, Person.id, Person.name).join(Person, Person.id == both.c.person_id)
    there: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for session_id, person_id, name in db.session.execute(query.where(Person.status == PersonStatus.ACTIVE)):
        there[session_id].append((person_id, name))
    pairs = {pair for people in there.values() for pair in same_name(people)}
    return note_doubles((pair, SameWhy.SESSIONS) for pair in pairs)
