"""How the trail is sealed: each row's seal is a keyed hash of the row and of the seal before it. Pure.

Whoever changes a row, takes one out or puts one in, without the site's key, breaks the chain at that row.
"""

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

KEPT = timedelta(days=730)  # 24 months
NO_SEAL = ""  # before the first row ever


class Line(NamedTuple):
    """What of a row is sealed: all of it."""

    id: int
    at: datetime
    actor_id: int | None
    verb: str
    kind: str
    thing_id: int


def seal_of(key: bytes, before: str, line: Line) -> str:
    """The seal of a row whose predecessor has the seal `before`: 64 hex digits."""
    return _keyed(key, "row", before, line.id, line.at.astimezone(UTC).isoformat(), *line[2:])


def signature_of(key: bytes, row_id: int, rows: int, digest: str, made_at: datetime) -> str:
    """The signature of a checkpoint: 64 hex digits."""
    return _keyed(key, "checkpoint", row_id, rows, digest, made_at.astimezone(UTC).isoformat())


def is_same(one: str, other: str) -> bool:
    """Whether two seals are the same, in a time that tells nothing."""
    return hmac.compare_digest(one.encode(), other.encode())


def _keyed(key: bytes, *parts: object) -> str:
    return hmac.new(key, json.dumps(["audit", *parts]).encode(), hashlib.sha256).hexdigest()
