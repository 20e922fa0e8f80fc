"""What somebody said yes to, written down by staff or a partner, and taken back."""

from collections.abc import Iterable

from participate.accounts import queries
from participate.accounts.models import Consent, Person
from participate.accounts.words import ConsentFor, ConsentHow
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db


def note_consents(actor_id: int, person: Person, whats: Iterable[ConsentFor], how: ConsentHow) -> None:
    """She said yes to these. What stands already stands once."""
    for what in dict.fromkeys(whats):
        if not queries.has_consent(person.id, what):
            db.session.add(
                Consent(person_id=person.id, what=what, how=how, recorded_by=actor_id, recorded_at=clock.now())
            )
            record(actor_id, "noted a yes", "person", person.id)
    db.session.flush()


def take_back(actor_id: int, consent: Consent) -> None:
    """She takes a yes back. Twice is once."""
    if consent.withdrawn_at is None:
        consent.withdrawn_at = clock.now()
        record(actor_id, "took a yes back", "person", consent.person_id)
        db.session.flush()
