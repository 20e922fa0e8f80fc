"""Guests: people without an account, known by a name and one contact."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from participate.accounts.current import keyed_hash
from participate.accounts.models import Person
from participate.accounts.queries.same import follow
from participate.accounts.service.cards import end_cards
from participate.accounts.service.consents import note_consents
from participate.accounts.service.doubles import find_doubles_of
from participate.accounts.words import Channel, ConsentFor, ConsentHow, PersonKind, PersonStatus
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db

FORGOTTEN = "–"  # stands where a name was


def hash_of(channel: Channel, contact: str) -> str:
    """The keyed hash by which a guest's contact is found again."""
    return keyed_hash("guest", f"{channel}:{contact}")


def find_guest(channel: Channel, contact: str) -> Person | None:
    """The guest with this contact, or whoever she turned out to be; or None."""
    query = select(Person).where(Person.kind == PersonKind.GUEST, Person.contact_hash == hash_of(channel, contact))
    return follow(db.session.scalar(query))


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


@dataclass(frozen=True)
class Written:
    """What staff write down of somebody who is not online. `ring`: a number to ring; `phone`: one that takes texts."""

    name: str
    ward_id: int | None = None
    language: str = "en"
    ring: str = ""
    phone: str | None = None
    reach_note: str = ""


def write_down(actor_id: int, name: str, hub_id: int | None = None) -> Person:
    """Somebody without e-mail and mobile, written down by staff or a keeper with her consent: a name, nothing more."""
    return _enter(actor_id, Person(kind=PersonKind.ENTERED, name=name, hub_id=hub_id, joined_at=clock.now()))


def write_down_at_hub(
    actor_id: int, hub_id: int, about: Written, whats: Iterable[ConsentFor], how: ConsentHow
) -> Person:
    """An adult who is not online becomes a member by her hub's hand, with what she said yes to."""
    now = clock.now()
    person = _enter(
        actor_id,
        Person(
            kind=PersonKind.ENTERED, name=about.name, hub_id=hub_id, ward_id=about.ward_id, language=about.language,
            ring=about.ring, phone=about.phone, reach_note=about.reach_note, adult_at=now, joined_at=now,
        ),
    )  # fmt: skip
    note_consents(actor_id, person, (ConsentFor.WRITTEN_DOWN, *whats), how)
    return person


def forget(actor_id: int, person: Person) -> None:
    """Somebody who was written down takes that back: no name, no contact, no card. What she came to stays counted."""
    end_cards(actor_id, person)
    person.status, person.name, person.hub_id, person.contact_hash = PersonStatus.ENDED, FORGOTTEN, None, None
    person.email, person.phone, person.ring, person.reach_note, person.square = None, None, "", "", None
    record(actor_id, "forgot", "person", person.id)
    db.session.flush()


def _enter(actor_id: int, entered: Person) -> Person:
    db.session.add(entered)
    db.session.flush()
    record(actor_id, "wrote down", "person", entered.id)
    find_doubles_of(entered.id)
    return entered
