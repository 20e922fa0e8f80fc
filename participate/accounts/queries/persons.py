"""Reading persons."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import lazyload

from participate.accounts.models import Person
from participate.accounts.queries.same import is_at_contact
from participate.accounts.words import Channel, PersonKind, PersonStatus
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.text import first_name

MOST_AT_ONE_CONTACT = 8


def find_person(person_id: int | None) -> Person | None:
    """The person, or None."""
    return db.session.get(Person, person_id) if person_id is not None else None


def find_without_roles(person_id: int) -> Person | None:
    """The person, or None; of whom nobody asks what she holds. One statement."""
    return db.session.get(Person, person_id, options=[lazyload(Person.roles)])


def get_person(person_id: int) -> Person:
    """The person. Raises NotFound."""
    person = find_person(person_id)
    if person is None:
        raise NotFound
    return person


def list_at_contact(channel: Channel, contact: str) -> Sequence[Person]:
    """The active persons with an account, or entered by staff, who share this contact, oldest first.

    Also where it was the contact of an account that turned out to be hers.
    """
    same = Person.email == contact if channel is Channel.MAIL else Person.phone == contact
    active = (Person.kind != PersonKind.GUEST, Person.status == PersonStatus.ACTIVE)
    query = select(Person).where(same | is_at_contact(contact), *active)
    return db.session.scalars(query.order_by(Person.id).limit(MOST_AT_ONE_CONTACT)).all()


def list_persons(ids: Iterable[int]) -> dict[int, Person]:
    """Active persons by id; whoever is suspended, gone or unknown is left out. One statement."""
    wanted = list(set(ids))
    query = select(Person).where(Person.id.in_(wanted), Person.status == PersonStatus.ACTIVE)
    return {person.id: person for person in db.session.scalars(query.order_by(Person.id))} if wanted else {}


def first_names_of(ids: Iterable[int]) -> dict[int, str]:
    """First names of active persons by id, for cards. One statement."""
    wanted = set(ids)
    query = select(Person.id, Person.name).where(Person.id.in_(wanted), Person.status == PersonStatus.ACTIVE)
    return {number: first_name(name) for number, name in db.session.execute(query)} if wanted else {}


def has_suspended(channel: Channel, contact: str) -> bool:
    """Whether somebody at this contact is suspended: nobody joins anew from there."""
    same = Person.email == contact if channel is Channel.MAIL else Person.phone == contact
    query = select(Person.id).where(same, Person.status == PersonStatus.SUSPENDED)
    return db.session.scalar(query.limit(1)) is not None
