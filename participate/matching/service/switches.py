"""What of hers the matcher is to use."""

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.matching.models import SwitchedOff


def switch_off(person_id: int, subject: str) -> None:
    """The matcher is not to use this of her, in what it shows to her nor in what it shows of her to others."""
    off = SwitchedOff(person_id=person_id, subject=subject, made_at=clock.now())
    try:
        with db.session.begin_nested():
            db.session.add(off)
    except IntegrityError:
        return  # it is off already
    record(person_id, "switched off", "person", person_id)
    db.session.flush()


def switch_on(person_id: int, subject: str) -> None:
    """The matcher may use this again."""
    mine = (SwitchedOff.person_id == person_id, SwitchedOff.subject == subject)
    db.session.execute(delete(SwitchedOff).where(*mine))
    record(person_id, "switched on", "person", person_id)
    db.session.flush()
