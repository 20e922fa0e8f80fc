"""Reading what goes into a project's hand-over pack."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, lazyload

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus
from participate.core.db import db
from participate.core.text import first_name
from participate.projects.models import Need, SafetyCheck, TeamMember, WeekLine
from participate.projects.words import NeedKind, NeedStatus, TeamPart
from participate.sessions.models import Attendance, Session
from participate.spaces.models import Space

MOST_SESSIONS, MOST_LINES, MOST_TEAM = 1_000, 500, 200


@dataclass(frozen=True)
class Consent:
    """Somebody of the team, and whether her contact may go into the pack. `name` and `contact` only if it may."""

    person_id: int
    first_name: str
    part: TeamPart
    agreed: bool
    name: str
    contact: str


def list_consents(project_id: int) -> list[Consent]:
    """The active people of a team, the longest in it first. Who has not agreed has neither name nor contact here."""
    query = select(TeamMember).join(Person, Person.id == TeamMember.person_id)
    query = query.where(TeamMember.project_id == project_id, Person.status == PersonStatus.ACTIVE)
    query = query.options(joinedload(TeamMember.person).options(lazyload(Person.roles), lazyload(Person.ward)))
    members = db.session.scalars(query.order_by(TeamMember.since, TeamMember.id).limit(MOST_TEAM)).unique()
    return [_consent(member) for member in members]


def _consent(member: TeamMember) -> Consent:
    person, agreed = member.person, member.pack_contact
    contact = " ".join(each for each in (person.email, person.phone) if each) if agreed else ""
    return Consent(
        person.id, first_name(person.name), member.part, agreed, name=person.name if agreed else "", contact=contact
    )


def list_met(project_id: int) -> Sequence[Need]:
    """The spaces and materials that the project needed and found, in the order in which they were found."""
    found = (Need.project_id == project_id, Need.status == NeedStatus.MET, Need.hidden_at.is_(None))
    query = select(Need).where(*found, Need.kind.in_((NeedKind.SPACE, NeedKind.MATERIAL)))
    return db.session.scalars(query.order_by(Need.met_at, Need.id).limit(MOST_LINES)).all()


def list_spaces(project_id: int) -> Sequence[Space]:
    """The spaces in which it met or will meet, by name; one at somebody's home never leaves the house."""
    used = select(Session.space_id).where(Session.project_id == project_id, Session.space_id.is_not(None))
    parts = (
        joinedload(Space.keeper).options(lazyload(Person.roles), lazyload(Person.ward)),
        joinedload(Space.organisation), joinedload(Space.hub),
    )  # fmt: skip
    query = select(Space).where(Space.id.in_(used), Space.hidden_at.is_(None)).options(*parts)
    spaces = db.session.scalars(query.order_by(Space.name, Space.id).limit(MOST_LINES)).unique()
    return [space for space in spaces if not space.at_home]


def list_sessions(project_id: int) -> Sequence[Session]:
    """The sessions of a project that are not hidden, the latest MOST_SESSIONS, in order."""
    query = select(Session).where(Session.project_id == project_id, Session.hidden_at.is_(None))
    query = query.options(joinedload(Session.space), joinedload(Session.hub), lazyload(Session.project))
    newest = db.session.scalars(query.order_by(Session.starts_at.desc(), Session.id.desc()).limit(MOST_SESSIONS))
    return newest.unique().all()[::-1]


def count_heads(project_id: int) -> dict[int, int]:
    """How many heads were in the room, by session."""
    query = select(Attendance.session_id, func.count(Attendance.id)).join(Session, Session.id == Attendance.session_id)
    query = query.where(Session.project_id == project_id).group_by(Attendance.session_id)
    return {number: heads for number, heads in db.session.execute(query)}


def list_weeks(project_id: int) -> Sequence[WeekLine]:
    """The four weekly lines, in order."""
    return db.session.scalars(select(WeekLine).where(WeekLine.project_id == project_id).order_by(WeekLine.week)).all()


def find_safety(project_id: int) -> SafetyCheck | None:
    """What the project thought of before people came; or None."""
    return db.session.scalar(select(SafetyCheck).where(SafetyCheck.project_id == project_id))
