"""Reading who never meets whom. Every list of people, or of what people made for people, asks here.

A list takes one of three ways: `not_apart(column, person_id)` in its own statement; `ids_apart(person_id)` for what
is already in hand; `are_apart(a, b)` for one pair. All look both ways: whoever asked for it, both are out of sight.
"""

from typing import Any

from flask import g, has_request_context, request
from sqlalchemy import ColumnElement, Select, and_, exists, or_, select, true, union
from sqlalchemy.orm import InstrumentedAttribute

from participate.accounts.models import Apart, Person
from participate.accounts.words import ApartBy
from participate.core.db import db
from participate.core.paging import Page, page_of_rows
from participate.core.text import first_name

NOBODY: frozenset[int] = frozenset()
Whose = InstrumentedAttribute[Any] | ColumnElement[Any]


def ids_apart(person_id: int | None) -> frozenset[int]:
    """Everybody kept apart from her, whoever asked for it. Empty for a stranger. One statement a request."""
    if person_id is None:
        return NOBODY
    if not has_request_context():
        return _read(person_id)
    # A request's own: where one application context serves several requests, what the last one knew is not used.
    kept = g.get("apart")
    if kept is None or kept[0] is not request.environ:
        kept = g.apart = (request.environ, {})
    if person_id not in kept[1]:
        kept[1][person_id] = _read(person_id)
    return kept[1][person_id]


def forget_apart() -> None:
    """After a change, what this request knew is read again."""
    g.pop("apart", None)


def _read(person_id: int) -> frozenset[int]:
    return frozenset(db.session.scalars(select_apart(person_id)))


def select_apart(person_id: int) -> Select[tuple[int]]:
    """The ids of everybody kept apart from her, as a statement."""
    mine = select(Apart.other_id.label("id")).where(Apart.person_id == person_id)
    theirs = select(Apart.person_id.label("id")).where(Apart.other_id == person_id)
    return select(union(mine, theirs).subquery().c.id)


def are_apart(a_id: int | None, b_id: int | None) -> bool:
    """Whether these two never meet."""
    return a_id is not None and b_id is not None and b_id in ids_apart(a_id)


def not_apart(column: Whose, person_id: int | None) -> ColumnElement[bool]:
    """SQL: `column` (a person's id, or NULL) is nobody kept apart from `person_id`. True for a stranger."""
    if person_id is None:
        return true()
    return or_(column.is_(None), column.not_in(select_apart(person_id)))


def none_apart(column: Whose, with_whom: Whose) -> ColumnElement[bool]:
    """SQL between two columns of persons' ids: these two are not kept apart (for jobs that pair many with many)."""
    pair = or_(
        and_(Apart.person_id == column, Apart.other_id == with_whom),
        and_(Apart.person_id == with_whom, Apart.other_id == column),
    )
    return ~exists().where(pair)


def page_of_own_apart(person_id: int, number: int) -> Page[tuple[Apart, str]]:
    """Whom she asked not to meet, with the first name, the newest first."""
    query = select(Apart, Person.name).join(Person, Person.id == Apart.other_id)
    query = query.where(Apart.person_id == person_id, Apart.by == ApartBy.HERSELF)
    page = page_of_rows(query.order_by(Apart.made_at.desc(), Apart.id), number)
    return Page([(kept, first_name(name)) for kept, name in page.items], page.number, page.size, page.total)


def find_own_apart(person_id: int, apart_id: int) -> Apart | None:
    """What she herself asked for; None for anybody else's wish, or the hub's."""
    kept = (Apart.id == apart_id, Apart.person_id == person_id, Apart.by == ApartBy.HERSELF)
    return db.session.scalar(select(Apart).where(*kept))
