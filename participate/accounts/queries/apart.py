"""Reading who never meets whom. Every list of people, or of what people made for people, asks here.

A list takes one of three ways: `not_apart(column, person_id)` in its own statement; `ids_apart(person_id)` for what
is already in hand; `are_apart(a, b)` for one pair. All look both ways: whoever asked for it, both are out of sight.
"""

from collections.abc import Collection
from typing import Any

from flask import g, has_request_context, request
from sqlalchemy import ColumnElement, Select, and_, case, exists, or_, select, true, union
from sqlalchemy.orm import InstrumentedAttribute

from participate.accounts.models import Apart, Person
from participate.accounts.words import ApartBy
from participate.core.db import db
from participate.core.paging import Page, page_of_rows
from participate.core.text import first_name

MOST_OF_HUB = 50
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


def list_pairs_apart(person_ids: Collection[int]) -> list[tuple[int, int]]:
    """The pairs of whom one at least is among these people and who never meet. One statement."""
    if not person_ids:
        return []
    query = select(Apart.person_id, Apart.other_id)
    query = query.where(Apart.person_id.in_(person_ids) | Apart.other_id.in_(person_ids))
    return [(a, b) for a, b in db.session.execute(query.order_by(Apart.id))]


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


def list_hub_apart(person_id: int, but_id: int | None = None) -> list[tuple[Apart, str]]:
    """From whom the hub keeps somebody apart, with the name, the newest first; for its staff alone.

    `but_id`: the reader, who hears nothing about herself.
    """
    other = case((Apart.person_id == person_id, Apart.other_id), else_=Apart.person_id)
    query = select(Apart, Person.name).join(Person, Person.id == other).where(_by_hub(person_id), Person.id != but_id)
    rows = db.session.execute(query.order_by(Apart.made_at.desc(), Apart.id.desc()).limit(MOST_OF_HUB)).all()
    return [(kept, name) for kept, name in rows]


def find_hub_apart(person_id: int, apart_id: int, but_id: int | None = None) -> Apart | None:
    """What the hub decided about her; None for a wish of somebody's own, and for what is about `but_id`."""
    found = db.session.scalar(select(Apart).where(Apart.id == apart_id, _by_hub(person_id)))
    return None if found is None or but_id in (found.person_id, found.other_id) else found


def _by_hub(person_id: int) -> ColumnElement[bool]:
    return and_(Apart.by == ApartBy.HUB, or_(Apart.person_id == person_id, Apart.other_id == person_id))
