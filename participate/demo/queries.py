"""Reading what the demo made."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from participate.accounts.models import Person
from participate.core.db import db
from participate.demo.content import reading
from participate.demo.models import DemoRange
from participate.demo.words import PARTS


@dataclass(frozen=True)
class SignInLine:
    """Somebody whom a visitor of the demo may be."""

    email: str
    name: str
    what: str


def list_ranges() -> Sequence[DemoRange]:
    """The rows of the demo, a range a table; empty when there is no demo."""
    return db.session.scalars(select(DemoRange).order_by(DemoRange.id)).all()


def list_sign_ins() -> list[SignInLine]:
    """The cast of the demo in its order: resident, host, keeper, staff, officer, admin. Empty without a demo."""
    own = next((one for one in list_ranges() if one.table_name == "person"), None)
    if own is None:
        return []
    cast = reading.tables("cast")
    emails = [one["email"] for one in cast]
    made = select(Person).where(Person.id.between(own.first_id, own.last_id), Person.email.in_(emails))
    names = {person.email: person.name for person in db.session.scalars(made.order_by(Person.id))}
    return [SignInLine(one["email"], names[one["email"]], PARTS[one["part"]]) for one in cast if one["email"] in names]
