"""Reading persons, their sign-ins and codes."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Row, select
from sqlalchemy.orm import joinedload

from participate.accounts.models import Code, Person, RoleHeld, SignIn
from participate.accounts.words import Channel, PersonKind, PersonStatus, Role
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of_rows
from participate.core.text import first_name

MOST_AT_ONE_CONTACT = 8


def find_person(person_id: int | None) -> Person | None:
    """The person, or None."""
    return db.session.get(Person, person_id) if person_id is not None else None


def get_person(person_id: int) -> Person:
    """The person. Raises NotFound."""
    person = find_person(person_id)
    if person is None:
        raise NotFound
    return person


def find_sign_in(token_hash: str) -> SignIn | None:
    """The sign-in whose cookie has this secret, with its person and roles, or None."""
    query = select(SignIn).where(SignIn.token_hash == token_hash)
    return db.session.scalar(query.options(joinedload(SignIn.person).selectinload(Person.roles)))


def list_sign_ins(person_id: int) -> Sequence[SignIn]:
    """The sign-ins of a person that were not ended, the last used first."""
    query = select(SignIn).where(SignIn.person_id == person_id, SignIn.ended_at.is_(None))
    return db.session.scalars(query.order_by(SignIn.seen_at.desc(), SignIn.id).limit(50)).all()


def list_at_contact(channel: Channel, contact: str) -> Sequence[Person]:
    """The active persons with an account, or entered by staff, who share this contact, oldest first."""
    same = Person.email == contact if channel is Channel.MAIL else Person.phone == contact
    active = (Person.kind != PersonKind.GUEST, Person.status == PersonStatus.ACTIVE)
    return db.session.scalars(select(Person).where(same, *active).order_by(Person.id).limit(MOST_AT_ONE_CONTACT)).all()


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


def find_code(code_id: int) -> Code | None:
    """The one-time code, or None."""
    return db.session.get(Code, code_id)


def list_role_holders(role: str, subject: str) -> Sequence[Person]:
    """The active persons who hold `role` for `subject`, oldest first."""
    query = select(Person).join(RoleHeld, RoleHeld.person_id == Person.id)
    held = (RoleHeld.role == role, RoleHeld.subject == subject, Person.status == PersonStatus.ACTIVE)
    return db.session.scalars(query.where(*held).order_by(Person.id)).unique().all()


def has_admin() -> bool:
    """Whether anybody is an admin already."""
    return db.session.scalar(select(RoleHeld.id).where(RoleHeld.role == "admin").limit(1)) is not None


def has_suspended(channel: Channel, contact: str) -> bool:
    """Whether somebody at this contact is suspended: nobody joins anew from there."""
    same = Person.email == contact if channel is Channel.MAIL else Person.phone == contact
    query = select(Person.id).where(same, Person.status == PersonStatus.SUSPENDED)
    return db.session.scalar(query.limit(1)) is not None


def find_sign_in_by_id(sign_in_id: int) -> SignIn | None:
    """The sign-in, or None."""
    return db.session.get(SignIn, sign_in_id)


def find_role(held_id: int) -> RoleHeld | None:
    """A role that somebody holds, or None."""
    return db.session.get(RoleHeld, held_id)


def page_of_roles(roles: Sequence[Role], number: int) -> Page[Row[RoleHeld, Person]]:
    """A page of (role held, person) for these roles, by name."""
    query = select(RoleHeld, Person).join(Person, Person.id == RoleHeld.person_id).where(RoleHeld.role.in_(roles))
    return page_of_rows(query.order_by(Person.name, RoleHeld.id), number)
