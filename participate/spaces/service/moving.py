"""A booking moves to another time or another space, or is made longer or shorter."""

from participate.core import clock
from participate.spaces.models import Booking, Space
from participate.spaces.queries import terms_of
from participate.spaces.rules import InThePast, Slot, SpaceTaken, check, check_move, check_not_over, status_of_new
from participate.spaces.service.answers import note_change
from participate.spaces.service.holding import hold_for, is_free, one_holder
from participate.spaces.service.telling import tell_moved
from participate.spaces.words import BookingStatus


def move(
    actor_id: int, booking: Booking, slot: Slot, space: Space | None = None, *, as_keeper: bool = False
) -> Booking:
    """Another time, another space, or both; also longer or shorter.

    Moved by its keeper, or in a space that is booked at once, it is agreed; else it is asked for again, and the time
    that it held is free. One that has begun keeps its beginning. Raises as `book`, AnsweredAlready or BookingOver.
    """
    target_id = space.id if space is not None else booking.space_id
    hold_for(booking, target_id)
    check_move(booking.status, BookingStatus.CANCELLED)  # one that stands may change
    check_not_over(booking.ends_at, clock.now())
    target, before = space or booking.space, (Slot(booking.starts_at, booking.ends_at), booking.space)
    if before == (slot, target):
        return booking
    _check(booking, slot, target, as_keeper=as_keeper)
    with one_holder():
        put(actor_id, booking, slot, target, as_keeper=as_keeper)
    note_change(actor_id, booking, "moved")
    tell_moved(actor_id, [booking], [before])
    return booking


def _check(booking: Booking, slot: Slot, space: Space, *, as_keeper: bool) -> None:
    terms, now = terms_of(space), clock.now()
    begun = booking.status is BookingStatus.AGREED and booking.starts_at <= now
    stays = begun and slot.starts_at == booking.starts_at and space.id == booking.space_id
    if slot.ends_at <= now:
        raise InThePast
    check(slot, booking.heads, terms, now, as_keeper=as_keeper, begun=stays)
    if not is_free(space.id, slot.held(terms.before, terms.after), but=[booking.id]):
        raise SpaceTaken


def put(actor_id: int, booking: Booking, slot: Slot, space: Space, *, as_keeper: bool) -> None:
    """Write when and where a booking is now, agreed or asked for as a new one would be. The spaces must be held, and
    the time be checked."""
    held, status = slot.held(space.before, space.after), status_of_new(space.mode, as_keeper=as_keeper)
    booking.space = space
    booking.starts_at, booking.ends_at = slot.starts_at, slot.ends_at
    booking.held_from, booking.held_until = held.starts_at, held.ends_at
    booking.status, booking.reason = status, ""
    booking.answered_at = clock.now() if status is BookingStatus.AGREED else None
    booking.answered_by = actor_id if as_keeper else None
