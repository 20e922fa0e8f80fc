"""Somebody stands beside the host."""

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.outbox.service import promise
from participate.sessions import queries
from participate.sessions.models import Session
from participate.sessions.rules import check_open
from participate.sessions.rules import tasks as rules


def choose_buddy(actor_id: int, session: Session, buddy_id: int | None) -> None:
    """Somebody of the team or the hub is beside the host; she is told, once. None: nobody is.

    Raises NotABuddy, SessionOver or SessionCancelled.
    """
    check_open(session.status, session.ends_at, clock.now())
    names = dict(queries.list_buddies(session))
    rules.check_buddy(buddy_id, list(names))
    if buddy_id == session.buddy_id:
        return
    session.buddy_id, session.changed_at = buddy_id, clock.now()
    record(actor_id, "changed", "session", session.id)
    db.session.flush()
    if buddy_id not in (None, actor_id):
        _tell(session, buddy_id)


def _tell(session: Session, buddy_id: int) -> None:
    facts = {
        "id": session.id, "name": session.name, "host": session.host.first_name if session.host else "",
        "starts_at": session.starts_at.isoformat(), "ends_at": session.ends_at.isoformat(),
        "place": queries.place_line(session), "door": queries.door_line(session),
        "whose": {"host": session.host_id},
    }  # fmt: skip
    letter = {"name": "buddy_chosen", "person_id": buddy_id, "facts": facts}
    promise("letter", letter, key=f"buddy_chosen:{session.id}:{buddy_id}", good_until=session.ends_at)
