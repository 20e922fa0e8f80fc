"""The engine: one live index a process, built in the background and kept true by following the trail.

Whoever asks first in a while reads the trail; what changed is replaced in the index, so that a new line is found by
the very next question, in every process. Readers hold a snapshot that never changes and wait for nobody.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

import structlog
from flask import Flask, current_app, has_request_context, request

from participate.core.db import SAFE_METHODS, db, reading
from participate.matching import loading
from participate.matching.index.live import Index, Snapshot
from participate.matching.text.analyser import Analyser
from participate.matching.trail import TooMuch, Trail
from participate.places import queries as places
from participate.profiles import vocabulary

log = structlog.get_logger()
LOOK_EVERY = 0.3  # seconds between two looks at the trail
DRIFT = 0.1  # of the documents added since the fit: then the words are weighed anew
LEAST_DRIFT = 200  # documents
OLDEST = 6 * 3600  # seconds after which everything is read anew in any case
TRY_AGAIN = 20  # seconds after a failed build


@dataclass(frozen=True)
class Built:
    """An index with the trail from the moment before it was read, and each ward's id with those beside it."""

    index: Index
    trail: Trail
    near: dict[int, tuple[int, ...]]
    at: float = field(default_factory=time.monotonic)

    @property
    def worn(self) -> bool:
        """Whether so much has changed, or so long ago was it made, that it should be made anew."""
        added, fitted = self.index.changed, self.index.fitted
        return added > max(LEAST_DRIFT, DRIFT * fitted) or time.monotonic() - self.at > OLDEST


class Engine:
    """The index of one app in one process."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._built: Built | None = None
        self._looking = threading.Lock()
        self._building = threading.Lock()
        self._look_at = 0.0
        self._build_at = 0.0

    def snapshot(self) -> Snapshot | None:
        """What can be found now; None until the index has been built, which begins with the first question."""
        built = self._built
        if built is None or built.worn:
            self.start()
            built = self._built
        if built is None:
            return None
        self._look(built)
        return built.index.snapshot

    def near(self, ward_id: int | None) -> tuple[int, ...]:
        """The ids of a ward and of those beside it; empty when the ward is not known."""
        return self._built.near.get(ward_id, (ward_id,)) if self._built and ward_id is not None else ()

    def start(self) -> None:
        """Build the index beside the work at hand; in tests, at once."""
        if self._app.testing:
            self.build()
        elif time.monotonic() >= self._build_at and not self._building.locked():
            threading.Thread(target=self._build_quietly, name="matching", daemon=True).start()

    def build(self) -> None:
        """Read everything anew. The index that was there serves until the new one takes its place."""
        from participate.matching.index.fit import fit  # noqa: PLC0415 - two seconds, not needed to start

        with self._app.app_context():
            with reading():
                trail, near = Trail(), _neighbours()
            documents = loading.load_all()
            db.session.remove()
            self._built = Built(fit(documents, Analyser(_concepts)), trail, near)

    def _build_quietly(self) -> None:
        if not self._building.acquire(blocking=False):
            return
        try:
            started = time.monotonic()
            self.build()
            log.info("index built", seconds=round(time.monotonic() - started, 1))
        except Exception as error:
            self._build_at = time.monotonic() + TRY_AGAIN
            log.error("index not built", kind=type(error).__name__)
        finally:
            self._building.release()

    def _look(self, built: Built) -> None:
        """Read the trail, unless somebody does or just did. A request that may write could see its own unkept work."""
        writing = has_request_context() and request.method not in SAFE_METHODS
        if writing or time.monotonic() < self._look_at or not self._looking.acquire(blocking=False):
            return
        try:
            changes = built.trail.changes()
            if changes:
                loaded = loading.load(changes)
                built.index.replace(loaded.sources, loaded.documents, loaded.owners)
            self._look_at = time.monotonic() + LOOK_EVERY
        except TooMuch:
            self.start()
        finally:
            self._looking.release()


def of(app: Flask) -> Engine:
    """The engine of an app."""
    engine: Engine = app.extensions.setdefault("matching", Engine(app))
    return engine


def current() -> Engine:
    """The engine of the app at work."""
    return of(current_app._get_current_object())  # type: ignore[attr-defined]


def warm(app: Flask) -> None:
    """Begin to build the index, so that it is there before anybody asks. For each web process, once it runs."""
    of(app).start()


def _neighbours() -> dict[int, tuple[int, ...]]:
    return {ward.id: tuple(places.wards_near(ward.id)) for ward in places.list_wards()}


def _concepts(text: str) -> list[str]:
    return [concept.slug for concept in vocabulary.load().concepts_in(text)]
