"""People who wait to hear from somebody, or whom the hub has to ask or tell something."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Select, and_, case, exists, or_
from sqlalchemy.orm import aliased

from participate.accounts.models import HostRecord, Person, RoleHeld, SamePerson
from participate.accounts.words import PersonKind, PersonStatus, RecordKind, Role, SameStatus
from participate.desk.queries.area import Shape
from participate.desk.queries.sources._line import Line, Source, risk, start_of_day
from participate.desk.queries.sources.read import late_or_usual
from participate.desk.words import Risk, WaitKind
from participate.introductions.models import Introduction, IntroductionSide
from participate.introductions.words import IntroductionStatus, Said
from participate.notifications.models import Call
from participate.notifications.words import CallStatus
from participate.projects.models import Project, TeamRequest
from participate.projects.queries.projects import OURS, OVER, SHOWN
from participate.projects.words import RequestStatus

RUNS_OUT_WITHIN = timedelta(days=30)
SOON = timedelta(days=1)
HERE = Person.status == PersonStatus.ACTIVE
UNWRITTEN = and_(Person.email.is_(None), Person.phone.is_(None))
LOOKED_AFTER = or_(Person.kind == PersonKind.ENTERED, Person.bounced_at.is_not(None), UNWRITTEN)


def hellos(shape: Shape) -> Select[Any]:
    """Whoever would like to help a project and has heard nothing for two working days."""
    line = Line(
        kind=WaitKind.HELLO, id=TeamRequest.id, title=Project.name, who=Person.name, person=TeamRequest.person_id,
        parent=Project.id, since=TeamRequest.asked_at, risk=risk(Risk.LATE), owner=Project.hub_person_id,
    )  # fmt: skip
    query = line.select().join(Project, Project.id == TeamRequest.project_id)
    query = query.join(Person, Person.id == TeamRequest.person_id)
    return query.where(
        TeamRequest.status == RequestStatus.ASKED, TeamRequest.hidden_at.is_(None), HERE, OURS, SHOWN,
        ~Project.stage.in_(OVER), TeamRequest.asked_at < shape.late_since(), shape.of_ward(Project.ward_id),
    )  # fmt: skip


def meetings(shape: Shape) -> Select[Any]:
    """Whom the hub looks after, was asked to meet a neighbour, and has not answered for two working days. Not who the
    other is."""
    line = Line(
        kind=WaitKind.MEETING, id=IntroductionSide.id, title=Person.name, who=Person.name,
        person=IntroductionSide.person_id, parent=IntroductionSide.person_id, since=Introduction.made_at,
        due=Introduction.good_until, risk=risk(Risk.USUAL),
    )  # fmt: skip
    query = line.select().join(Introduction, Introduction.id == IntroductionSide.introduction_id)
    query = query.join(Person, Person.id == IntroductionSide.person_id)
    return query.where(
        Introduction.status == IntroductionStatus.ASKED, IntroductionSide.said == Said.NOTHING, HERE,
        Introduction.made_at < shape.late_since(), Introduction.good_until > shape.at(),
        LOOKED_AFTER, or_(shape.of_hub(Person.hub_id), and_(Person.hub_id.is_(None), shape.of_ward(Person.ward_id))),
    )  # fmt: skip


def calls(shape: Shape) -> Select[Any]:
    """The call list: what nothing written can tell."""
    now = shape.at()
    soon = Call.due_at < shape.at(SOON)
    line = Line(
        kind=WaitKind.CALL, id=Call.id, title=Person.name, who=Person.name, note=Call.letter, person=Call.person_id,
        hub=Call.hub_id, since=Call.made_at, due=Call.due_at,
        risk=case((Call.due_at < now, risk(Risk.LATE)), (soon, risk(Risk.NOW)), else_=risk(Risk.SOON)),
    )  # fmt: skip
    query = line.select().join(Person, Person.id == Call.person_id)
    alive = or_(Call.good_until.is_(None), Call.good_until > now)
    return query.where(Call.status == CallStatus.WAITING, alive, shape.of_hub(Call.hub_id))


def host_records(shape: Shape) -> Select[Any]:
    """What staff saw about a host and runs out within a month, or did."""
    today, due = shape.today(), start_of_day(HostRecord.expires_on)
    hosts = exists().where(RoleHeld.person_id == Person.id, RoleHeld.role == Role.HOST)
    names = case({kind.value: kind.label for kind in RecordKind}, value=HostRecord.kind, else_="")
    line = Line(
        kind=WaitKind.HOST_RECORD, id=HostRecord.id, title=Person.name, who=Person.name, note=names,
        person=Person.id, parent=Person.id, since=start_of_day(HostRecord.seen_on), due=due,
        risk=late_or_usual(HostRecord.expires_on < today),
    )  # fmt: skip
    query = line.select().join(Person, Person.id == HostRecord.person_id)
    return query.where(
        HERE, hosts, HostRecord.expires_on < shape.today(RUNS_OUT_WITHIN), shape.of_ward(Person.ward_id)
    )  # fmt: skip


def same_people(shape: Shape) -> Select[Any]:
    """Pairs that look like one person."""
    low, high = aliased(Person), aliased(Person)
    line = Line(
        kind=WaitKind.SAME_PERSON, id=SamePerson.id, title=low.name, note=high.name, person=SamePerson.low_id,
        since=SamePerson.found_at, risk=risk(Risk.USUAL),
    )  # fmt: skip
    query = line.select().join(low, low.id == SamePerson.low_id).join(high, high.id == SamePerson.high_id)
    here = or_(shape.of_ward(low.ward_id), shape.of_ward(high.ward_id))
    return query.where(SamePerson.status == SameStatus.WAITING, here)


SOURCES: dict[Source, tuple[WaitKind, ...]] = {
    hellos: (WaitKind.HELLO,),
    meetings: (WaitKind.MEETING,),
    calls: (WaitKind.CALL,),
    host_records: (WaitKind.HOST_RECORD,),
    same_people: (WaitKind.SAME_PERSON,),
}
OFFSETS = (SOON, RUNS_OUT_WITHIN)
