"""F-35: the worker is killed when the mail server has taken a letter and the promise is not yet marked.

Nothing is lost, and a letter comes at most twice, the second time with the same Message-ID.
"""

import multiprocessing
import os
import signal
from collections import Counter
from datetime import datetime, timedelta
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from participate.core.db import db
from participate.notifications.models import Sent
from participate.notifications.rules import next_waking
from participate.notifications.service import letter_key
from participate.outbox.models import Promise
from tests.core.fake_smtp import Post, serving
from tests.notifications import mail_worker
from tests.notifications.conftest import promise_letter
from tests.street import NOON, Street

PAUSE = timedelta(minutes=3)  # on the fake clock: the dead worker's lease has run out
KILLS, MORE_KILLS = 3, 500
EVENING = NOON + timedelta(hours=8, minutes=54)  # the third kill is on the next morning: at night no letter goes
FACTS = {"number": 2, "until": "2026-12-01"}


@pytest.fixture(scope="module")
def processes() -> ForkServerContext:
    """Processes that start from a clean one, so that none inherits an open database."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.notifications.mail_worker"])
    return context


def killed(
    app: Flask, street: Street, folder: Path, processes: ForkServerContext, kills: int, moment: datetime
) -> None:
    """So many workers die with a letter in the server's hands, from a moment on and by day; the last one lives."""
    for _each in range(kills * 2):
        promise_letter(street.chidi, "words_still", why="said_yes", facts=FACTS)
    promised = {f"<{letter_key(number)}@127.0.0.1>" for number in db.session.scalars(select(Promise.id))}
    db.session.rollback()
    post, worker, told = Post(), [0], Counter[str]()

    def kill_at_a_new_letter() -> None:
        taken = post.newest["Message-ID"]  # reading all of them takes longer, in the end, than a worker waits
        told[taken] += 1
        if told[taken] == 1 and worker[0]:
            os.kill(worker[0], signal.SIGKILL)

    post.after = kill_at_a_new_letter
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    with serving(post):
        for number in range(kills + 1):
            moment = next_waking(moment + PAUSE)
            process = processes.Process(target=mail_worker.work, args=(url, str(folder), post.url, moment))
            if number == kills:
                post.after = None
            process.start()
            worker[0] = process.pid or 0
            process.join()
            assert process.exitcode == (0 if number == kills else -signal.SIGKILL)
    sent = Counter(mail["Message-ID"] for mail in post.mails)
    assert set(sent) == promised, "nothing is lost and nothing is made up"
    assert max(sent.values()) == 2
    assert sum(sent.values()) - len(sent) == kills, "at most the one in hand is repeated"
    assert db.session.scalars(select(Promise.outcome).distinct()).all() == ["done"]
    assert len(db.session.scalars(select(Sent)).all()) == len(promised), "each is one line of her ledger"


def test_killed_with_a_letter_in_hand(app: Flask, street: Street, tmp_path: Path, processes: ForkServerContext) -> None:
    killed(app, street, tmp_path, processes, KILLS, EVENING)


@pytest.mark.soak
def test_killed_five_hundred_times(app: Flask, street: Street, tmp_path: Path, processes: ForkServerContext) -> None:
    killed(app, street, tmp_path, processes, MORE_KILLS, NOON)
