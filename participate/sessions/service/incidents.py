"""Something went wrong at a session: written down in half a minute, and looked after by the hub."""

from datetime import date, timedelta

from sqlalchemy import delete

from participate.accounts.queries import list_role_holders
from participate.accounts.words import Role
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.outbox.service import promise
from participate.sessions import queries
from participate.sessions.models import Incident, Session

KEPT = timedelta(days=3 * 365)


def note_incident(
    actor_id: int, session: Session, words: str, told: str, follow_up: str, follow_by: date | None
) -> Incident:
    """Write it down. The staff of the hub hear that there is something to read, not what."""
    made = Incident(
        session_id=session.id, words=words, told=told, follow_up=follow_up, follow_by=follow_by, made_by=actor_id,
        made_at=clock.now(),
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    record(actor_id, "noted", "incident", made.id)
    hub_id = queries.hub_of(session)
    for each in list_role_holders(Role.STAFF, f"hub:{hub_id}") if hub_id is not None else ():
        if each.id != actor_id:
            facts = {"id": made.id, "starts_at": session.starts_at.isoformat(), "ends_at": session.ends_at.isoformat()}
            letter = {"name": "incident_noted", "person_id": each.id, "facts": facts, "about": f"incident:{made.id}"}
            promise("letter", letter, key=f"incident_noted:{made.id}:{each.id}")
    return made


def finish_incident(actor_id: int, incident: Incident) -> None:
    """What was to be done is done. Twice is once."""
    if incident.done_at is None:
        incident.done_at, incident.done_by = clock.now(), actor_id
        record(actor_id, "finished", "incident", incident.id)
        db.session.flush()


def reopen_incident(actor_id: int, incident: Incident) -> None:
    """There is something to do after all."""
    if incident.done_at is not None:
        incident.done_at, incident.done_by = None, None
        record(actor_id, "reopened", "incident", incident.id)
        db.session.flush()


def forget_incidents() -> None:
    """What is done is kept for three years."""
    old = delete(Incident).where(Incident.done_at < clock.now() - KEPT)
    db.session.execute(old.execution_options(synchronize_session=False))
