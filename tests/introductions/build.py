"""Introductions in the state that a test wants."""

from datetime import timedelta

from sqlalchemy import select

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.introductions import queries, service
from participate.introductions.models import Introduction
from participate.introductions.words import Said
from participate.outbox.models import Promise
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind
from tests.street import Street

WORDS = "baking bread"


def likes(person: Person, words: str = WORDS) -> None:
    """She says what she likes: the street's Chidi likes baking bread already."""
    profiles.add(person.id, person.id, PostingKind.INTEREST, words)
    db.session.commit()


def asked(a: Person, b: Person, meet_at: str = "") -> Introduction:
    """`a` asked to meet `b`."""
    made = service.ask(a.id, b.id, WORDS, 30, meet_at)
    db.session.commit()
    return made


def opened(a: Person, b: Person, meet_at: str = "") -> Introduction:
    """`a` asked and `b` said yes."""
    made = asked(a, b, meet_at)
    service.answer(b.id, made, Said.YES)
    db.session.commit()
    return made


def hosted(street: Street, *, accompany: bool = False) -> Introduction:
    """Amina brings Bilal and Chidi together."""
    ids = street.amina.id, street.bilal.id, street.chidi.id
    made = service.introduce(*ids, WORDS, 30, accompany=accompany, meet_at=f"hub:{street.hub.id}")
    db.session.commit()
    return made


def over(made: Introduction) -> Introduction:
    """The asking has ended, and the house has noted it."""
    with clock.stop_at(made.good_until + timedelta(minutes=1)):
        service.end_asking()
    db.session.commit()
    return made


def again(made: Introduction) -> Introduction:
    """As it stands in the database now."""
    db.session.expire_all()
    return queries.get_introduction(made.id)


def letters(person: Person) -> list[str]:
    """The names of the letters promised to somebody, in order."""
    promised = db.session.scalars(select(Promise).where(Promise.name == "letter").order_by(Promise.id))
    return [each.payload["name"] for each in promised if each.payload.get("person_id") == person.id]
