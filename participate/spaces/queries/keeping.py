"""Reading for whoever looks after spaces: how much each of them is used."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from sqlalchemy import select

from participate.core.clock import moment_of
from participate.core.db import db
from participate.spaces.models import Booking, Space
from participate.spaces.queries.bookings import LONGEST_HELD
from participate.spaces.queries.opening import openings_of
from participate.spaces.queries.use import Use
from participate.spaces.rules import Slot, minutes_open
from participate.spaces.rules.opening import MIDNIGHT
from participate.spaces.words import BookingStatus


def uses_of(spaces: Sequence[Space], first_day: date, last_day: date) -> dict[int, Use]:
    """As `use_of`, for several spaces at once, by id. Three statements."""
    slots = _agreed([each.id for each in spaces], first_day, last_day)
    openings = openings_of(spaces)
    return {
        each.id: Use(
            used_minutes=sum(slot.minutes for slot in slots.get(each.id, [])),
            offered_minutes=minutes_open(openings[each.id], first_day, last_day) if openings[each.id].week else 0,
            bookings=len(slots.get(each.id, [])),
        )
        for each in spaces
    }


def _agreed(space_ids: Collection[int], first_day: date, last_day: date) -> dict[int, list[Slot]]:
    """What of agreed bookings lies within these London days, by space."""
    first, last = moment_of(first_day, MIDNIGHT), moment_of(last_day + timedelta(days=1), MIDNIGHT)
    query = select(Booking.space_id, Booking.starts_at, Booking.ends_at).where(
        Booking.space_id.in_(space_ids),
        Booking.status == BookingStatus.AGREED,
        Booking.held_from < last,
        Booking.held_from > first - LONGEST_HELD,
        Booking.starts_at < last,
        Booking.ends_at > first,
    )
    found: dict[int, list[Slot]] = {}
    for space_id, starts_at, ends_at in db.session.execute(query.order_by(Booking.starts_at, Booking.id)):
        found.setdefault(space_id, []).append(Slot(max(starts_at, first), min(ends_at, last)))
    return found
