"""Guests: people without an account, known by a name and one contact."""

from sqlalchemy import select

from participate.accounts.current import keyed_hash
from participate.accounts.models import Person
from participate.accounts.words import Channel, PersonKind
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db


def hash_of(channel: Channel, contact: str) -> str:
    """The keyed hash by which a guest's contact is found again."""
    return keyed_hash("guest", f"{channel}:{contact}")


def find_guest(channel: Channel, contact: str) -> Person | None:
    """The guest with this contact, or None."""
    query = select(Person).where(Person.kind == PersonKind.GUEST, Person.contact_hash == hash_of(channel, contact))
    return db.session.scalar(query)


def meet_guest(name: str, channel: Channel, contact: str) -> Person:
    """The guest with this contact, made if there is none. A unique index keeps two from being made at once."""
    known = find_guest(channel, contact)
    if known is not None:
        return known
    guest = Person(
        kind=PersonKind.GUEST, name=name, joined_at=clock.now(), contact_hash=hash_of(channel, contact),
        email=contact if channel is Channel.MAIL else None, phone=contact if channel is Channel.TEXT else None,
    )  # fmt: skip
    db.session.add(guest)
    db.session.flush()
    record(None, "met", "person", guest.id)
    return guest


def write_down(actor_id: int, name: str) -> Person:
    """Somebody without e-mail and mobile, written down by staff or a keeper with her consent: a name, nothing more."""
    entered = Person(kind=PersonKind.ENTERED, name=name, joined_at=clock.now())
    db.session.add(entered)
    db.session.flush()
    record(actor_id, "wrote down", "person", entered.id)
    return entered
