"""Workers are killed (SIGKILL) in the middle of promises: nothing is lost, and only what was in hand is repeated."""

import multiprocessing
import random
import time
from collections import Counter
from datetime import timedelta
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from participate.core import clock, jobs
from participate.core.db import db, transaction
from participate.outbox import service
from participate.outbox.models import Promise
from tests.outbox import worker
from tests.street import NOON

PAUSE = timedelta(minutes=3)  # on the fake clock: the dead worker's lease has run out
KILLS, MORE_KILLS = 10, 250  # each in two ways


@pytest.fixture(scope="module")
def processes() -> ForkServerContext:
    """Processes that start from a clean one, so that none inherits an open database."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.outbox.worker"])
    return context


class Post:
    """Promises, the file where kept ones leave a line, and workers that die on the way."""

    def __init__(self, app: Flask, folder: Path, context: ForkServerContext, many: int) -> None:
        self.url, self.file, self.context = app.config["SQLALCHEMY_DATABASE_URI"], folder / "post.txt", context
        self.moment, self.dice = NOON, random.Random(7)
        self.file.touch()
        with transaction():
            for number in range(many):
                service.promise(worker.NAME, {}, key=f"post-{number}")
        self.ids = list(db.session.scalars(select(Promise.id).order_by(Promise.id)))
        db.session.rollback()

    def lines(self) -> list[int]:
        return [int(line) for line in self.file.read_text().splitlines()]

    def start(self, die_at: int = 0, mark_first: bool = False) -> BaseProcess:
        self.moment += PAUSE
        process = self.context.Process(
            target=worker.work, args=(self.url, str(self.file), self.moment, die_at, mark_first)
        )
        process.start()
        return process

    def let_die(self, **how: bool) -> int:
        """One worker that kills itself with a line written and its promise not yet marked. Returns that line."""
        process = self.start(die_at=self.dice.randint(1, 3), **how)
        process.join()
        assert process.exitcode == -9
        return self.lines()[-1] if self.lines() else 0

    def kill(self) -> None:
        """One worker that is killed from outside at whatever moment it happens to be in."""
        process, before = self.start(), len(self.lines())
        while len(self.lines()) < before + self.dice.randint(1, 4) and process.is_alive():
            time.sleep(0.001)
        time.sleep(self.dice.random() * 0.004)
        process.kill()
        process.join()

    def finish(self) -> None:
        """The last worker lives."""
        jobs.handlers[worker.NAME] = lambda payload: worker.write_line(self.file, str(payload["promise_id"]))
        try:
            with clock.stop_at(self.moment + PAUSE):
                while service.run_due():
                    pass
        finally:
            del jobs.handlers[worker.NAME]
        assert db.session.scalars(select(Promise.id).where(Promise.done_at.is_(None))).all() == []


def killed_between_sending_and_marking(post: Post, kills: int) -> None:
    in_hand = Counter(post.let_die() for _ in range(kills))
    post.finish()
    assert Counter(post.lines()) == Counter(post.ids) + in_hand


def killed_at_any_moment(post: Post, kills: int) -> None:
    for _ in range(kills):
        post.kill()
    post.finish()
    seen = Counter(post.lines())
    assert set(seen) == set(post.ids), "nothing is lost and nothing is made up"
    assert sum(seen.values()) - len(seen) <= kills, "at most the one in hand is repeated"


def test_killed_between_sending_and_marking(app: Flask, tmp_path: Path, processes: ForkServerContext) -> None:
    killed_between_sending_and_marking(Post(app, tmp_path, processes, KILLS * 3 + 5), KILLS)


def test_killed_at_any_moment(app: Flask, tmp_path: Path, processes: ForkServerContext) -> None:
    killed_at_any_moment(Post(app, tmp_path, processes, KILLS * 3), KILLS)


def test_marking_before_sending_would_lose_letters(app: Flask, tmp_path: Path, processes: ForkServerContext) -> None:
    """The negative control: the same test sees a loss where the order is wrong."""
    post = Post(app, tmp_path, processes, 30)
    for _ in range(3):
        post.let_die(mark_first=True)
    post.finish()
    assert len(post.ids) - len(set(post.lines())) == 3


@pytest.mark.soak
def test_killed_five_hundred_times(app: Flask, tmp_path: Path, processes: ForkServerContext) -> None:
    killed_between_sending_and_marking(Post(app, tmp_path, processes, MORE_KILLS * 3 + 5), MORE_KILLS)


@pytest.mark.soak
def test_killed_five_hundred_times_at_any_moment(app: Flask, tmp_path: Path, processes: ForkServerContext) -> None:
    killed_at_any_moment(Post(app, tmp_path, processes, MORE_KILLS * 3), MORE_KILLS)
