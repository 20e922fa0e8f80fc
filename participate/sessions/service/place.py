"""A session without a place, or in one that does not suit, takes a space that fits: in one press."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from participate.core import clock
from participate.core.db import db
from participate.core.i18n import date_line
from participate.sessions import rules
from participate.sessions.models import Session
from participate.sessions.queries import lock_sessions
from participate.sessions.service.changing import apply
from participate.sessions.service.news import tell_moved
from participate.sessions.service.planning import When, Where, facts_of, placed
from participate.sessions.service.rooms import follow_sessions
from participate.sessions.service.sign_ups import settle
from participate.sessions.service.whole import whole
from participate.spaces.models import Space


@whole()
def take_place(actor_id: int, sessions: Sequence[Session], space: Space) -> None:
    """These sessions of one project are in this space from now on: all of them, or none. Who gets in, and how many,
    is as the space says; nobody who has a seat loses it. Everybody who means to come hears where, once.

    Raises SessionCancelled, SessionOver, RoomTooSmall (with the day) or RoomRefused.
    """
    lock_sessions(sessions)
    for each in sessions:
        rules.check_open(each.status, each.ends_at, clock.now())
        if each.taken > space.capacity:
            raise rules.RoomTooSmall(taken=each.taken, day=date_line(each.starts_at))
        apply(actor_id, each, _columns(each, space))
        each.apart = each.apart or each.series_id is not None
    db.session.flush()
    follow_sessions(actor_id, sessions)
    tell_moved(actor_id, [(each, each.starts_at, each.ends_at) for each in sessions])
    for each in sessions:
        settle(each)


def _columns(session: Session, space: Space) -> dict[str, object]:
    when = When(session.starts_at, session.ends_at)
    begun = session.starts_at <= clock.now()
    capacity = min(space.capacity, session.capacity or space.capacity)
    facts = replace(
        facts_of(session), step_free=space.step_free, toilet=space.toilet, capacity=capacity,
        places=rules.fitted(session.places, capacity), door="",
    )  # fmt: skip
    return placed(session.project, when, Where(space), begun=begun) | asdict(facts)
