"""Snapshots on disk: one file of arrays, which all processes map into their memory together, and a manifest that names
it, with its SHA-256, and is changed in one step. Whoever writes can be killed at any moment: what was there stays.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import mmap
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

MANIFEST, LOCK = "manifest.json", "lock"
ARRAYS, HALF_WRITTEN = ".arrays", ".half"
FORMAT = 2  # of the file and of the manifest
ALIGN = 64  # bytes
OWN, MODE = 0o600, 0o700  # of files and of their folder: what people wrote is among it
READ_AT_ONCE = 1 << 22
NONE = (0, 0)  # the stamp of no snapshot


class Unusable(Exception):
    """There is no snapshot, or it is broken, or another version of the code made it."""


@dataclass(frozen=True)
class Snapshot:
    """What lay on disk: arrays that cannot be written, and the facts beside them."""

    arrays: dict[str, NDArray[Any]]
    facts: dict[str, Any]


def save(folder: Path, made_by: str, arrays: Mapping[str, NDArray[Any]], facts: Mapping[str, Any]) -> None:
    """Put a snapshot in the place of the one that was there. Raises OSError. One at a time: see `building`."""
    folder.mkdir(parents=True, exist_ok=True, mode=MODE)
    half = folder / f"{os.getpid()}{HALF_WRITTEN}"
    with _opened(half) as file:
        where, digest, size = _write(file, arrays)
    name = f"{digest[:16]}{ARRAYS}"
    os.replace(half, folder / name)
    told = {"format": FORMAT, "made_by": made_by, "file": name, "size": size, "sha256": digest, "arrays": where,
            "facts": dict(facts)}  # fmt: skip
    with _opened(half) as file:
        file.write(json.dumps({"check": _check(told), "told": told}).encode())
    os.replace(half, folder / MANIFEST)
    _settle(folder)
    for old in folder.iterdir():
        if old.suffix in (ARRAYS, HALF_WRITTEN) and old.name != name:
            old.unlink(missing_ok=True)  # whoever has it mapped keeps it


def load(folder: Path, made_by: str) -> Snapshot:
    """The snapshot that is there, checked. Raises Unusable."""
    try:
        try:
            return _load(folder, made_by)
        except FileNotFoundError:  # perhaps because another one took its place just now
            return _load(folder, made_by)
    except (OSError, ValueError, KeyError, TypeError) as broken:
        raise Unusable(type(broken).__name__) from broken


def _load(folder: Path, made_by: str) -> Snapshot:
    told = _manifest(folder, made_by)
    return Snapshot(_mapped(folder / told["file"], told), told["facts"])


def stamp(folder: Path) -> tuple[int, int]:
    """Something that changes whenever another snapshot is put there; (0, 0) where there is none."""
    try:
        found = (folder / MANIFEST).stat()
    except OSError:
        return NONE
    return found.st_ino, found.st_mtime_ns


@contextlib.contextmanager
def building(folder: Path, *, wait: bool = False) -> Iterator[int | None]:
    """While the block runs, nobody else in any process builds: the number of the lock's open file, which a child may
    inherit and keep; None when somebody else is building, who is waited for with `wait`. The lock ends with the last
    process that has it, however that ends. Raises OSError where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=MODE)
    lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, OWN)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        yield None
    else:
        yield lock
    finally:
        os.close(lock)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """A new file that is on the disk when the block ends."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWN), "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def _write(file: IO[bytes], arrays: Mapping[str, NDArray[Any]]) -> tuple[dict[str, Any], str, int]:
    """Write the arrays one after the other; returns where each is, the digest and the size of all."""
    digest, at, where = hashlib.sha256(), 0, {}
    for name, each in arrays.items():
        where[name] = [each.dtype.str, list(each.shape), at]
        gap = -each.nbytes % ALIGN
        for part in (np.ascontiguousarray(each).reshape(-1).view(np.uint8).data, bytes(gap)):
            file.write(part)
            digest.update(part)
        at += each.nbytes + gap
    return where, digest.hexdigest(), at


def _settle(folder: Path) -> None:
    """Make sure that the new names are on the disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _check(told: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _manifest(folder: Path, made_by: str) -> dict[str, Any]:
    given = json.loads((folder / MANIFEST).read_bytes())
    told: dict[str, Any] = given["told"]
    if given["check"] != _check(told):
        raise ValueError("the manifest was changed")
    if told["format"] != FORMAT or told["made_by"] != made_by:
        raise ValueError("another version")
    return told


def _mapped(path: Path, told: Mapping[str, Any]) -> dict[str, NDArray[Any]]:
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size != told["size"]:
            raise ValueError("cut short")
        whole: Any = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if told["size"] else b""
    digest, view = hashlib.sha256(), memoryview(whole)
    for at in range(0, len(view), READ_AT_ONCE):
        digest.update(view[at : at + READ_AT_ONCE])
    if digest.hexdigest() != told["sha256"]:
        raise ValueError("not what was written")
    return {
        name: np.frombuffer(whole, kind, int(np.prod(shape, dtype=np.int64)), at).reshape(shape)
        for name, (kind, shape, at) in told["arrays"].items()
    }
