"""Whether a person may take part: for a while not, and again. Who decides that, and why, is the moderation's."""

from sqlalchemy import update

from participate.accounts.models import Person, SignIn
from participate.accounts.words import PersonStatus
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db


def suspend(actor_id: int | None, person: Person) -> None:
    """She takes no part: every sign-in of hers is over with the next press, in every process."""
    person.status = PersonStatus.SUSPENDED
    db.session.execute(
        update(SignIn).where(SignIn.person_id == person.id, SignIn.ended_at.is_(None)).values(ended_at=clock.now())
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    record(actor_id, "suspended", "person", person.id)
    db.session.flush()


def welcome_back(actor_id: int | None, person: Person) -> None:
    """She takes part again. Nothing happens unless she was suspended."""
    if person.status is not PersonStatus.SUSPENDED:
        return
    person.status = PersonStatus.ACTIVE
    record(actor_id, "welcomed back", "person", person.id)
    db.session.flush()
