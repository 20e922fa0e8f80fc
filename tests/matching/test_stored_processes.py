"""Several processes, one index on disk: built once, followed by all, and never lost when whoever builds is killed."""

import fcntl
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask

from participate.app import create_app
from participate.core.db import db
from participate.matching import building
from participate.matching import engine as engines
from participate.matching.engine import LOOK_EVERY, Engine
from participate.matching.index import stored
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind
from tests.matching import asker, builder
from tests.street import Street

ROOT = Path(__file__).resolve().parents[2]
MANY_KILLS = 200
MOST_TRIES = 200
PATIENCE = 600  # seconds: a busy machine is no fault


@pytest.fixture
def serving(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """The same site as it runs, not as it is tested."""
    monkeypatch.setattr(engines, "LOOK_EVERY", 0.0)
    made = create_app(app.extensions["settings"])
    yield made
    shutil.rmtree(building.folder_of(app.extensions["settings"]), ignore_errors=True)
    with made.app_context():
        db.session.remove()
        db.engine.dispose()


def environ(app: Flask) -> dict[str, str]:
    settings = app.extensions["settings"]
    return os.environ | {
        "PARTICIPATE_ENV": settings.env, "PARTICIPATE_DATA": str(settings.data), "SECRET_KEY": settings.secret_key,
        "DATABASE_URL": settings.database_url, "PYTHONUNBUFFERED": "1",
    }  # fmt: skip


def say(street: Street, words: str) -> int:
    number = profiles.add(street.bilal.id, street.bilal.id, PostingKind.INTEREST, words).id
    db.session.commit()
    return number


def take_back(street: Street, number: int) -> None:
    profiles.remove(street.bilal.id, profiles.queries.get_posting(number))
    db.session.commit()


def built_here(serving: Flask) -> Engine:
    """An engine with an index that this process has put on disk and taken from there."""
    made = Engine(serving)
    with stored.building(made._folder):
        made.build_on_disk()
    made.renew()
    return made


@contextmanager
def process(app: Flask) -> Iterator[subprocess.Popen]:
    asking = subprocess.Popen(
        [sys.executable, "-m", "tests.matching.asker"], cwd=ROOT, env=environ(app), stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True, bufsize=1,
    )  # fmt: skip
    try:
        yield asking
    finally:
        asking.stdin.close()
        asking.wait(30)


def found_by(asking: subprocess.Popen, text: str) -> list[str]:
    asking.stdin.write(text + "\n")
    return heard(asking)


def heard(asking: subprocess.Popen) -> list[str]:
    """Its next answer, among what it logs."""
    return json.loads(next(line for line in asking.stdout if line.startswith("[")))


def test_every_process_finds_what_is_new_and_none_what_is_gone(app: Flask, street: Street) -> None:
    """Nothing is on disk when they start: one of them has it built, and the other takes that."""
    db.session.commit()
    bilal = f"person:{street.bilal.id}"
    with process(app) as one, process(app) as other:
        both = [one, other]
        assert [heard(each) for each in both] == [["ready"], ["ready"]]
        for _try in range(MOST_TRIES):  # whoever came second waits for the first
            if all(found_by(each, "baking bread") for each in both):
                break
            time.sleep(LOOK_EVERY)
        else:
            pytest.fail("one of them has no index")
        number = say(street, "keeping zebrafish")
        time.sleep(LOOK_EVERY + 0.1)  # they look at the trail when they are asked, but not again at once
        assert [found_by(each, "zebrafish") for each in both] == [[bilal], [bilal]]
        take_back(street, number)
        time.sleep(LOOK_EVERY + 0.1)
        for _again in range(3):
            assert [found_by(each, "zebrafish") for each in both] == [[], []]
    folder = building.folder_of(app.extensions["settings"])
    assert building.pick_up(folder).index.snapshot.living
    shutil.rmtree(folder)


def test_what_went_after_the_snapshot_was_read_does_not_come_back(serving: Flask, street: Street) -> None:
    number = say(street, "keeping zebrafish")
    built_here(serving)
    take_back(street, number)
    later = Engine(serving)
    later.renew()
    assert later._built is not None
    serving.extensions["matching"] = later
    assert asker.ask(serving, "zebrafish") == []
    say(street, "origami cranes")
    assert asker.ask(serving, "origami")


def test_a_newer_snapshot_is_taken_without_building(
    serving: Flask, street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    db.session.commit()
    one = built_here(serving)
    first = one._built
    with stored.building(one._folder):
        one.build_on_disk()
    monkeypatch.setattr(building, "in_own_process", lambda *_: pytest.fail("built again"))
    assert one._is_newer(first)
    one.renew()
    assert one._built is not first
    assert one._built.stamp != first.stamp


def test_a_broken_snapshot_is_built_again_and_the_page_is_served_meanwhile(serving: Flask, street: Street) -> None:
    db.session.commit()
    folder = built_here(serving)._folder
    (arrays,) = folder.glob("*.arrays")
    arrays.write_bytes(b"x" + arrays.read_bytes()[1:])
    made = Engine(serving)
    serving.extensions["matching"] = made
    with made._renewing:  # as long as somebody builds
        assert (made.ready, asker.ask(serving, "baking bread")) == (False, [])
    made.renew()
    assert made.ready
    assert asker.ask(serving, "baking bread")


def test_a_build_that_fails_leaves_what_was_there(
    serving: Flask, street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    db.session.commit()
    made = built_here(serving)
    first = made._built

    def fail(*_: object) -> None:
        raise building.NotBuilt("no room")

    monkeypatch.setattr(building, "in_own_process", fail)
    monkeypatch.setattr(building, "OLDEST", -1)
    made.renew()
    assert made._built is first
    assert made._build_at > time.monotonic()
    assert made.failing
    serving.extensions["matching"] = made
    assert asker.ask(serving, "baking bread")


WAITING, HAS_BUILT, WAS_BUILT = (
    "Somebody else builds the index. Waiting for it.", "The index is built.", "The index was built meanwhile.",
)  # fmt: skip


@contextmanager
def by_hand(app: Flask, *more: str) -> Iterator[subprocess.Popen]:
    """Somebody builds the index by hand."""
    command = [sys.executable, "-m", "participate.serve", "index", *more]
    building_it = subprocess.Popen(command, cwd=ROOT, env=environ(app), stdout=subprocess.PIPE, text=True, bufsize=1)
    try:
        yield building_it
    finally:
        building_it.kill()
        building_it.wait()


def said(by_whom: subprocess.Popen, *lines: str) -> str:
    """The next of these lines that it says."""
    return next(line.strip() for line in by_whom.stdout if line.strip() in lines)


def test_of_two_that_build_by_hand_at_once_the_second_waits_and_finds_it_built(app: Flask, street: Street) -> None:
    db.session.commit()
    folder = building.folder_of(app.extensions["settings"])
    with stored.building(folder) as lock, by_hand(app) as one, by_hand(app) as other:
        assert lock is not None
        assert [said(each, WAITING) for each in (one, other)] == [WAITING, WAITING]
        assert (one.poll(), other.poll()) == (None, None)
        fcntl.flock(lock, fcntl.LOCK_UN)  # now both go for it at the same moment
        ends = sorted(said(each, HAS_BUILT, WAS_BUILT) for each in (one, other))
        assert [one.wait(PATIENCE), other.wait(PATIENCE)] == [0, 0]
    assert ends == sorted([HAS_BUILT, WAS_BUILT])
    assert building.pick_up(folder).index.snapshot.living
    shutil.rmtree(folder)


def test_without_the_lock_both_of_them_build(app: Flask, street: Street) -> None:
    """The negative control: the same two commands, told that somebody else has the lock for them."""
    db.session.commit()
    folder = building.folder_of(app.extensions["settings"])
    stamps = set()
    with stored.building(folder):
        for _time in range(2):
            with by_hand(app, building.LOCK_HELD) as one:
                assert one.wait(PATIENCE) == 0
            stamps.add(stored.stamp(folder))
    assert len(stamps - {stored.NONE}) == 2
    shutil.rmtree(folder)


def test_who_waits_builds_when_the_first_is_killed_over_it(app: Flask, street: Street) -> None:
    db.session.commit()
    folder = building.folder_of(app.extensions["settings"])
    with holder(folder) as first, by_hand(app) as second:
        assert said(second, WAITING) == WAITING
        first.kill()
        assert said(second, HAS_BUILT, WAS_BUILT) == HAS_BUILT
        assert second.wait(PATIENCE) == 0
    shutil.rmtree(folder)


@contextmanager
def holder(folder: Path) -> Iterator[subprocess.Popen]:
    """A process that has the lock and never ends by itself."""
    words = "import sys, time; from pathlib import Path; from participate.matching.index import stored\n"
    words += f"with stored.building(Path({str(folder)!r})):\n    print('has it', flush=True)\n    time.sleep(600)"
    held = subprocess.Popen([sys.executable, "-c", words], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert held.stdout.readline() == "has it\n"
        yield held
    finally:
        held.kill()
        held.wait()


@pytest.mark.soak
def test_the_whole_build_can_be_killed_two_hundred_times(app: Flask, street: Street) -> None:
    """After each kill the index on disk is whole, and in the end another build works and leaves nothing behind."""
    db.session.commit()
    lot, folder = random.Random(6), building.folder_of(app.extensions["settings"])
    _build(app, None)  # the first reads the program for all of them
    took = _build(app, None)
    for _time in range(MANY_KILLS):
        _build(app, took * lot.random())
        assert building.pick_up(folder).index.snapshot.living
    _build(app, None)
    left = sorted(file.suffix for file in folder.iterdir() if file.name != stored.LOCK)
    assert left == [".arrays", ".json"]


def _build(app: Flask, killed_after: float | None) -> float:
    """Build on disk in a process of its own, or kill it after so many seconds; returns how long it took."""
    started = time.monotonic()
    process = builder.begin(environ(app))
    process.join(killed_after)
    if process.is_alive():
        process.kill()
        process.join()
    else:
        assert process.exitcode == 0
    return time.monotonic() - started
