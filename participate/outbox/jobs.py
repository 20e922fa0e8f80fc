"""Huey wakes, the rows promise.

Huey's task says only "look now"; should it be lost, the periodic sweep finds the rows all the same.
"""

from datetime import timedelta

import structlog
from flask import Flask, Response, g
from huey import RedisHuey, SqliteHuey, crontab
from huey.api import Huey
from huey.consumer import Consumer
from sqlalchemy import delete

from participate.core import clock
from participate.core.config import Settings
from participate.core.db import db
from participate.core.jobs import every
from participate.outbox import service
from participate.outbox.models import PeriodicRun, Promise

log = structlog.get_logger()
KEPT_DAYS = 30


@every("outbox.tidy", timedelta(days=1))
def tidy() -> None:
    """Forget promises that were kept a month ago. Their payloads were emptied when they were kept."""
    before = clock.now() - timedelta(days=KEPT_DAYS)
    db.session.execute(delete(Promise).where(Promise.done_at < before))
    db.session.execute(delete(PeriodicRun).where(PeriodicRun.at < before))


def make_huey(settings: Settings) -> Huey:
    """The queue: Redis where there is one, else a file of its own beside the database."""
    if settings.redis_url:
        return RedisHuey("participate", url=settings.redis_url)
    settings.data.mkdir(parents=True, exist_ok=True)
    return SqliteHuey("participate", filename=str(settings.data / "queue.db"))


def init_app(app: Flask, settings: Settings) -> None:
    """Join huey to `app`: a request that promised something wakes the worker once it has committed."""
    huey = make_huey(settings)
    app.extensions["huey"] = huey

    def look() -> None:
        with app.app_context():
            service.run_due()
            db.session.remove()

    def sweep() -> None:
        with app.app_context():
            service.run_periodic()
            service.run_due()
            db.session.remove()

    look_now = huey.task(name="look")(look)
    huey.periodic_task(crontab(minute="*"), name="sweep")(sweep)

    @app.after_request
    def wake(response: Response) -> Response:
        if g.pop("promised", False) and response.status_code < 400 and not app.testing:
            try:
                look_now()
            except Exception as error:  # noqa: BLE001 - the sweep will find the row within a minute
                log.warning("worker not woken", kind=type(error).__name__)
        return response


def consumer(app: Flask, threads: int = 1) -> Consumer:
    """A consumer of `app`'s queue, to run as a thread of the web process or as a process of its own."""
    huey: Huey = app.extensions["huey"]
    return huey.create_consumer(workers=threads, periodic=True, initial_delay=0.1, backoff=1.15, max_delay=0.5)
