"""Joining, signing in, ending sign-ins."""

from datetime import timedelta

from sqlalchemy import delete, update

from participate.accounts.current import keyed_hash, new_secret
from participate.accounts.models import Code, Person, SignIn
from participate.accounts.service.doubles import find_doubles_of
from participate.accounts.service.guests import find_guest
from participate.accounts.service.tablets import take_in_hand
from participate.accounts.words import Channel, PersonKind
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db

KEPT_ENDED = timedelta(days=90)
KEPT_CODES = timedelta(days=1)


def join(name: str, channel: Channel, contact: str, ward_id: int | None, square: int | None) -> Person:
    """A person with an account, an adult by her own word, whose contact a code has proved.

    A guest with the same contact becomes this account and keeps what it did.
    """
    now = clock.now()
    known = find_guest(channel, contact)
    # Whoever the guest turned out to be has an account of her own: this is another adult at the same contact.
    person = known if known is not None and known.kind is PersonKind.GUEST else Person(joined_at=now)
    person.kind, person.name, person.contact_hash = PersonKind.ACCOUNT, name, None
    person.ward_id, person.square, person.adult_at = ward_id, square, now
    person.email = contact if channel is Channel.MAIL else None
    person.phone = contact if channel is Channel.TEXT else None
    db.session.add(person)
    db.session.flush()
    record(person.id, "joined", "person", person.id)
    find_doubles_of(person.id)
    return person


def change_person(person: Person, name: str, ward_id: int | None, square: int | None) -> None:
    """A person changes her own name or neighbourhood."""
    person.name, person.ward_id, person.square = name, ward_id, square
    record(person.id, "changed", "person", person.id)
    db.session.flush()


def start_sign_in(person: Person, browser_name: str, borrowed: bool, tablet_id: int | None = None) -> str:
    """Sign `person` in on this browser, or on this tablet of a hub, which then is hers alone.

    Returns the secret for its cookie; the row keeps only its hash.
    """
    if tablet_id is not None:
        take_in_hand(tablet_id)
    token, now = new_secret(), clock.now()
    held = SignIn(
        person_id=person.id, token_hash=keyed_hash("sign-in", token), browser_name=browser_name[:60],
        borrowed=borrowed, tablet_id=tablet_id, made_at=now, seen_at=now,
    )  # fmt: skip
    db.session.add(held)
    db.session.flush()
    record(person.id, "signed in", "sign_in", held.id)
    return token


def end_sign_in(actor_id: int, sign_in_id: int) -> None:
    """End one sign-in. Its cookie is dead on the next request, in every worker."""
    _end(SignIn.id == sign_in_id)
    record(actor_id, "ended", "sign_in", sign_in_id)
    db.session.flush()


def end_all(person: Person) -> None:
    """End every sign-in of a person."""
    _end(SignIn.person_id == person.id)
    record(person.id, "ended all sign-ins", "person", person.id)
    db.session.flush()


def _end(which: object) -> None:
    db.session.execute(
        update(SignIn).where(which, SignIn.ended_at.is_(None)).values(ended_at=clock.now())  # type: ignore[arg-type]
        .execution_options(synchronize_session=False)
    )  # fmt: skip


def forget_old() -> None:
    """Delete codes after a day and ended or idle sign-ins after ninety."""
    now = clock.now()
    db.session.execute(delete(Code).where(Code.made_at < now - KEPT_CODES))
    db.session.execute(delete(SignIn).where(SignIn.ended_at < now - KEPT_ENDED))
    db.session.execute(delete(SignIn).where(SignIn.seen_at < now - KEPT_ENDED))
