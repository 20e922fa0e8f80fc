"""Reading incidents, who stands in, sessions without a host, and what the hub has seen of its hosts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload, lazyload

from participate.accounts.models import HostRecord, Person
from participate.accounts.words import PersonStatus, RecordKind
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.core.text import first_name
from participate.projects.models import Project
from participate.sessions.models import Incident, Session, SignUp, StandIn
from participate.sessions.words import ACTIVE, SessionStatus, StandInStatus
from participate.spaces.models import Space

MOST = 200
SOON = timedelta(days=14)  # how far ahead a session without a host is anybody's business
EXPIRES_SOON = timedelta(days=30)
HOSTS_SINCE = timedelta(days=90)


@dataclass(frozen=True)
class Expiring:
    """Something that was seen of a host, and runs out soon or has."""

    id: int
    person_id: int
    name: str
    kind: RecordKind
    expires_on: date


@dataclass(frozen=True)
class ToRing:
    """Somebody who meant to come: how she can be rung, and whether a letter reaches her."""

    name: str
    phone: str
    note: str
    reached: bool
    heads: int


def _at_hub(hub_id: int | None) -> ColumnElement[bool]:
    """Sessions at a hub, or in a space of it; all where no hub is named."""
    if hub_id is None:
        return Session.id.is_not(None)
    return or_(Session.hub_id == hub_id, Session.space_id.in_(select(Space.id).where(Space.hub_id == hub_id)))


def list_open_incidents(hub_id: int | None, most: int = MOST) -> Sequence[Incident]:
    """The incidents at a hub (None: at all) on which something is still to be done, the soonest due first."""
    query = select(Incident).join(Incident.session).options(contains_eager(Incident.session))
    query = query.where(Incident.done_at.is_(None), _at_hub(hub_id))
    return db.session.scalars(query.order_by(*_soonest()).limit(most)).all()


def _soonest() -> tuple[Any, ...]:
    """Those with a day first, in the order of their days."""
    return Incident.follow_by.is_(None), Incident.follow_by, Incident.id


def page_of_incidents(hub_ids: Sequence[int] | None, number: int, *, done: bool) -> Page[Incident]:
    """Incidents at these hubs (None: at all), with their sessions: those open, or those done, the newest first."""
    query = select(Incident).join(Incident.session).options(contains_eager(Incident.session))
    if hub_ids is not None:
        query = query.where(or_(*(_at_hub(each) for each in hub_ids)) if hub_ids else Incident.id.is_(None))
    if done:
        return page_of(query.where(Incident.done_at.is_not(None)).order_by(Incident.id.desc()), number)
    return page_of(query.where(Incident.done_at.is_(None)).order_by(*_soonest()), number)


def get_incident(incident_id: int) -> Incident:
    """The incident with its session. Raises NotFound."""
    found = db.session.get(Incident, incident_id, options=[joinedload(Incident.session).joinedload(Session.space)])
    if found is None:
        raise NotFound
    return found


def hub_of(session: Session) -> int | None:
    """The hub that answers for a session: its own, or that of its space; None where neither has one."""
    return session.hub_id or (session.space.hub_id if session.space is not None else None)


def list_hostless(hub_id: int | None, most: int = MOST) -> Sequence[Session]:
    """The sessions of the next two weeks at a hub (None: at all) that nobody hosts, the soonest first."""
    host = aliased(Person)
    query = select(Session).join(Session.project).options(contains_eager(Session.project))
    query = query.outerjoin(host, host.id == Session.host_id).where(
        Session.status == SessionStatus.PLANNED, Session.hidden_at.is_(None), Project.hidden_at.is_(None),
        Session.starts_at > clock.now(), Session.starts_at < clock.now() + SOON, _at_hub(hub_id),
        or_(Session.host_id.is_(None), host.status != PersonStatus.ACTIVE),
    )  # fmt: skip
    return db.session.scalars(query.order_by(Session.starts_at, Session.id).limit(most)).all()


def list_expiring(hub_id: int | None, most: int = MOST) -> list[Expiring]:
    """What was seen of those who host at a hub (None: anywhere) and runs out within a month, the soonest first."""
    hosts = exists().where(
        Session.host_id == HostRecord.person_id, Session.starts_at > clock.now() - HOSTS_SINCE, _at_hub(hub_id)
    )
    query = select(HostRecord.id, Person.id, Person.name, HostRecord.kind, HostRecord.expires_on)
    query = query.join(Person, Person.id == HostRecord.person_id).where(
        HostRecord.expires_on <= clock.today() + EXPIRES_SOON, Person.status == PersonStatus.ACTIVE, hosts
    )
    rows = db.session.execute(query.order_by(HostRecord.expires_on, HostRecord.id).limit(most))
    return [Expiring(id_, who, first_name(name), kind, day) for id_, who, name, kind, day in rows if day is not None]


def list_stand_ins(session_id: int) -> Sequence[StandIn]:
    """Who was, is or may be asked to host, in order, with their people. One statement."""
    query = select(StandIn).where(StandIn.session_id == session_id)
    people = joinedload(StandIn.person).options(lazyload(Person.roles), lazyload(Person.ward))
    return db.session.scalars(query.options(people).order_by(StandIn.place).limit(MOST)).all()


def find_stand_in(session_id: int, person_id: int | None) -> StandIn | None:
    """Her line among those who may be asked; or None."""
    query = select(StandIn).where(StandIn.session_id == session_id, StandIn.person_id == person_id)
    return db.session.scalar(query)


def get_stand_in(stand_in_id: int) -> StandIn | None:
    """The line by its id; or None."""
    return db.session.get(StandIn, stand_in_id)


def list_busy_ids(starts_at: datetime, ends_at: datetime) -> set[int]:
    """Who hosts something, or means to come to something, in this time."""
    held = and_(Session.starts_at < ends_at, Session.ends_at > starts_at, Session.status == SessionStatus.PLANNED)
    hosts = select(Session.host_id).where(held, Session.host_id.is_not(None))
    return set(db.session.scalars(hosts.order_by(Session.id).limit(MOST * 10)).all()) - {None}  # type: ignore[return-value]


def list_to_ring(session_id: int) -> list[ToRing]:
    """Everybody who meant to come, those first whom no letter reaches; then by name."""
    query = select(Person, SignUp.heads).join(SignUp, SignUp.person_id == Person.id)
    query = query.where(SignUp.session_id == session_id, SignUp.status.in_(ACTIVE))
    query = query.options(lazyload(Person.roles), lazyload(Person.ward)).order_by(Person.name, SignUp.id)
    people = [_to_ring(person, heads) for person, heads in db.session.execute(query)]
    return sorted(people, key=lambda each: each.reached)


def _to_ring(person: Person, heads: int) -> ToRing:
    reached = bool(person.email or person.phone) and person.bounced_at is None
    return ToRing(person.name, person.phone or person.ring, person.reach_note, reached, heads)


def is_being_asked(session_id: int) -> bool:
    """Whether somebody is asked to stand in just now."""
    query = select(StandIn.id).where(StandIn.session_id == session_id, StandIn.status == StandInStatus.ASKED)
    return db.session.scalar(query.limit(1)) is not None
