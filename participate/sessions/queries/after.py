"""Reading what came back the day after: thanks, and which sessions are due for their letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select

from participate.accounts.models import Person
from participate.accounts.queries import list_role_holders, not_apart
from participate.core.db import db
from participate.core.text import first_name
from participate.projects.queries import find_member, list_lead_ids
from participate.sessions.models import Session, Thanks
from participate.sessions.queries.planning import list_team
from participate.sessions.words import SessionStatus

MOST_THANKS = 100
MOST_DUE = 500


@dataclass(frozen=True)
class ThanksLine:
    """A line that somebody left, with her first name."""

    id: int
    name: str
    words: str
    person_id: int


def find_thanks(session_id: int, person_id: int) -> Thanks | None:
    """The thanks of one person for one session, hidden or not; or None."""
    query = select(Thanks).where(Thanks.session_id == session_id, Thanks.person_id == person_id)
    return db.session.scalar(query)


def list_thanks(session_id: int, reader_id: int | None = None) -> Sequence[ThanksLine]:
    """The lines that people left, in the order in which they came; without those that staff hid. Never a count.

    `reader_id`: whose letter they are for; from nobody who is kept apart from her.
    """
    query = select(Thanks.id, Person.name, Thanks.words, Person.id).join(Person, Person.id == Thanks.person_id)
    query = query.where(Thanks.session_id == session_id, Thanks.hidden_at.is_(None))
    query = query.where(not_apart(Thanks.person_id, reader_id))
    rows = db.session.execute(query.order_by(Thanks.id).limit(MOST_THANKS))
    return [ThanksLine(number, first_name(name), words, person_id) for number, name, words, person_id in rows]


def is_on_team(person_id: int | None, project_id: int) -> bool:
    """Whether somebody is on the team of a project."""
    return person_id is not None and find_member(project_id, person_id) is not None


def list_hosts(session: Session) -> list[int]:
    """Who is told how it went: whoever welcomed people, else the hosts of the project."""
    return [session.host_id] if session.host_id is not None else list(list_lead_ids(session.project_id))


def list_buddies(session: Session) -> list[tuple[int, str]]:
    """(id, first name) of those who could stand beside the host: the team, and the staff of the hub."""
    staff = list_role_holders("staff", f"hub:{session.hub_id}") if session.hub_id is not None else ()
    people = dict(list_team(session.project_id)) | {person.id: person.first_name for person in staff}
    return [(person_id, name) for person_id, name in people.items() if person_id != session.host_id]


def list_ended_between(first: datetime, last: datetime) -> Sequence[Session]:
    """The sessions that took place and ended, or were counted, after `first` and by `last`, by id."""
    ended = (Session.ends_at > first) & (Session.ends_at <= last)
    counted = (Session.counted_at > first) & (Session.counted_at <= last)
    query = select(Session).where(Session.status == SessionStatus.PLANNED, Session.hidden_at.is_(None))
    query = query.where(Session.ends_at <= last, or_(ended, counted))
    return db.session.scalars(query.order_by(Session.id).limit(MOST_DUE)).all()
