"""Reading what is free instead of a time that is taken, and what somebody has booked already."""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.spaces.models import Booking, Space
from participate.spaces.queries.bookings import list_held
from participate.spaces.queries.opening import terms_of
from participate.spaces.rules import Slot, Terms, check, first_clash
from participate.spaces.words import BookingStatus


def list_free(
    space: Space, slots: Sequence[Slot], heads: int = 1, *, as_keeper: bool = False, but: Collection[int] = ()
) -> list[Slot]:
    """Those of `slots` that could be booked, each by itself: they may overlap. `but`: ids of bookings that do not
    count. A handful of statements, however many slots.
    """
    if not slots:
        return []
    terms = terms_of(space)
    held = [slot.held(terms.before, terms.after) for slot in slots]
    taken = list_held([space.id], min(each.starts_at for each in held), max(each.ends_at for each in held), but)
    return [
        slot
        for slot, with_minutes in zip(slots, held, strict=True)
        if first_clash(with_minutes, taken) is None and _may_be(slot, heads, terms, as_keeper=as_keeper)
    ]


def _may_be(slot: Slot, heads: int, terms: Terms, *, as_keeper: bool) -> bool:
    try:
        check(slot, heads, terms, clock.now(), as_keeper=as_keeper)
    except RuleBroken:
        return False
    return True


def find_own(person_id: int, space_id: int, slot: Slot) -> Booking | None:
    """A person's booking of exactly this time in this space that is asked for or agreed; or None."""
    query = select(Booking).where(
        Booking.person_id == person_id,
        Booking.space_id == space_id,
        Booking.starts_at == slot.starts_at,
        Booking.ends_at == slot.ends_at,
        Booking.status.in_([BookingStatus.ASKED, BookingStatus.AGREED]),
    )
    return db.session.scalar(query.order_by(Booking.id).limit(1))
