"""Reading who meets at a session that should not. For the hub's staff alone."""

from collections.abc import Sequence
from itertools import combinations

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from participate.accounts.models import Apart, Person
from participate.core import clock
from participate.core.db import db
from participate.core.text import short_name
from participate.places.queries import nearest_hub
from participate.sessions.models import Session, SignUp
from participate.sessions.queries.care import hub_of
from participate.sessions.words import ACTIVE, SessionStatus

MOST_SHARED = 50


def list_there(session: Session) -> set[int]:
    """The ids of those who mean to be there: signed up, host or buddy."""
    query = select(SignUp.person_id).where(SignUp.session_id == session.id, SignUp.status.in_(ACTIVE))
    run = {each for each in (session.host_id, session.buddy_id) if each is not None}
    return set(db.session.scalars(query)) | run


def hub_that_looks(session: Session) -> int | None:
    """The hub whose staff look after a session: its own, or the nearest."""
    near = nearest_hub(session.ward_id, session.square)
    return hub_of(session) or (near.id if near is not None else None)


def list_shared(one_id: int, other_id: int) -> Sequence[Session]:
    """The sessions still to come at which both mean to be, the soonest first."""
    query = select(Session).where(Session.ends_at > clock.now(), Session.status != SessionStatus.CANCELLED)
    for person_id in (one_id, other_id):
        signed = select(SignUp.session_id).where(SignUp.person_id == person_id, SignUp.status.in_(ACTIVE))
        query = query.where(or_(Session.id.in_(signed), Session.host_id == person_id, Session.buddy_id == person_id))
    return db.session.scalars(query.order_by(Session.starts_at, Session.id).limit(MOST_SHARED)).all()


def list_pairs_apart(session: Session, but_id: int | None = None) -> list[tuple[str, str]]:
    """Who of those at a session are kept apart, by first names and an initial. Nothing says who asked for it.

    `but_id`: the reader, who hears nothing about herself.
    """
    there = list_there(session) - {but_id}
    one, other = aliased(Person), aliased(Person)
    query = select(one.id, one.name, other.id, other.name).select_from(Apart)
    query = query.join(one, one.id == Apart.person_id).join(other, other.id == Apart.other_id)
    rows = db.session.execute(query.where(one.id.in_(there), other.id.in_(there)).order_by(Apart.id)).all()
    names = {number: short_name(name) for row in rows for number, name in ((row[0], row[1]), (row[2], row[3]))}
    pairs = {frozenset((row[0], row[2])) for row in rows}
    in_order = sorted(names, key=lambda each: (names[each], each))
    return [(names[a], names[b]) for a, b in combinations(in_order, 2) if frozenset((a, b)) in pairs]
