"""A view that mostly says no holds no writer up until it has something to write."""

import sqlite3

import pytest
from flask import Flask

from participate.audit.models import AuditRow
from participate.audit.service import record
from participate.core.db import begin_writing, db, give_up_writing
from participate.core.guards import anyone, open_to, reads_first


def may_another_write() -> bool:
    """Whether another connection could begin to write now. Always on PostgreSQL."""
    if db.engine.dialect.name != "sqlite":
        return True
    other = sqlite3.connect(str(db.engine.url.database), timeout=0, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return False
    finally:
        other.close()
    return True


def look() -> None:
    db.session.query(AuditRow).count()


@pytest.fixture
def within(app: Flask, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """A POST to a view that reads first."""
    monkeypatch.setitem(app.view_functions, "places.hubs", open_to(anyone)(reads_first(lambda: "")))
    db.session.remove()
    with app.test_request_context("/", method="POST") as context:
        context.request.url_rule = type("Rule", (), {"endpoint": "places.hubs"})()
        yield
        db.session.remove()


@pytest.mark.usefixtures("within")
def test_it_reads_until_it_writes_and_again_after_giving_up() -> None:
    look()
    assert may_another_write()
    begin_writing()
    look()
    assert may_another_write() is (db.engine.dialect.name != "sqlite")
    record(None, "made", "project", 1)
    db.session.flush()
    give_up_writing()
    assert db.session.query(AuditRow).filter_by(thing_id=1, kind="project").count() == 0
    assert may_another_write()


@pytest.mark.usefixtures("within")
def test_not_after_a_change() -> None:
    record(None, "made", "project", 1)
    with pytest.raises(RuntimeError, match="after a change"):
        begin_writing()


def test_elsewhere_nothing_happens(app: Flask) -> None:
    record(None, "made", "project", 1)
    begin_writing()
    give_up_writing()
    db.session.flush()
    assert db.session.query(AuditRow).filter_by(thing_id=1, kind="project").count() == 1
