"""Reading sign-ins and one-time codes."""

from collections.abc import Sequence

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import joinedload

from participate.accounts.models import Apart, Code, Person, SignIn
from participate.core.db import db


def find_sign_in(token_hash: str) -> tuple[SignIn, bool] | None:
    """The sign-in whose cookie has this secret, with its person and roles, and whether anybody is kept apart from
    her; or None. One statement, and one for the roles.
    """
    kept = exists().where(or_(Apart.person_id == SignIn.person_id, Apart.other_id == SignIn.person_id))
    query = select(SignIn, kept.correlate(SignIn)).where(SignIn.token_hash == token_hash)
    found = db.session.execute(query.options(joinedload(SignIn.person).selectinload(Person.roles))).one_or_none()
    return None if found is None else (found[0], found[1])


def list_sign_ins(person_id: int) -> Sequence[SignIn]:
    """The sign-ins of a person that were not ended, the last used first."""
    query = select(SignIn).where(SignIn.person_id == person_id, SignIn.ended_at.is_(None))
    return db.session.scalars(query.order_by(SignIn.seen_at.desc(), SignIn.id).limit(50)).all()


def find_sign_in_by_id(sign_in_id: int) -> SignIn | None:
    """The sign-in, or None."""
    return db.session.get(SignIn, sign_in_id)


def find_code(code_id: int) -> Code | None:
    """The one-time code, or None."""
    return db.session.get(Code, code_id)
