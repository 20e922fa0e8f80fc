"""A hub's days: what is on, who hosts, who stands in, who is away, what colleagues wrote."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import contains_eager, joinedload, lazyload

from participate.accounts.models import Person, RoleHeld
from participate.accounts.words import PersonStatus, Role
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.desk.models import Away, DeskNote
from participate.desk.words import NoteKind
from participate.projects.models import Project
from participate.sessions.models import Session, StandIn
from participate.sessions.words import StandInStatus
from participate.spaces.models import Space

WEEK = 7
MOST_A_WEEK = 300
MOST_NOTES = 100
MOST_COLLEAGUES = 60


@dataclass(frozen=True)
class Meeting:
    """A session in the diary. `host`, `buddy`, `asked` are first names, "" for nobody; `asked` is asked to stand in."""

    session: Session
    where: str
    host: str
    buddy: str
    asked: str


@dataclass
class Day:
    """One day of a hub."""

    day: date
    meetings: list[Meeting] = field(default_factory=list)
    notes: list[DeskNote] = field(default_factory=list)
    away: list[Away] = field(default_factory=list)


def week_of(hub_id: int, first: date) -> list[Day]:
    """Seven days of a hub, from `first`. Five statements."""
    days = {first + timedelta(days=number): Day(first + timedelta(days=number)) for number in range(WEEK)}
    start, end = clock.week_of(first)
    sessions = _sessions(hub_id, start, end)
    asked = _asked([each.id for each in sessions])
    for each in sessions:
        day = days.get(clock.local(each.starts_at).date())
        if day is not None:
            day.meetings.append(_meeting(each, asked.get(each.id, "")))
    for note in _notes(hub_id, first, first + timedelta(days=WEEK - 1)):
        days[note.day].notes.append(note)
    for away in list_away(hub_id, first, first + timedelta(days=WEEK - 1)):
        for number, day in days.items():
            if away.first_day <= number <= away.last_day:
                day.away.append(away)
    return list(days.values())


def list_today(hub_ids: Sequence[int]) -> list[Meeting]:
    """What is on today at these hubs. Two statements."""
    start, _end = clock.week_of(clock.today())
    found = _sessions(hub_ids, start, start + timedelta(hours=30))
    today = [each for each in found if clock.local(each.starts_at).date() == clock.today()]
    return [_meeting(each, "") for each in today]


def _sessions(hub_id: int | Sequence[int], start: object, end: object) -> Sequence[Session]:
    hubs = [hub_id] if isinstance(hub_id, int) else hub_id
    people = [joinedload(person).options(lazyload(Person.roles), lazyload(Person.ward)) for person in
              (Session.host, Session.buddy)]  # fmt: skip
    query = select(Session).join(Project, Project.id == Session.project_id)
    query = query.outerjoin(Space, Space.id == Session.space_id)
    query = query.where(
        or_(Session.hub_id.in_(hubs), and_(Session.hub_id.is_(None), Space.hub_id.in_(hubs))),
        Session.starts_at >= start, Session.starts_at < end, Session.hidden_at.is_(None), Project.hidden_at.is_(None),
    )  # fmt: skip
    query = query.options(*people, contains_eager(Session.space)).order_by(Session.starts_at, Session.id)
    return db.session.scalars(query.limit(MOST_A_WEEK)).unique().all()


def _meeting(session: Session, asked: str) -> Meeting:
    def name(person: Person | None) -> str:
        return person.first_name if person is not None and person.is_active else ""

    where = session.space.name if session.space is not None else session.place_note
    return Meeting(session, where, name(session.host), name(session.buddy), asked)


def _asked(session_ids: Sequence[int]) -> dict[int, str]:
    """Who is asked to stand in, or said yes, by session: first names."""
    query = select(StandIn).where(
        StandIn.session_id.in_(session_ids), StandIn.status.in_((StandInStatus.ASKED, StandInStatus.YES))
    )
    people = joinedload(StandIn.person).options(lazyload(Person.roles), lazyload(Person.ward))
    rows = db.session.scalars(query.options(people).order_by(StandIn.id)).all() if session_ids else []
    return {row.session_id: row.person.first_name for row in rows}


def _notes(hub_id: int, first: date, last: date) -> Sequence[DeskNote]:
    maker = joinedload(DeskNote.maker).options(lazyload(Person.roles), lazyload(Person.ward))
    query = select(DeskNote).where(DeskNote.hub_id == hub_id, DeskNote.day.between(first, last)).options(maker)
    return db.session.scalars(query.order_by(DeskNote.day, DeskNote.id).limit(MOST_NOTES)).all()


def list_open_notes(hub_ids: Sequence[int], most: int = 10) -> Sequence[DeskNote]:
    """What colleagues handed over up to today and nobody has done, the oldest first. One statement."""
    maker = joinedload(DeskNote.maker).options(lazyload(Person.roles), lazyload(Person.ward))
    query = select(DeskNote).where(
        DeskNote.hub_id.in_(hub_ids), DeskNote.kind != NoteKind.NOTE, DeskNote.done_at.is_(None),
        DeskNote.day <= clock.today(),
    )  # fmt: skip
    return db.session.scalars(query.options(maker).order_by(DeskNote.day, DeskNote.id).limit(most)).all()


def get_note(note_id: int) -> DeskNote:
    """A note. Raises NotFound."""
    found = db.session.get(DeskNote, note_id)
    if found is None:
        raise NotFound
    return found


def list_away(hub_id: int | Sequence[int], first: date, last: date) -> Sequence[Away]:
    """Who is away from these hubs on any of these days, with whoever covers. One statement."""
    hubs = [hub_id] if isinstance(hub_id, int) else hub_id
    people = [
        joinedload(each).options(lazyload(Person.roles), lazyload(Person.ward)) for each in (Away.person, Away.cover)
    ]
    query = select(Away).where(Away.hub_id.in_(hubs), Away.first_day <= last, Away.last_day >= first).options(*people)
    return db.session.scalars(query.order_by(Away.first_day, Away.id).limit(MOST_NOTES)).all()


def get_away(away_id: int) -> Away:
    """A time away. Raises NotFound."""
    found = db.session.get(Away, away_id)
    if found is None:
        raise NotFound
    return found


def list_colleagues(hub_id: int) -> list[tuple[int, str]]:
    """(id, first name) of the staff of a hub, by name. One statement."""
    query = select(Person).join(RoleHeld, RoleHeld.person_id == Person.id).where(
        RoleHeld.role == Role.STAFF, RoleHeld.subject == f"hub:{hub_id}", Person.status == PersonStatus.ACTIVE
    )  # fmt: skip
    query = query.options(lazyload(Person.roles), lazyload(Person.ward))
    people = db.session.scalars(query.order_by(Person.name, Person.id).limit(MOST_COLLEAGUES)).unique()
    return [(person.id, person.first_name) for person in people]
