"""Several spaces at once: for whoever looks among many for one that fits."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participate.core.db import db
from participate.spaces.models import Booking, Space
from participate.spaces.queries.bookings import LONGEST_HELD
from participate.spaces.rules import Slot
from participate.spaces.words import BookingStatus


def spaces_of(ids: Collection[int]) -> dict[int, Space]:
    """The spaces with these ids, hidden or not, with who looks after them, by id. One statement."""
    if not ids:
        return {}
    known = (Space.keeper, Space.organisation, Space.hub)
    query = select(Space).where(Space.id.in_(ids)).options(*map(joinedload, known)).order_by(Space.id)
    return {each.id: each for each in db.session.scalars(query)}


def held_of(ids: Collection[int], first: datetime, last: datetime) -> dict[int, list[Slot]]:
    """The time that agreed bookings of these spaces hold between two moments, by space. One statement."""
    if not ids:
        return {}
    query = select(Booking.space_id, Booking.held_from, Booking.held_until).where(
        Booking.space_id.in_(ids),
        Booking.status == BookingStatus.AGREED,
        Booking.held_from < last,
        Booking.held_from > first - LONGEST_HELD,
        Booking.held_until > first,
    )
    found: dict[int, list[Slot]] = {}
    for space_id, *held in db.session.execute(query.order_by(Booking.held_from, Booking.id)):
        found.setdefault(space_id, []).append(Slot(*held))
    return found
