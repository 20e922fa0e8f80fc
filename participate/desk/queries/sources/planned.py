"""Sessions and projects that lack something: a host, a space, a yes, somebody who looks after them."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Select, and_, case, exists, func, literal, or_, select

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus
from participate.core import clock
from participate.core.db import Moment
from participate.desk.queries.area import Area
from participate.desk.queries.sources._line import Column, Line, risk, start_of_day
from participate.desk.words import NOBODY_OWNS, Risk, WaitKind
from participate.projects.models import Project, SafetyCheck, TeamMember
from participate.projects.queries.projects import OURS, OVER, SHOWN
from participate.projects.words import Stage, TeamPart, Tier
from participate.sessions.models import Incident, Session
from participate.sessions.words import SessionStatus

AHEAD = timedelta(days=28)  # how far ahead a session without host or space is a worry
SOON = timedelta(days=2)
QUIET = timedelta(days=28)


def hostless(area: Area) -> Select[Any]:
    """Sessions of the next four weeks that nobody hosts."""
    here = exists().where(Person.id == Session.host_id, Person.status == PersonStatus.ACTIVE)
    return _sessions(WaitKind.HOSTLESS, area).where(~here)


def placeless(area: Area) -> Select[Any]:
    """Sessions of the next four weeks of which nobody knows where they are."""
    return _sessions(WaitKind.PLACELESS, area).where(
        Session.space_id.is_(None), Session.hub_id.is_(None), Session.place_note == ""
    )  # fmt: skip


def _sessions(kind: WaitKind, area: Area) -> Select[Any]:
    soon = Session.starts_at < literal(area.now + SOON, Moment)
    line = Line(
        kind=kind, id=Session.id, title=Session.name, note=Project.name, hub=Session.hub_id,
        since=Session.changed_at, due=Session.starts_at, risk=case((soon, risk(Risk.NOW)), else_=risk(Risk.SOON)),
    )  # fmt: skip
    return line.select().join(Project, Project.id == Session.project_id).where(
        Session.status == SessionStatus.PLANNED, Session.hidden_at.is_(None), SHOWN,
        Session.starts_at > literal(area.now, Moment), Session.starts_at < literal(area.now + AHEAD, Moment),
        area.of_hub_or_ward(Session.hub_id, Session.ward_id),
    )  # fmt: skip


def safety(area: Area) -> Select[Any]:
    """Red projects that wait for the hub's yes, with who is named for it."""
    due = start_of_day(SafetyCheck.approve_by)
    line = Line(
        kind=WaitKind.SAFETY, id=Project.id, title=Project.name, owner=SafetyCheck.approver_id,
        since=func.coalesce(SafetyCheck.checked_at, SafetyCheck.changed_at, type_=Moment()), due=due,
        risk=case((SafetyCheck.approve_by < clock.today(), risk(Risk.LATE)), else_=risk(Risk.SOON)),
    )  # fmt: skip
    mine = or_(area.of_ward(Project.ward_id), SafetyCheck.approver_id == area.reader_id)
    return line.select().join(Project, Project.id == SafetyCheck.project_id).where(
        SafetyCheck.tier == Tier.RED, SafetyCheck.checked_at.is_not(None), SafetyCheck.approved_at.is_(None),
        SafetyCheck.refused_at.is_(None), OURS, SHOWN, ~Project.stage.in_(OVER), mine,
    )  # fmt: skip


def at_risk(area: Area) -> Select[Any]:
    """Projects that nobody looks after, or of which nobody has met for four weeks and nothing is planned."""
    last = select(func.max(Session.starts_at)).where(
        Session.project_id == Project.id, Session.status == SessionStatus.PLANNED
    )  # fmt: skip
    met = func.coalesce(last.scalar_subquery(), Project.made_at, type_=Moment())
    owned = exists().where(
        TeamMember.project_id == Project.id, TeamMember.part == TeamPart.OWNER, Person.id == TeamMember.person_id,
        Person.status == PersonStatus.ACTIVE,
    )  # fmt: skip
    quiet = and_(Project.stage.in_((Stage.TRYING_OUT, Stage.RUNNING)), met < literal(area.now - QUIET, Moment))
    line = Line(
        kind=WaitKind.PROJECT, id=Project.id, title=Project.name, note=case((~owned, NOBODY_OWNS), else_=""),
        since=case((~owned, Project.changed_at), else_=met), owner=Project.hub_person_id,
        risk=case((~owned, risk(Risk.SOON)), else_=risk(Risk.USUAL)),
    )  # fmt: skip
    alive = Project.stage.in_((Stage.GATHERING, Stage.TRYING_OUT, Stage.RUNNING))
    return line.select().where(OURS, SHOWN, alive, area.of_ward(Project.ward_id), or_(~owned, quiet))


def incidents(area: Area) -> Select[Any]:
    """What follows from an incident and is not done yet. Its words stand only on its own page."""
    due: Column = start_of_day(Incident.follow_by)
    late = Incident.follow_by < clock.today()
    line = Line(
        kind=WaitKind.INCIDENT, id=Incident.id, title=Session.name, since=Incident.made_at, due=due,
        parent=Incident.session_id, risk=case((late, risk(Risk.LATE)), else_=risk(Risk.SOON)), hub=Session.hub_id,
    )  # fmt: skip
    query = line.select().join(Session, Session.id == Incident.session_id)
    return query.where(
        Incident.done_at.is_(None), Incident.follow_up != "", area.of_hub_or_ward(Session.hub_id, Session.ward_id)
    )  # fmt: skip


SOURCES = (hostless, placeless, safety, at_risk, incidents)
