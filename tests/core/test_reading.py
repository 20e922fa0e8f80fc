"""A transaction that only reads holds no writer up."""

import pytest
from flask import Flask
from sqlalchemy import select

from participate.audit.models import AuditRow
from participate.audit.service import record
from participate.core.db import db, reading, transaction


def test_others_write_while_somebody_reads(app: Flask) -> None:
    with transaction():
        record(None, "made", "idea", 1)
    with reading() as session:
        assert session.scalar(select(AuditRow.thing_id)) == 1
        with db.engine.connect() as other:  # on SQLite the lock that every writer takes first
            if db.engine.dialect.name == "sqlite":
                other.connection.dbapi_connection.execute("BEGIN IMMEDIATE")
            other.connection.dbapi_connection.rollback()


def test_without_it_a_reader_takes_the_lock_of_writers(app: Flask) -> None:
    if db.engine.dialect.name != "sqlite":
        pytest.skip("only SQLite has one writer")
    db.session.rollback()
    db.session.scalar(select(AuditRow.id))
    with db.engine.connect() as other:
        other.connection.dbapi_connection.execute("PRAGMA busy_timeout=0")
        with pytest.raises(Exception, match="locked"):
            other.connection.dbapi_connection.execute("BEGIN IMMEDIATE")
    db.session.rollback()
    db.engine.dispose()


def test_it_needs_a_fresh_transaction(app: Flask) -> None:
    db.session.scalar(select(AuditRow.id))
    with pytest.raises(RuntimeError, match="within a transaction"), reading():
        pass
