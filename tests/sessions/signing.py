"""Sign-ups for the tests."""

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.sessions.models import Session, SignUp
from participate.sessions.words import HOLDS_SEAT, SignUpStatus
from tests.street import add


def sign_up(session: Session, person: Person, status: SignUpStatus = SignUpStatus.GOING, **more: object) -> SignUp:
    """A sign-up as a row, its seat counted. Committed."""
    now = clock.now()
    queued = now if status is SignUpStatus.WAITING else None
    given = {"salt": "s" * 32, "made_at": now, "changed_at": now, "queued_at": queued, "heads": 1}
    made = SignUp(session_id=session.id, person_id=person.id, status=status, **given | more)
    add(made)
    if status in HOLDS_SEAT:
        db.session.get_one(Session, session.id).taken += made.heads
    db.session.commit()
    return made
