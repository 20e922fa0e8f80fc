"""Huey wakes, the rows promise.

Huey's task says only "look now"; should it be lost, the periodic sweep finds the rows all the same.
"""

import sqlite3
from datetime import timedelta
from threading import Thread

import structlog
from flask import Flask, Response, g
from huey import RedisHuey, SqliteHuey, crontab
from huey.api import Huey
from huey.consumer import Consumer
from sqlalchemy import delete

from participate.core import clock
from participate.core.config import Settings
from participate.core.db import db, journal_mode
from participate.core.jobs import every
from participate.outbox import service
from participate.outbox.models import PeriodicRun, Promise

log = structlog.get_logger()
KEPT = timedelta(days=30)
AT_ONCE = 200  # promises kept by one look; when more wait, it asks for another


@every("outbox.tidy", timedelta(days=1))
def tidy() -> None:
    """Forget promises that were kept a month ago. Their payloads were emptied when they were kept."""
    before = clock.now() - KEPT
    db.session.execute(delete(Promise).where(Promise.done_at < before))
    db.session.execute(delete(PeriodicRun).where(PeriodicRun.at < before))


def make_huey(settings: Settings) -> Huey:
    """The queue: Redis where there is one, else a file of its own beside the database."""
    if settings.redis_url:
        return RedisHuey("participate", url=settings.redis_url, results=False)
    settings.data.mkdir(parents=True, exist_ok=True)
    return SqliteHuey(
        "participate",
        filename=str(settings.data / "queue.db"),
        results=False,
        journal_mode=journal_mode(sqlite3.sqlite_version_info),
    )


def init_app(app: Flask, settings: Settings) -> None:
    """Join huey to `app`: a request that promised something wakes the worker once it has committed."""
    huey = make_huey(settings)
    app.extensions["huey"] = huey

    def look() -> None:
        with app.app_context():
            tried = service.run_due(AT_ONCE)
        if tried >= AT_ONCE:
            look_now()

    def sweep() -> None:
        with app.app_context():
            service.run_periodic()
        look()

    look_now = huey.task(name="look")(look)
    huey.periodic_task(crontab(minute="*"), name="sweep")(sweep)

    @app.after_request
    def wake(response: Response) -> Response:
        if g.pop("promised", False) and response.status_code < 400 and not app.testing:
            try:
                look_now()
            except Exception as error:  # the sweep will find the row within a minute
                log.warning("worker not woken", kind=type(error).__name__)
        return response


class _Beside(Consumer):
    """A consumer inside the web process, which has its own idea of signals."""

    def _set_signal_handlers(self) -> None:
        """Leave them to the web server."""


def consumer(app: Flask, threads: int = 1, *, beside: bool = False) -> Consumer:
    """A consumer of `app`'s queue: `.run()` it in a process of its own, or see `start_thread`."""
    kind = _Beside if beside else Consumer
    return kind(app.extensions["huey"], workers=threads, periodic=True, initial_delay=0.1, backoff=1.15, max_delay=0.5)


def start_thread(app: Flask) -> Consumer:
    """Start a consumer in threads of this web process. After a fork: each process its own connection.

    `.stop(graceful=True)` ends it when the promise at hand is kept. If the process dies, its lease runs out.
    """
    app.extensions["huey"].storage.close()
    made = consumer(app, beside=True)
    Thread(target=made.run, name="outbox", daemon=True).start()
    return made
