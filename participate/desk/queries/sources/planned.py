"""Sessions and projects that lack something: a host, a space, a yes, somebody who looks after them."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Select, and_, case, exists, func, or_, select

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus
from participate.core.db import Moment
from participate.desk.queries.area import Shape
from participate.desk.queries.sources._line import Column, Line, Source, risk, start_of_day
from participate.desk.words import NOBODY_OWNS, Risk, WaitKind
from participate.projects.models import Project, SafetyCheck, TeamMember
from participate.projects.queries.projects import OURS, OVER, SHOWN
from participate.projects.words import Stage, TeamPart, Tier
from participate.sessions.models import Incident, Session
from participate.sessions.words import SessionStatus

AHEAD = timedelta(days=28)  # how far ahead a session without host or space is a worry
SOON = timedelta(days=2)
QUIET = timedelta(days=28)


def hostless(shape: Shape) -> Select[Any]:
    """Sessions of the next four weeks that nobody hosts."""
    here = exists().where(Person.id == Session.host_id, Person.status == PersonStatus.ACTIVE)
    return _sessions(WaitKind.HOSTLESS, shape).where(or_(Session.host_id.is_(None), ~here))


def placeless(shape: Shape) -> Select[Any]:
    """Sessions of the next four weeks of which nobody knows where they are."""
    return _sessions(WaitKind.PLACELESS, shape).where(
        Session.space_id.is_(None), Session.hub_id.is_(None), Session.place_note == ""
    )  # fmt: skip


def _sessions(kind: WaitKind, shape: Shape) -> Select[Any]:
    soon = Session.starts_at < shape.at(SOON)
    line = Line(
        kind=kind, id=Session.id, title=Session.name, note=Project.name, hub=Session.hub_id,
        since=Session.changed_at, due=Session.starts_at, risk=case((soon, risk(Risk.NOW)), else_=risk(Risk.SOON)),
    )  # fmt: skip
    return line.select().join(Project, Project.id == Session.project_id).where(
        Session.status == SessionStatus.PLANNED, Session.hidden_at.is_(None), SHOWN,
        Session.starts_at > shape.at(), Session.starts_at < shape.at(AHEAD),
        shape.of_hub_or_ward(Session.hub_id, Session.ward_id),
    )  # fmt: skip


def safety(shape: Shape) -> Select[Any]:
    """Red projects that wait for the hub's yes, with who is named for it."""
    due = start_of_day(SafetyCheck.approve_by)
    line = Line(
        kind=WaitKind.SAFETY, id=Project.id, title=Project.name, owner=SafetyCheck.approver_id,
        since=func.coalesce(SafetyCheck.checked_at, SafetyCheck.changed_at, type_=Moment()), due=due,
        risk=case((SafetyCheck.approve_by < shape.today(), risk(Risk.LATE)), else_=risk(Risk.SOON)),
    )  # fmt: skip
    mine = or_(shape.of_ward(Project.ward_id), SafetyCheck.approver_id == shape.reader)
    return line.select().join(Project, Project.id == SafetyCheck.project_id).where(
        SafetyCheck.tier == Tier.RED, SafetyCheck.checked_at.is_not(None), SafetyCheck.approved_at.is_(None),
        SafetyCheck.refused_at.is_(None), OURS, SHOWN, ~Project.stage.in_(OVER), mine,
    )  # fmt: skip


def at_risk(shape: Shape) -> Select[Any]:
    """Projects that nobody looks after, or of which nobody has met for four weeks and nothing is planned."""
    last = select(func.max(Session.starts_at)).where(
        Session.project_id == Project.id, Session.status == SessionStatus.PLANNED
    )  # fmt: skip
    met = func.coalesce(last.scalar_subquery(), Project.made_at, type_=Moment())
    owned = exists().where(
        TeamMember.project_id == Project.id, TeamMember.part == TeamPart.OWNER, Person.id == TeamMember.person_id,
        Person.status == PersonStatus.ACTIVE,
    )  # fmt: skip
    quiet = and_(Project.stage.in_((Stage.TRYING_OUT, Stage.RUNNING)), met < shape.at(-QUIET))
    line = Line(
        kind=WaitKind.PROJECT, id=Project.id, title=Project.name, note=case((~owned, NOBODY_OWNS), else_=""),
        since=case((~owned, Project.changed_at), else_=met), owner=Project.hub_person_id,
        risk=case((~owned, risk(Risk.SOON)), else_=risk(Risk.USUAL)),
    )  # fmt: skip
    alive = Project.stage.in_((Stage.GATHERING, Stage.TRYING_OUT, Stage.RUNNING))
    return line.select().where(OURS, SHOWN, alive, shape.of_ward(Project.ward_id), or_(~owned, quiet))


def incidents(shape: Shape) -> Select[Any]:
    """What follows from an incident and is not done yet. Its words stand only on its own page."""
    due: Column = start_of_day(Incident.follow_by)
    late = Incident.follow_by < shape.today()
    line = Line(
        kind=WaitKind.INCIDENT, id=Incident.id, title=Session.name, since=Incident.made_at, due=due,
        parent=Incident.session_id, risk=case((late, risk(Risk.LATE)), else_=risk(Risk.SOON)), hub=Session.hub_id,
    )  # fmt: skip
    query = line.select().join(Session, Session.id == Incident.session_id)
    return query.where(
        Incident.done_at.is_(None), Incident.follow_up != "", shape.of_hub_or_ward(Session.hub_id, Session.ward_id)
    )  # fmt: skip


SOURCES: dict[Source, tuple[WaitKind, ...]] = {
    hostless: (WaitKind.HOSTLESS,),
    placeless: (WaitKind.PLACELESS,),
    safety: (WaitKind.SAFETY,),
    at_risk: (WaitKind.PROJECT,),
    incidents: (WaitKind.INCIDENT,),
}
OFFSETS = (AHEAD, SOON, -QUIET)
