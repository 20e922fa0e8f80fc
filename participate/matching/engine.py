"""The engine: one live index a process, taken from the snapshot on disk and kept true by following the trail.

Whoever asks first in a while reads the trail; what changed is replaced in the index, so that a new line is found by
the very next question, in every process. Readers hold a snapshot that never changes and wait for nobody.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import structlog
from flask import Flask, current_app, has_request_context, request

from participate.core import clock
from participate.core.db import SAFE_METHODS, db, reading
from participate.matching import building, loading
from participate.matching.breaker import NEVER_TOO_SLOW, Breaker
from participate.matching.building import Built, NotBuilt
from participate.matching.index import stored
from participate.matching.index.live import Snapshot
from participate.matching.ranking import share
from participate.matching.rules import REBUILD_EVERY
from participate.matching.trail import TooMuch

log = structlog.get_logger()
LOOK_EVERY = 0.3  # seconds between two looks at the trail
NEWER_EVERY = 1.0  # seconds between two looks for a newer snapshot on disk
TRY_AGAIN = 20  # seconds after a failed build
EXPOSURE_EVERY = 300  # seconds
Exposure = Mapping[str, float]
_exposure_readers: list[Callable[[], Exposure]] = []


class Engine:
    """The index of one app in one process."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._folder = building.folder_of(app.extensions["settings"])
        self._built: Built | None = None
        self._overrun: Built | None = None  # the one that could not follow its trail
        self.failing = False  # whether the last attempt to get an index came to nothing
        self._tired: Built | None = None  # the one with which suggestions came to rest
        self.breaker = Breaker(on_rest=self.build_anew)
        self._exposure: Exposure = {}
        self.due: frozenset[str] = frozenset()  # the groups that have not had their share, as of then
        self._looking = threading.Lock()
        self._renewing = threading.Lock()
        self._reading_exposure = threading.Lock()
        self._look_at = self._newer_at = self._build_at = self._exposure_at = 0.0

    @property
    def ready(self) -> bool:
        """Whether there is an index to ask."""
        return self._built is not None and self._built is not self._overrun

    @property
    def pace(self) -> Breaker:
        """What says how long the question at hand may take. Nobody waits at a job, and a press must not be told that
        a thing is gone which only was not looked for: those are always asked.
        """
        return self.breaker if has_request_context() and request.method in SAFE_METHODS else NEVER_TOO_SLOW

    @property
    def exposure(self) -> Exposure:
        """How much each thing was shown and asked lately, as it was some minutes ago; empty until it has been read."""
        if time.monotonic() >= self._exposure_at and not self._app.testing:
            self._exposure_at = time.monotonic() + EXPOSURE_EVERY
            self._in_background(self.read_exposure)
        return self._exposure

    @property
    def learned(self) -> Any:
        """What was learned when the index was fitted; None where there was too little, or no index yet."""
        return self._built.learned if self._built else None

    def snapshot(self) -> Snapshot | None:
        """What can be found now; None until there is an index, which begins to be made with the first question, and
        while so much has changed at once that the one that was there no longer tells the truth.
        """
        built = self._built
        if built is None or self._is_worn(built) or self._is_newer(built):
            self.start()
            built = self._built
        if built is not None:
            self._look(built)
            built = self._built  # in tests it may be another one now
        return built.index.snapshot if built is not None and built is not self._overrun else None

    def near(self, ward_id: int | None) -> tuple[int, ...]:
        """The ids of a ward and of those beside it; empty when the ward is not known."""
        return self._built.near.get(ward_id, (ward_id,)) if self._built and ward_id is not None else ()

    def start(self) -> None:
        """Get the newest index beside the work at hand; in tests, build it at once."""
        if self._app.testing:
            self.build()
        elif time.monotonic() >= self._build_at and not self._renewing.locked():
            self._in_background(self.renew)

    def build(self) -> None:
        """Read everything anew, here and now, without the disk."""
        with self._app.app_context():
            self._take(building.fresh())

    def build_by_hand(self, wait: Callable[[], None]) -> bool:
        """As `build_on_disk`, one at a time. Who finds somebody at it says so (`wait`), waits, and then has it built:
        False. Should that one have died over it, or built nothing that can be used, it is built here all the same.
        """
        before = stored.stamp(self._folder)
        with stored.building(self._folder) as lock:
            if lock is not None:
                self.build_on_disk()
                return True
        wait()
        with stored.building(self._folder, wait=True):
            if stored.stamp(self._folder) != before and self._is_whole():
                return False
            self.build_on_disk()
            return True

    def _is_whole(self) -> bool:
        """Whether what lies on disk can be used."""
        try:
            building.pick_up(self._folder)
        except stored.Unusable:
            return False
        return True

    def build_on_disk(self) -> None:
        """Read everything anew and put it on disk, for all processes: the work of a process of its own, which has the
        lock (`stored.building`).
        """
        with self._app.app_context():
            building.put_down(self._folder, building.fresh())

    def build_anew(self) -> None:
        """Suggestions are slow: perhaps the index is at fault, and is made anew. It serves until that takes its place.
        A young one is not: this process or another asked for it a short while ago.
        """
        built = self._built
        if built is not None and time.time() - built.at >= REBUILD_EVERY:
            self._tired = built
            log.warning("index is made anew", why="suggestions rest")
            self.start()

    def renew(self) -> None:
        """Take what lies on disk if that is newer; if it is worn or of no use, have it built in a process of its own.
        The index that was there serves until the new one takes its place. Never fails.
        """
        with self._alone(self._renewing) as mine:
            if not mine:
                return
            try:
                if not self._picked_up():
                    self._have_it_built()
            except (NotBuilt, OSError, stored.Unusable) as error:
                self.failing, self._build_at = True, time.monotonic() + TRY_AGAIN
                self._tired = None  # it is tried once: a build that fails does not make anything quicker
                log.error("index not built", kind=type(error).__name__, why=str(error))

    def read_exposure(self) -> None:
        """Read how much each thing was shown lately. Where that fails, what was read before counts."""
        with self._alone(self._reading_exposure) as mine, self._app.app_context():
            for reader in _exposure_readers if mine else ():
                with reading():
                    self._exposure = reader()
                db.session.remove()
            if mine and self._built is not None:
                self.due = share.due(self._built.index.snapshot, self._exposure, clock.today().toordinal())

    def _picked_up(self) -> bool:
        """Whether an index that is good enough lies on disk, and is now the one that serves."""
        built = self._built
        if built is None or stored.stamp(self._folder) != built.stamp:
            try:
                self._take(building.pick_up(self._folder))
            except (stored.Unusable, TooMuch) as error:
                log.info("snapshot not used", kind=type(error).__name__, why=str(error))
                return False
        return self._built is not None and not self._is_worn(self._built)

    def _is_worn(self, built: Built) -> bool:
        return built.worn or built is self._overrun or built is self._tired

    def _have_it_built(self) -> None:
        started = time.monotonic()
        with stored.building(self._folder) as lock:
            if lock is None or self._picked_up():  # somebody else builds, or just did
                return
            building.in_own_process(self._app.extensions["settings"], lock)
        self._take(building.pick_up(self._folder))
        log.info("index built", seconds=round(time.monotonic() - started, 1))

    def _take(self, built: Built) -> None:
        """From now on this one serves. What changed since it was read is in it first: nothing removed comes back."""
        with self._looking, self._app.app_context():
            with reading():
                self._follow(built)
            db.session.remove()
            self._built, self._tired, self.failing = built, None, False

    def _is_newer(self, built: Built) -> bool:
        """Whether somebody has put another snapshot on disk."""
        if self._app.testing or time.monotonic() < self._newer_at:
            return False
        self._newer_at = time.monotonic() + NEWER_EVERY
        return stored.stamp(self._folder) not in (built.stamp, stored.NONE)

    def _look(self, built: Built) -> None:
        """Read the trail, unless somebody does or just did. A request that may write could see its own unkept work."""
        if (has_request_context() and request.method not in SAFE_METHODS) or time.monotonic() < self._look_at:
            return
        with self._alone(self._looking) as mine:
            if not mine:
                return
            try:
                self._follow(built)
                self._look_at = time.monotonic() + LOOK_EVERY
                return
            except TooMuch:
                self._overrun = built
        self.start()

    def _follow(self, built: Built) -> None:
        changes = built.trail.changes()
        if changes:
            loaded = loading.load(changes)
            built.index.replace(loaded.sources, loaded.documents, loaded.owners)

    @contextmanager
    def _alone(self, lock: threading.Lock) -> Iterator[bool]:
        """Whether nobody else does the same just now."""
        mine = lock.acquire(blocking=False)
        try:
            yield mine
        finally:
            if mine:
                lock.release()

    def _in_background(self, work: Callable[[], None]) -> None:
        threading.Thread(target=_quietly, args=(work,), name="matching", daemon=True).start()


def _quietly(work: Callable[[], None]) -> None:
    try:
        work()
    except Exception as error:  # whoever asked has long been answered
        log.error("matching failed in the background", kind=type(error).__name__)


def exposure_from(reader: Callable[[], Exposure]) -> Callable[[], Exposure]:
    """Register what reads how much each thing was shown; it is read every few minutes, in a transaction that reads."""
    _exposure_readers.append(reader)
    return reader


def of(app: Flask) -> Engine:
    """The engine of an app."""
    engine: Engine | None = app.extensions.get("matching")
    return engine or app.extensions.setdefault("matching", Engine(app))  # of two at once, one


def current() -> Engine:
    """The engine of the app at work."""
    return of(current_app._get_current_object())  # type: ignore[attr-defined]


def warm(app: Flask) -> None:
    """Get the index, so that it is there before anybody asks. For each web process, once it runs."""
    of(app).start()
