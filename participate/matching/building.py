"""Building: everything read and fitted anew, put on disk by a process of its own, and taken from there by all others.

The process that builds keeps the interpreter busy for a while; the ones that serve never wait for it.
"""

from __future__ import annotations

import functools
import hashlib
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from participate.core.config import Settings
from participate.core.db import db, reading
from participate.matching import loading
from participate.matching.index import shelf, stored
from participate.matching.index.fit import fit
from participate.matching.index.live import Index
from participate.matching.index.packing import packed, unpacked
from participate.matching.learning.learn import learn
from participate.matching.learning.learned import Learned
from participate.matching.learning.maps import Maps
from participate.matching.learning.space import Space
from participate.matching.learning.texts import Texts
from participate.matching.learning.together import Together
from participate.matching.loading.history import history, parents
from participate.matching.text.analyser import Analyser
from participate.matching.trail import Trail
from participate.places import queries as places
from participate.profiles import vocabulary

DRIFT = 0.1  # of the documents added since the fit: then the words are weighed anew
LEAST_DRIFT = 200  # documents
OLDEST = 6 * 3600  # seconds after which everything is read anew in any case
LONGEST = 1_800  # seconds that a build may take
NICE = 5  # how far whoever builds steps back behind those that serve
LOCK_HELD = "--lock-held"  # what the process that builds is told by the one that waits for it
ROOT = Path(__file__).resolve().parents[1]
MADE_BY = ("matching/words.py", "matching/rules.py", "matching/text", "matching/index", "matching/loading",
           "matching/learning", "profiles/vocabulary")  # fmt: skip
LEARNED: tuple[type, ...] = (Learned, Maps, Space, Texts, Together)  # the classes of which what is learned is made


class NotBuilt(Exception):
    """The process that builds did not come to its end."""


@dataclass(frozen=True)
class Built:
    """An index with the trail from the moment before it was read, and each ward's id with those beside it.

    `learned` is what the texts and what people joined taught. `stamp` is that of the snapshot on disk from which it
    was taken; `at` is when it was read, in seconds since 1970.
    """

    index: Index
    trail: Trail
    near: dict[int, tuple[int, ...]]
    learned: Any = None
    stamp: tuple[int, int] = (0, 0)
    at: float = field(default_factory=time.time)

    @property
    def worn(self) -> bool:
        """Whether so much has changed, or so long ago was it made, that it should be made anew."""
        added, fitted = self.index.changed, self.index.fitted
        return added > max(LEAST_DRIFT, DRIFT * fitted) or time.time() - self.at > OLDEST


def folder_of(settings: Settings) -> Path:
    """Where the snapshots of a site are."""
    return settings.data / "matching"


def fresh() -> Built:
    """Everything read anew. It begins transactions of its own."""
    with reading():
        trail = Trail()
        near = {ward.id: tuple(places.wards_near(ward.id)) for ward in places.list_wards()}
    documents = loading.load_all()
    with reading():
        joined, wholes = history(), parents()
    db.session.remove()
    index = fit(documents, analyser())
    return Built(index, trail, near, learn(index.snapshot, joined, wholes))


def put_down(folder: Path, built: Built) -> None:
    """Put it on disk, in the place of what was there. Raises OSError."""
    arrays, facts = shelf.laid_down(built.index)
    facts["learned"] = packed(built.learned, "learned", arrays)
    facts |= {"settled": built.trail.settled, "seen": sorted(built.trail.seen), "at": built.at,
              "near": sorted(built.near.items())}  # fmt: skip
    stored.save(folder, made_by(), arrays, facts)


def pick_up(folder: Path) -> Built:
    """What lies on disk. Raises stored.Unusable."""
    stamp = stored.stamp(folder)
    found = stored.load(folder, made_by())
    try:
        facts = found.facts
        trail = Trail(int(facts["settled"]), set(facts["seen"]))
        near = {int(ward): tuple(beside) for ward, beside in facts["near"]}
        index = shelf.picked_up(found.arrays, facts, analyser())
        learned = unpacked(facts["learned"], found.arrays, LEARNED)
        return Built(index, trail, near, learned, stamp, float(facts["at"]))
    except (KeyError, TypeError, ValueError) as broken:
        raise stored.Unusable(type(broken).__name__) from broken


def in_own_process(settings: Settings, lock: int) -> None:
    """Build and put on disk, in a process that keeps the lock until it ends. Raises NotBuilt, OSError."""
    env = os.environ | {
        "PARTICIPATE_ENV": settings.env, "PARTICIPATE_DATA": str(settings.data),
        "DATABASE_URL": settings.database_url, "SECRET_KEY": settings.secret_key,
    }  # fmt: skip
    command = [sys.executable, "-m", "participate.serve", "index", LOCK_HELD]
    try:
        ended = subprocess.run(  # noqa: S603 - our own command, with our own settings
            command, env=env, cwd=ROOT.parent, pass_fds=(lock,), timeout=LONGEST, check=False
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise NotBuilt("it took too long") from None
    if ended.returncode:
        raise NotBuilt(f"it ended with {ended.returncode}")


def analyser() -> Analyser:
    """The analyser with the concepts of the neighbourhood's vocabulary."""
    return Analyser(_concepts)


def _concepts(text: str) -> list[str]:
    return [concept.slug for concept in vocabulary.load().concepts_in(text)]


@functools.cache
def made_by() -> str:
    """The code and the words that decide what a snapshot holds: one made by others is of no use."""
    digest = hashlib.sha256()
    for name in MADE_BY:
        path = ROOT / name
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
