"""One line of what waits, as each source gives it: the same columns in the same order, so that the database puts them
together, in order, a page at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, String, cast, literal, null, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from participate.core.db import Moment
from participate.desk.queries.area import Shape
from participate.desk.words import Risk, WaitKind

Column = ColumnElement[Any] | Any


class start_of_day(FunctionElement[datetime]):
    """The first moment of the day in a column of days."""

    type = Moment()
    inherit_cache = True


@compiles(start_of_day)
def _on_postgresql(element: Any, compiler: Any, **more: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **more)} AS TIMESTAMP WITH TIME ZONE)"


@compiles(start_of_day, "sqlite")
def _on_sqlite(element: Any, compiler: Any, **more: Any) -> str:
    return f"({compiler.process(element.clauses, **more)} || ' 00:00:00.000000')"


@dataclass(frozen=True)
class Line:
    """The columns of one waiting thing. `kind` may be a column where one table holds several kinds.

    `since` when it began to wait; `due` by when, where that is known (else two working days of `hub`); `risk` a
    number of words.Risk; `who` a name, shown by its first word; `person` whose thing it is, so that nobody meets
    somebody from whom she is kept apart; `note` more about it; `starts` and `ends` when that is which is asked for;
    `parent` another id that its address needs; `owner` who of the staff has to answer; `claimed_by`, `claimed_until`
    where the slice itself knows who has it in hand.
    """

    kind: WaitKind | Column
    id: Column
    title: Column
    since: Column
    risk: Column
    due: Column = None
    who: Column = None
    note: Column = None
    starts: Column = None
    ends: Column = None
    parent: Column = None
    person: Column = None
    hub: Column = None
    owner: Column = None
    claimed_by: Column = None
    claimed_until: Column = None

    def select(self) -> Select[Any]:
        """These columns, and nothing else yet: the source adds its joins and conditions."""
        kind = literal(self.kind.value, String) if isinstance(self.kind, WaitKind) else self.kind
        return select(
            kind.label("kind"), self.id.label("id"), cast(self.title, String).label("title"),
            _or(self.who, String).label("who"), _or(self.note, String).label("note"),
            _or(self.starts, Moment).label("starts"), _or(self.ends, Moment).label("ends"),
            _or(self.parent, Integer).label("parent"), _or(self.person, Integer).label("person"),
            _or(self.hub, Integer).label("hub"), _or(self.owner, Integer).label("owner"), self.since.label("since"),
            _or(self.due, Moment).label("due"), self.risk.label("risk"),
            _or(self.claimed_by, Integer).label("claimed_by"), _or(self.claimed_until, Moment).label("claimed_until"),
        )  # fmt: skip


LIGHT = ("kind", "id", "since", "risk", "claimed_by", "claimed_until")  # what order and counting need
Source = Callable[[Shape], Select[Any]]


def light(query: Select[Any]) -> Select[Any]:
    """The same rows with no more than order and counting need."""
    return query.with_only_columns(*(query.selected_columns[name] for name in LIGHT), maintain_column_froms=True)


def only(query: Select[Any], ids: Column, *, grouped: bool) -> Select[Any]:
    """Those of the rows whose id is among `ids`; `grouped`: the id is made of several."""
    among = query.selected_columns["id"].element.in_(ids)
    return query.having(among) if grouped else query.where(among)


def _or(column: Column, kind: Any) -> Column:
    return cast(null(), kind) if column is None else column


def risk(is_risk: Risk) -> Column:
    """A risk as a number of SQL."""
    return literal(int(is_risk), Integer)
