"""A worker process for the kill tests: it keeps promises by writing a line, as a mail server would take a mail."""

import os
import signal
from datetime import datetime
from pathlib import Path

from flask import Flask

from participate.core import clock, jobs
from participate.core import db as database
from participate.outbox import service

NAME = "test.post"


def work(url: str, post: str, moment: datetime, die_at: int, mark_first: bool = False) -> None:
    """Keep promises until none is left, or until killed.

    At the `die_at`-th line (0: never) the process kills itself: the line is written, the promise not yet marked.
    `mark_first` is the wrong way round, for the negative control: marked, and then the line.
    """
    written = 0

    def die_if_due() -> None:
        if written == die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def handle(payload: jobs.Payload) -> None:
        nonlocal written
        written += 1
        if mark_first:
            service._change(service.Promise.id == payload["promise_id"], done_at=clock.now())
            database.db.session.commit()
            die_if_due()
        write_line(Path(post), str(payload["promise_id"]))
        die_if_due()

    jobs.handlers[NAME] = handle
    clock.set_to(moment)
    app = Flask("worker")
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    database.init_app(app)
    with app.app_context():
        while service.run_due():
            pass


def write_line(post: Path, line: str) -> None:
    """Append a line that survives the death of this process."""
    with post.open("a") as out:
        out.write(line + "\n")
        out.flush()
        os.fsync(out.fileno())
