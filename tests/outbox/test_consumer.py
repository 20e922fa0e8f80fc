"""Huey beside the web process: it finds the rows, leaves the signals alone, and ends when told."""

import signal
import time
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from participate.core.db import db, transaction
from participate.outbox import jobs, service
from participate.outbox.models import Promise
from tests.outbox.conftest import NAME, Notes

PATIENCE = 60  # seconds until a test that waits for a thread gives up


def wait_until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not done() and time.monotonic() < end:
        time.sleep(0.02)
    assert done()


def is_kept() -> bool:
    kept = db.session.scalar(select(Promise.done_at)) is not None
    db.session.rollback()
    return kept


def test_a_thread_keeps_what_was_promised(app: Flask, notes: Notes, no_periodic: dict[str, object]) -> None:
    with transaction():
        service.promise(NAME, {"word": "tea"})
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]
    consumer = jobs.start_thread(app)
    try:
        wait_until(is_kept)
        assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)] == before
    finally:
        consumer.stop(graceful=True)
    assert notes.words == ["tea"]


def test_a_request_that_promised_wakes_the_worker(app: Flask, notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    """And one that failed does not: its promise was rolled back with it."""
    huey = app.extensions["huey"]
    monkeypatch.setattr(app, "testing", False)
    huey.flush()
    for status, waiting in ((200, 1), (409, 0)):
        with app.test_request_context("/", method="POST"):
            service.promise(NAME, {"word": "tea"})
            app.process_response(app.response_class(status=status))
        assert huey.pending_count() == waiting
        huey.flush()
    assert [row.payload for row in db.session.scalars(select(Promise))] == [{"word": "tea"}]


def test_more_than_one_look_can_carry(app: Flask, notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look that did all it may asks for another."""
    huey = app.extensions["huey"]
    huey.flush()
    monkeypatch.setattr(jobs, "AT_ONCE", 2)
    with transaction():
        for word in range(5):
            service.promise(NAME, {"word": word})
    [look] = [task for task in huey._registry._registry.values() if task.__name__ == "look"]
    huey.enqueue(look())
    while (waiting := huey.dequeue()) is not None:
        huey.execute(waiting)
    assert notes.words == [0, 1, 2, 3, 4]
