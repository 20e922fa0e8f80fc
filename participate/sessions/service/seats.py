"""Seats are taken and given back: under the session's lock, by one conditional UPDATE, with a CHECK behind it."""

from sqlalchemy import func, or_, select, update

from participate.core.db import db
from participate.sessions.models import Session, SignUp


def hold(session_id: int) -> Session:
    """The session as it stands now, held until the transaction ends: whoever else signs up waits.

    SQLite has one writer, who began before he read. On PostgreSQL the row is locked first of all, always, so that
    two who change the same session cannot wait for each other.
    """
    query = select(Session).where(Session.id == session_id).with_for_update(key_share=True, of=Session)
    return db.session.scalars(query.execution_options(populate_existing=True)).one()


def hold_for(sign_up: SignUp) -> Session:
    """The session of a sign-up, held; the sign-up as it stands now."""
    session = hold(sign_up.session_id)
    db.session.refresh(sign_up)
    return session


def take(session: Session, heads: int, *, to_the_limit: bool = False) -> bool:
    """Take seats for `heads` if they are free: within the places, or `to_the_limit` of the room. False: nothing done.

    Negative `heads` give back.
    """
    limit = Session.capacity if to_the_limit else func.coalesce(Session.places, Session.capacity)
    after = Session.taken + heads
    room = after >= 0 if heads <= 0 else or_(limit.is_(None), after <= limit)
    changed = db.session.execute(
        update(Session).where(Session.id == session.id, room).values(taken=after)
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    db.session.refresh(session, ["taken"])
    return changed.rowcount == 1  # type: ignore[attr-defined]


def give_back(session: Session, heads: int) -> None:
    """Seats are free again. Raises RuntimeError when more would be given back than were taken."""
    if not take(session, -heads):
        raise RuntimeError(f"session {session.id} gives back more seats than were taken")
