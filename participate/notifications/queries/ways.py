"""Which ways work."""

from sqlalchemy import select

from participate.core.db import db
from participate.notifications.models import Bounce, Gate
from participate.notifications.words import Way


def broken_ways(person_id: int) -> set[Way]:
    """The ways on which a letter to her came back for good."""
    return set(db.session.scalars(select(Bounce.way).where(Bounce.person_id == person_id).order_by(Bounce.way)))


def find_gate(way: Way) -> Gate | None:
    """The gate of a sender that is down, or None."""
    return db.session.scalar(select(Gate).where(Gate.way == way))
