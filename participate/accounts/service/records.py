"""Staff saw a certificate, or gave an induction: the fact and its dates are noted, never the paper or its number."""

from datetime import date

from participate.accounts.models import HostRecord, Person
from participate.accounts.queries.records import find_record
from participate.accounts.rules import records as rules
from participate.accounts.words import RecordKind
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db


def note_record(actor_id: int, person: Person, kind: RecordKind, seen_on: date, expires_on: date | None) -> HostRecord:
    """One line of each kind: seeing it again takes the place of the last time.

    Raises OwnRecord, SeenTomorrow, EndsFirst or TooFar.
    """
    if actor_id == person.id:
        raise rules.OwnRecord
    rules.check_days(seen_on, expires_on, clock.today())
    held = find_record(person.id, kind) or HostRecord(person_id=person.id, kind=kind)
    held.seen_on, held.expires_on, held.seen_by = seen_on, expires_on, actor_id
    db.session.add(held)
    db.session.flush()
    record(actor_id, "noted", "host_record", held.id)
    return held


def remove_record(actor_id: int, held: HostRecord) -> None:
    """It was a slip, or she wants it gone. Raises OwnRecord."""
    if actor_id == held.person_id:
        raise rules.OwnRecord
    record(actor_id, "removed", "host_record", held.id)
    db.session.delete(held)
    db.session.flush()
