"""`make run`: bring the database up to date, fill an empty one with the demo neighbourhood, and serve.

python -m participate.serve            the site, with the job worker beside it
python -m participate.serve worker     one more job worker, for a queue on Redis
python -m participate.serve index      build the matcher's index on disk; the web processes start this themselves
"""

import os
import subprocess
import sys
import threading
import time

import click
from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from participate.app import create_app
from participate.core import config, migrate
from participate.core.config import BadSetting, Settings
from participate.core.db import db, transaction
from participate.demo import service as demo
from participate.demo.queries import list_sign_ins
from participate.demo.rules import DEFAULT_YEARS
from participate.insight.frameworks import plant_frameworks
from participate.matching import engine
from participate.matching.building import LOCK_HELD, NICE
from participate.outbox import jobs as outbox
from participate.places import service as places
from participate.projects import service as projects

THREADS = 8
TIMEOUT = 30  # seconds until a hanging request's worker is replaced (F-48)


def prepare(app: Flask, settings: Settings) -> None:
    """Migrate; know the borough and the recipes; in the demo, fill an empty database. Twice changes nothing."""
    settings.data.mkdir(parents=True, exist_ok=True)
    with app.app_context():
        if migrate.bring_up(db.engine):
            with transaction():
                places.ensure_borough()
                projects.plant_recipes()
                plant_frameworks()
        if settings.demo and demo.is_empty():
            click.echo("Making the demo neighbourhood: a few seconds, once.")
            demo.seed(years=DEFAULT_YEARS)
            demo.hang()
        db.session.remove()
        db.engine.dispose()


def greet(app: Flask, settings: Settings) -> None:
    """Print where the site is and who can sign in."""
    click.echo(f"\n  Participate is at http://127.0.0.1:{settings.port}\n")
    with app.app_context():
        sign_ins = list_sign_ins() if settings.demo else []
        for sign_in in sign_ins:
            click.echo(f"    {sign_in.email:<28} {sign_in.what}")
        if sign_ins:
            click.echo(f"\n  Codes arrive at http://127.0.0.1:{settings.port}/letters (nothing is really sent).")
        db.session.remove()
        db.engine.dispose()
    click.echo("  Ctrl+C stops it.\n")


class Server(BaseApplication):
    """Gunicorn around the ready app: one process on SQLite (it has one writer), several on PostgreSQL."""

    def __init__(self, app: Flask, settings: Settings) -> None:
        self.app, self.settings = app, settings
        super().__init__()

    def load_config(self) -> None:
        host = "127.0.0.1" if self.settings.env == "development" else "0.0.0.0"  # noqa: S104 - behind a proxy
        given = {
            "bind": f"{host}:{self.settings.port}", "worker_class": "gthread", "threads": THREADS,
            "workers": 1 if self.settings.on_sqlite else self.settings.web_processes, "timeout": TIMEOUT,
            "graceful_timeout": 10, "keepalive": 5, "accesslog": None, "loglevel": "warning",
            "control_socket_disable": True, "preload_app": True, "worker_tmp_dir": str(self.settings.data),
            "post_worker_init": self._begin, "when_ready": self._start_worker, "proc_name": "participate",
        }  # fmt: skip
        for name, value in given.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Flask:
        return self.app

    def _begin(self, _worker: Worker) -> None:
        """In each web process: read the matcher's index in the background; on SQLite run the jobs here."""
        engine.warm(self.app)
        if self.settings.on_sqlite:
            outbox.start_thread(self.app)

    def _start_worker(self, _arbiter: Arbiter) -> None:
        if not self.settings.on_sqlite:
            threading.Thread(target=_keep_worker, daemon=True).start()


def _keep_worker() -> None:
    """A job worker beside the web processes, started again should it ever end."""
    while True:
        subprocess.run([sys.executable, "-m", "participate.serve", "worker"], check=False)
        time.sleep(1)


def _build_index(app: Flask, *, lock_held: bool) -> None:
    """By hand, one process at a time; a web process that has it built keeps the lock itself."""
    os.nice(NICE)
    if lock_held:
        engine.of(app).build_on_disk()
    elif engine.of(app).build_by_hand(lambda: click.echo("Somebody else builds the index. Waiting for it.")):
        click.echo("The index is built.")
    else:
        click.echo("The index was built meanwhile.")


def main(arguments: list[str]) -> None:
    """Run the site, one job worker, or build the index."""
    try:
        settings = config.read()
        app = create_app(settings)
    except BadSetting as bad:
        raise SystemExit(f"Participate cannot start: {bad}") from None
    if arguments == ["worker"]:
        outbox.consumer(app).run()
        return
    if arguments[:1] == ["index"]:
        _build_index(app, lock_held=LOCK_HELD in arguments)
        return
    prepare(app, settings)
    greet(app, settings)
    Server(app, settings).run()


if __name__ == "__main__":
    main(sys.argv[1:])
