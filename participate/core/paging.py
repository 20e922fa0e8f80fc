"""Lists come in pages, always."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, TypeVarTuple

from flask import request
from sqlalchemy import Row, Select, func, select

from participate.core.db import db

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
SIZE = 20
LAST_PAGE = 10_000


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page of a list: `items`, its `number` (from 1), the `size` of a page and the `total` of all."""

    items: Sequence[T]
    number: int
    size: int
    total: int

    @property
    def first(self) -> int:
        return (self.number - 1) * self.size + 1 if self.items else 0

    @property
    def last(self) -> int:
        return (self.number - 1) * self.size + len(self.items)

    @property
    def has_next(self) -> bool:
        return self.number * self.size < self.total

    @property
    def has_previous(self) -> bool:
        return self.number > 1


def asked_page() -> int:
    """The page number in `?page=`, from 1; anything else is 1."""
    text = request.args.get("page", "1")
    return min(int(text), LAST_PAGE) if text.isascii() and text.isdecimal() and 0 < len(text) < 6 and int(text) else 1


def _counted(query: Select[*tuple[Any, ...]]) -> int:
    return db.session.scalar(select(func.count()).select_from(query.order_by(None).options().subquery())) or 0


def page_of_rows(query: Select[*Ts], number: int, size: int = SIZE) -> Page[Row[*Ts]]:
    """As `page_of`, for a query of several columns: the items are rows."""
    total = _counted(query)
    return Page(db.session.execute(query.limit(size).offset((number - 1) * size)).all(), number, size, total)


def page_of(query: Select[T], number: int, size: int = SIZE) -> Page[T]:
    """Page `number` of `query`, whose order must be stable. Two statements: the rows and their count."""
    total = _counted(query)
    items = db.session.scalars(query.limit(size).offset((number - 1) * size)).unique().all()
    return Page(items, number, size, total)


def page_of_list(items: Sequence[T], number: int, size: int = SIZE) -> Page[T]:
    """Page `number` of a list that is already at hand."""
    return Page(items[(number - 1) * size : number * size], number, size, len(items))
