"""The database layer: safety switches, who commits, what stands aside."""

import sqlite3
import threading

import pytest
from flask import Flask
from sqlalchemy import func, select, text

from participate.accounts.models import Throttle
from participate.audit.models import AuditRow
from participate.audit.service import record
from participate.core import db as core_db
from participate.core.db import aside, db, journal_mode, transaction


def rows() -> int:
    return db.session.scalar(select(func.count()).select_from(AuditRow))


@pytest.mark.parametrize(
    ("version", "mode"), [((3, 40, 1), "DELETE"), ((3, 51, 2), "DELETE"), ((3, 51, 3), "WAL"), ((4, 0, 0), "WAL")]
)
def test_the_log_that_is_safe_with_this_sqlite(version: tuple[int, int, int], mode: str) -> None:
    assert journal_mode(version) == mode


def test_the_switches_of_every_sqlite_connection(app: Flask) -> None:
    if db.engine.dialect.name != "sqlite":
        pytest.skip("only SQLite has these switches")
    told = {name: db.session.scalar(text(f"PRAGMA {name}")) for name in ("foreign_keys", "synchronous", "busy_timeout")}
    assert told == {"foreign_keys": 1, "synchronous": 2, "busy_timeout": 5000}
    assert db.session.scalar(text("PRAGMA journal_mode")).upper() == journal_mode(sqlite3.sqlite_version_info)


def test_a_connection_that_lost_its_safety_is_refused(app: Flask) -> None:
    if db.engine.dialect.name != "sqlite":
        pytest.skip("only SQLite has these switches")
    db.session.rollback()
    db.engine.dispose()
    with db.engine.connect() as connection:
        connection.connection.dbapi_connection.execute("PRAGMA foreign_keys=OFF")
    with pytest.raises(RuntimeError, match="lost foreign_keys"):
        db.engine.connect()
    db.engine.dispose()


def test_a_moment_needs_a_time_zone(app: Flask) -> None:
    from datetime import datetime  # noqa: PLC0415 - only here is a naive moment made on purpose

    db.session.add(AuditRow(at=datetime(2026, 1, 1), actor_id=None, verb="x", kind="y", thing_id=1))  # noqa: DTZ001
    with pytest.raises(Exception, match="time zone"):
        db.session.flush()


@pytest.mark.parametrize(
    ("method", "status", "kept"),
    [("POST", 200, 1), ("POST", 303, 1), ("POST", 409, 0), ("POST", 422, 0), ("POST", 500, 0), ("GET", 200, 0)],
)
def test_who_commits(app: Flask, method: str, status: int, kept: int) -> None:
    record(None, "tried", "thing", 1)
    db.session.flush()
    core_db.settle(status, method)
    assert rows() == kept


def test_a_transaction_is_whole_or_nothing(app: Flask) -> None:
    def fail() -> None:
        with transaction():
            record(None, "tried", "thing", 1)
            db.session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert rows() == 0


def test_what_stands_aside_is_kept(app: Flask) -> None:
    with aside() as kept:
        kept.add(Throttle(what="x", window=1, tries=1))
    db.session.rollback()
    assert db.session.scalar(select(func.count()).select_from(Throttle)) == 1


@pytest.mark.parametrize("flush", [True, False])
def test_nothing_stands_aside_after_a_write(app: Flask, flush: bool) -> None:
    record(None, "tried", "thing", 1)
    if flush:
        db.session.flush()
    with pytest.raises(RuntimeError, match="after a write"), aside():
        pass


def test_two_writers_take_turns(app: Flask) -> None:
    """With deferred transactions SQLite would refuse one of two who read first and write then."""
    db.session.rollback()
    faults: list[BaseException] = []
    start = threading.Barrier(2)

    def write() -> None:
        try:
            with app.app_context():
                start.wait()
                for _turn in range(20):
                    with transaction():
                        seen = rows()
                        record(None, "counted", "thing", seen)
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=write) for _each in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert rows() == 40
    if db.engine.dialect.name == "sqlite":
        seen = db.session.scalars(select(AuditRow.thing_id).order_by(AuditRow.id)).all()
        assert seen == list(range(40)), "each saw all that was written before"
