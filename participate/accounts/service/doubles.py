"""Likely doubles are found and put before staff, each pair once."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from participate.accounts.models import Person, SamePerson
from participate.accounts.rules.doubles import Known, doubles
from participate.accounts.words import PersonStatus, SameWhy
from participate.core import clock
from participate.core.db import db

_WHAT = (Person.id, Person.kind, Person.name, Person.email, Person.phone, Person.ring, Person.ward_id)


def find_doubles() -> int:
    """Look at everybody once; how many new pairs there are. One statement, and one for what is known."""
    query = select(*_WHAT).where(Person.status == PersonStatus.ACTIVE).order_by(Person.id)
    return note_doubles(doubles(Known(*row) for row in db.session.execute(query)).items())


def find_doubles_of(person_id: int) -> int:
    """Look at one who was just written down, walked in or joined."""
    one = db.session.get(Person, person_id)
    if one is None or not one.is_active:
        return 0
    contacts = [each for each in (one.email, one.phone) if each]
    near = (Person.email.in_(contacts)) | (Person.phone.in_(contacts)) | (Person.ring != "") & (Person.ring == one.ring)
    if one.ward_id is not None:
        near |= Person.ward_id == one.ward_id
    query = select(*_WHAT).where(Person.status == PersonStatus.ACTIVE, near | (Person.id == person_id))
    pairs = doubles(Known(*row) for row in db.session.execute(query.order_by(Person.id)))
    return note_doubles((pair, why) for pair, why in pairs.items() if person_id in pair)


def note_doubles(pairs: Iterable[tuple[tuple[int, int], SameWhy]]) -> int:
    """Put pairs before staff that nobody was asked about before. Returns how many."""
    wanted = dict(pairs)
    if not wanted:
        return 0
    known = {tuple(row) for row in db.session.execute(select(SamePerson.low_id, SamePerson.high_id))}
    new = 0
    for (low, high), why in sorted(wanted.items()):
        if (low, high) not in known:
            new += _note(low, high, why)
    return new


def _note(low: int, high: int, why: SameWhy) -> int:
    try:
        with db.session.begin_nested():
            db.session.add(SamePerson(low_id=low, high_id=high, why=why, found_at=clock.now()))
    except IntegrityError:
        return 0  # another worker was a moment quicker
    return 1
