"""Making a promise: in the transaction of the change itself, once a key."""

from flask import Flask
from sqlalchemy import select

from participate.core.db import db, transaction
from participate.outbox import service
from participate.outbox.models import Promise
from tests.outbox.conftest import NAME, Notes


def list_all() -> list[Promise]:
    return list(db.session.scalars(select(Promise).order_by(Promise.id)))


def test_a_change_that_is_rolled_back_promised_nothing(app: Flask, notes: Notes) -> None:
    service.promise(NAME, {"word": "never"})
    db.session.flush()
    db.session.rollback()
    assert service.run_due() == 0
    assert notes.kept == []


def test_the_same_key_is_the_same_promise(app: Flask, notes: Notes) -> None:
    for word in ("first", "second"):
        with transaction():
            service.promise(NAME, {"word": word}, key="greeting-1")
    with transaction():
        service.promise(NAME, {"word": "other"}, key="greeting-2")
    service.run_due()
    assert notes.words == ["first", "other"]


def test_a_kept_promise_is_not_made_again_under_its_key(app: Flask, notes: Notes) -> None:
    for _again in range(2):
        with transaction():
            service.promise(NAME, {"word": "once"}, key="greeting-1")
        service.run_due()
    assert notes.words == ["once"]


def test_two_requests_with_one_key_at_once(app: Flask, notes: Notes) -> None:
    """The second finds out only when it writes: its own change must live all the same."""
    with transaction():
        service.promise(NAME, {"word": "first"}, key="greeting-1")
    made = Promise(name=NAME, payload={}, key="greeting-1", made_at=list_all()[0].made_at, due_at=list_all()[0].due_at)
    with transaction():
        service.promise(NAME, {"word": "own change"})
        assert service._add_once(made) is False
        db.session.flush()
    service.run_due()
    assert notes.words == ["first", "own change"]


def test_without_a_key_each_is_its_own(app: Flask, notes: Notes) -> None:
    with transaction():
        service.promise(NAME, {"word": "same"})
        service.promise(NAME, {"word": "same"})
    service.run_due()
    assert notes.words == ["same", "same"]
