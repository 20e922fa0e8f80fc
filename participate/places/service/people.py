"""Where a person says she is. The account belongs to another slice; a place is all that is touched here."""

from typing import Protocol

from participate.audit.service import record
from participate.core.db import db


class Settled(Protocol):
    """Somebody whose account keeps a ward and, if she agreed, a 250 m square."""

    id: int
    ward_id: int | None
    square: int | None


def move_to(person: Settled, ward_id: int, square: int | None) -> None:
    """Keep a ward, and a square if she agreed to it, with her account. Without a square an older one goes."""
    _set(person, ward_id, square)


def forget_place(person: Settled) -> None:
    """Take ward and square off her account."""
    _set(person, None, None)


def _set(person: Settled, ward_id: int | None, square: int | None) -> None:
    if (person.ward_id, person.square) == (ward_id, square):
        return
    person.ward_id, person.square = ward_id, square
    db.session.flush()
    record(person.id, "moved", "person", person.id)
