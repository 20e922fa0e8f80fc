"""Members in the order of their numbers, for work that goes through all of them a few at a time."""

from collections.abc import Sequence

from sqlalchemy import select

from participate.accounts.models import Person
from participate.accounts.words import PersonKind, PersonStatus
from participate.core.db import db


def list_members(after: int, most: int, nth: int = 0, of: int = 1) -> Sequence[Person]:
    """Active people with an account, or written down by staff, whose number is higher than `after`: up to `most` of
    the `nth` of so many equal parts of all of them.
    """
    member = (Person.kind != PersonKind.GUEST, Person.status == PersonStatus.ACTIVE)
    query = select(Person).where(*member, Person.id > after, Person.id % of == nth)
    return db.session.scalars(query.order_by(Person.id).limit(most)).all()
