"""What somebody wants to hear from us."""

import secrets
from collections.abc import Collection

from sqlalchemy import delete

from participate.accounts.models import Person
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.notifications.models import Attention, Bounce, Told
from participate.notifications.queries import find_attention
from participate.notifications.words import Choice, Way


def choose(actor_id: int | None, person_id: int, choice: Choice) -> Attention:
    """Keep what she chose. `actor_id` is None where she followed the address in a mail.

    A new choice makes the addresses in older mails worthless.
    """
    chosen, salt = find_attention(person_id), secrets.token_hex(16)
    if chosen is None:
        chosen = Attention(person_id=person_id, choice=choice, salt=salt, changed_at=clock.now())
        db.session.add(chosen)
    elif chosen.choice is not choice:
        chosen.choice, chosen.changed_at = choice, clock.now()
        chosen.salt = salt if choice is Choice.WEEKLY else chosen.salt
    else:
        return chosen
    record(actor_id, f"chose {choice.value}", "person", person_id)
    db.session.flush()
    return chosen


def stop_weekly(chosen: Attention) -> None:
    """No weekly mail any more. Twice is once."""
    if chosen.choice is Choice.WEEKLY:
        choose(None, chosen.person_id, Choice.ONLY_YES)


def proved(person: Person, way: Way) -> None:
    """A code reached her on this way: it works again."""
    db.session.execute(delete(Bounce).where(Bounce.person_id == person.id, Bounce.way == way))
    person.bounced_at = None


def note_told(person_id: int, what: Collection[str]) -> None:
    """Remember what a weekly mail told her."""
    now = clock.now()
    db.session.add_all(Told(person_id=person_id, what=each, at=now) for each in sorted(set(what)))
    db.session.flush()
