"""Reading who holds which role."""

from collections.abc import Sequence

from sqlalchemy import Row, select

from participate.accounts.models import Person, RoleHeld
from participate.accounts.words import PersonStatus, Role
from participate.core.db import db
from participate.core.paging import Page, page_of_rows


def list_role_holders(role: str, subject: str) -> Sequence[Person]:
    """The active persons who hold `role` for `subject`, oldest first."""
    query = select(Person).join(RoleHeld, RoleHeld.person_id == Person.id)
    held = (RoleHeld.role == role, RoleHeld.subject == subject, Person.status == PersonStatus.ACTIVE)
    return db.session.scalars(query.where(*held).order_by(Person.id)).unique().all()


def has_admin() -> bool:
    """Whether anybody is an admin already."""
    return db.session.scalar(select(RoleHeld.id).where(RoleHeld.role == "admin").limit(1)) is not None


def find_role(held_id: int) -> RoleHeld | None:
    """A role that somebody holds, or None."""
    return db.session.get(RoleHeld, held_id)


def page_of_roles(roles: Sequence[Role], number: int) -> Page[Row[RoleHeld, Person]]:
    """A page of (role held, person) for these roles, by name."""
    query = select(RoleHeld, Person).join(Person, Person.id == RoleHeld.person_id).where(RoleHeld.role.in_(roles))
    return page_of_rows(query.order_by(Person.name, RoleHeld.id), number)
