"""Rows that something else makes of the demo's rows are the demo's too, and go with it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import func, select

from participate.core.db import db, transaction
from participate.demo.models import DemoRange


@contextmanager
def adopting(*tables: str) -> Iterator[None]:
    """Whatever is added to these tables within the block is the demo's. For tables that the demo does not fill itself,
    at a time when nobody else writes to them.
    """
    before = {table: _highest(table) for table in tables}
    db.session.rollback()
    yield
    with transaction() as session:
        for table, last in before.items():
            highest = _highest(table)
            if highest > last:
                session.add(DemoRange(table_name=table, first_id=last + 1, last_id=highest))


def _highest(table: str) -> int:
    return db.session.scalar(select(func.max(db.metadata.tables[table].c.id))) or 0
