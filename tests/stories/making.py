"""Stories, attendance and sign-ups for the tests."""

from datetime import datetime, timedelta

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.sessions.models import Attendance, Session, SignUp
from participate.sessions.queries.sign_ups import token_of
from participate.sessions.words import HOLDS_SEAT, CameBy, SignUpStatus
from participate.stories.models import Story
from tests.sessions import making
from tests.street import Street, add

DAY = timedelta(days=1)
SAID = {"title": "Forty jars of jam", "words": "We stirred for two hours.", "learnt": "", "made": "", "numbers": ""}


def past_session(street: Street, days: float = 3, **more: object) -> Session:
    """A session of the street's project that is over. Committed."""
    return making.session(street, clock.now() - days * DAY, **more)


def came(session: Session, person: Person | None, **more: object) -> Attendance:
    """Somebody was in the room. Committed."""
    facts = {"person_id": person.id if person else None, "came_by": CameBy.WALK_IN, "came_at": session.starts_at}
    row = Attendance(session_id=session.id, **(facts | more))
    add(row)
    db.session.commit()
    return row


def signed_up(session: Session, person: Person, **more: object) -> SignUp:
    """Somebody said that she comes; her seat is counted. Committed."""
    at = session.starts_at - DAY
    facts = {"status": SignUpStatus.GOING, "salt": "s" * 32, "made_at": at, "changed_at": at, "heads": 1}
    row = SignUp(session_id=session.id, person_id=person.id, **(facts | more))
    add(row)
    if row.status in HOLDS_SEAT:
        session.taken += row.heads
    db.session.commit()
    return row


def link_of(sign_up: SignUp) -> str:
    """The secret part of her link."""
    return token_of(sign_up)


def story(street: Street, **more: object) -> Story:
    """What Chidi tells of Amina's project. Committed."""
    at: datetime = more.pop("made_at", clock.now())  # type: ignore[assignment]
    facts = {"project_id": street.project.id, "person_id": street.chidi.id, "made_at": at, "changed_at": at}
    row = Story(**(SAID | facts | more))
    add(row)
    db.session.commit()
    return row
