"""Reading what the hub has seen of its hosts."""

from collections.abc import Sequence

from sqlalchemy import select

from participate.accounts.models import HostRecord
from participate.accounts.words import RecordKind
from participate.core.db import db
from participate.core.errors import NotFound

MOST = 50


def list_records(person_id: int) -> Sequence[HostRecord]:
    """What was seen of one person, by kind."""
    query = select(HostRecord).where(HostRecord.person_id == person_id)
    return db.session.scalars(query.order_by(HostRecord.kind, HostRecord.id).limit(MOST)).all()


def find_record(person_id: int, kind: RecordKind) -> HostRecord | None:
    """What was seen of one person, of one kind; or None."""
    return db.session.scalar(select(HostRecord).where(HostRecord.person_id == person_id, HostRecord.kind == kind))


def get_record(person_id: int, record_id: int) -> HostRecord:
    """One line of her record. Raises NotFound."""
    found = db.session.get(HostRecord, record_id)
    if found is None or found.person_id != person_id:
        raise NotFound
    return found
