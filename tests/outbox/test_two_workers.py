"""Several workers at once, on both databases: each promise is kept once."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from participate.core import clock, jobs
from participate.core.db import db, transaction
from participate.outbox import service
from participate.outbox.models import PeriodicRun, Promise
from tests.outbox.conftest import NAME

WORKERS, PROMISES = 4, 40


def run_together(app: Flask, work: Callable[[], object]) -> list[BaseException]:
    """Let so many threads do `work` at once, each in its own app context. Returns what went wrong."""
    gate, troubles = threading.Barrier(WORKERS), []

    def one() -> None:
        try:
            with app.app_context():
                gate.wait()
                work()
        except BaseException as trouble:
            troubles.append(trouble)

    threads = [threading.Thread(target=one) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return troubles


@pytest.fixture
def tally(app: Flask) -> Iterator[Counter[object]]:
    """So many promises, and how often each was kept."""
    counted: Counter[object] = Counter()
    lock = threading.Lock()

    def handle(payload: jobs.Payload) -> None:
        with lock:
            counted[payload["word"]] += 1

    jobs.handlers[NAME] = handle
    with transaction():
        for word in range(PROMISES):
            service.promise(NAME, {"word": word})
    yield counted
    del jobs.handlers[NAME]


def test_each_is_kept_once(app: Flask, tally: Counter[object]) -> None:
    assert run_together(app, service.run_due) == []
    assert tally == Counter(range(PROMISES))
    assert {row.outcome for row in db.session.scalars(select(Promise))} == {"done"}


def test_without_the_lease_they_would_be_kept_more_than_once(
    app: Flask, tally: Counter[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: workers that look what is due at the same moment, and take no lease."""
    together = threading.Barrier(WORKERS)
    looked: set[int] = set()

    def look_only(most: int) -> list[tuple[int, str]]:
        if threading.get_ident() in looked:
            return []
        looked.add(threading.get_ident())
        due = select(Promise.id, Promise.lease).where(Promise.done_at.is_(None)).order_by(Promise.id)
        found = [(row.id, row.lease) for row in db.session.execute(due)]
        db.session.rollback()
        together.wait()
        return found

    monkeypatch.setattr(service, "take", look_only)
    monkeypatch.setattr(service, "_settle", lambda *held: None)
    assert run_together(app, service.run_due) == []
    assert tally == Counter({word: WORKERS for word in range(PROMISES)})


def test_a_periodic_job_is_done_once_by_four_schedulers(app: Flask, no_periodic: dict[str, object]) -> None:
    done: list[object] = []
    no_periodic["test.daily"] = (timedelta(days=1), lambda: done.append(clock.now()))
    assert run_together(app, service.run_periodic) == []
    assert len(done) == 1
    assert len(db.session.scalars(select(PeriodicRun)).all()) == 1
