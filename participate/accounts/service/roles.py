"""Roles: given, taken back, and the first admin."""

from sqlalchemy import select

from participate.accounts import queries
from participate.accounts.models import Person, RoleHeld
from participate.accounts.words import Role
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.core.words import mark


class AdminExists(RuleBroken):
    """The first admin is made once."""

    message = mark("There is an admin already. An admin can make another.")


def grant(actor_id: int | None, person: Person, role: Role, subject: str = "") -> None:
    """Let `person` hold `role` for `subject` ("project:42", or "" for the whole site). Twice is once."""
    if person.holds(role, subject):
        return
    person.roles.append(RoleHeld(role=role, subject=subject, since=clock.now()))
    record(actor_id, f"granted {role}", "person", person.id)
    db.session.flush()


def revoke(actor_id: int | None, person: Person, role: Role, subject: str = "") -> None:
    """Take a role back. Nothing happens if she does not hold it."""
    for held in [each for each in person.roles if each.role == role and each.subject == subject]:
        person.roles.remove(held)
        record(actor_id, f"revoked {role}", "person", person.id)
    db.session.flush()


def make_first_admin(email: str, name: str) -> Person:
    """The first admin of a new site; she signs in by code. Raises AdminExists the second time."""
    if queries.has_admin():
        raise AdminExists
    person = db.session.scalar(select(Person).where(Person.email == email).order_by(Person.id).limit(1))
    if person is None:
        person = Person(name=name, email=email, adult_at=clock.now(), joined_at=clock.now())
        db.session.add(person)
        db.session.flush()
        record(None, "joined", "person", person.id)
    grant(None, person, Role.ADMIN)
    return person
