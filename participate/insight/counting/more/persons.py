"""Who somebody is in the end, and where she lives."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute

from participate.accounts.models import Person
from participate.insight.counting.held import roots


def whole(column: ColumnElement[Any] | InstrumentedAttribute[Any], query: Select) -> Select:
    """The query with the column `person` beside its own: after merging. It keeps rows in which nobody is named."""
    root = roots()
    return query.add_columns(func.coalesce(root.c.root, column).label("person")).outerjoin(root, root.c.id == column)


def living(rows: Select) -> Select:
    """(ward, person) of each different person of a query that has the column `person`."""
    found = rows.subquery()
    who = select(found.c.person).where(found.c.person.is_not(None)).distinct().subquery()
    return select(Person.ward_id.label("ward"), Person.id.label("person")).join(who, who.c.person == Person.id)
