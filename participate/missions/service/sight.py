"""What staff take off the pages and show again: missions and what partners reported."""

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.missions.models import Mission, MissionOutcome

Thing = Mission | MissionOutcome


def hide(actor_id: int | None, thing: Thing, reason: str) -> None:
    """Off every page and out of every count; its own people still see it, with the reason."""
    thing.hidden_at, thing.hidden_because = clock.now(), reason
    _note(actor_id, "hidden", thing)


def restore(actor_id: int | None, thing: Thing) -> None:
    """Show it again."""
    thing.hidden_at, thing.hidden_because = None, ""
    _note(actor_id, "restored", thing)


def _note(actor_id: int | None, verb: str, thing: Thing) -> None:
    record(actor_id, verb, thing.__tablename__, thing.id)
    db.session.flush()
