"""Whoever looks after a space says yes or no; a booking is given up; an answer that never came."""

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.spaces.models import Booking
from participate.spaces.rules import (
    ReasonMissing,
    Slot,
    SpaceTaken,
    check_move,
    check_not_over,
)
from participate.spaces.service.holding import hold_for, is_free, one_holder
from participate.spaces.service.telling import tell_agreed, tell_cancelled, tell_declined, tell_lapsed, wake
from participate.spaces.words import BookingStatus


def agree(actor_id: int, booking: Booking) -> None:
    """Yes: now it holds its time. Raises AnsweredAlready, BookingOver or SpaceTaken."""
    hold_for(booking)
    write_yes(actor_id, booking)
    tell_agreed(actor_id, [booking])


def write_yes(actor_id: int, booking: Booking) -> None:
    """Agree to a booking whose space is held. Raises as `agree`."""
    check_move(booking.status, BookingStatus.AGREED)
    check_not_over(booking.starts_at, clock.now())
    space = booking.space
    held = Slot(booking.starts_at, booking.ends_at).held(space.before, space.after)
    if not is_free(space.id, held, but=[booking.id]):
        raise SpaceTaken
    with one_holder():
        booking.held_from, booking.held_until = held.starts_at, held.ends_at
        _answer(actor_id, booking, BookingStatus.AGREED)
    note_change(actor_id, booking, "agreed")


def decline(actor_id: int, booking: Booking, reason: str) -> None:
    """Not this time, and why. Raises AnsweredAlready or ReasonMissing."""
    hold_for(booking)
    write_no(actor_id, booking, reason)
    tell_declined(actor_id, [booking], reason)


def write_no(actor_id: int, booking: Booking, reason: str) -> None:
    """Decline a booking whose space is held. Raises as `decline`."""
    if not reason.strip():
        raise ReasonMissing
    check_move(booking.status, BookingStatus.DECLINED)
    booking.reason = reason.strip()
    _answer(actor_id, booking, BookingStatus.DECLINED)
    note_change(actor_id, booking, "declined")


def cancel(actor_id: int, booking: Booking, reason: str = "") -> None:
    """It is off: by whoever made it, or whoever looks after the space. Raises AnsweredAlready or BookingOver."""
    hold_for(booking)
    write_off(actor_id, booking, reason)
    tell_cancelled(actor_id, [booking], reason)


def write_off(actor_id: int | None, booking: Booking, reason: str) -> None:
    """Cancel a booking whose space is held. Raises as `cancel`."""
    check_move(booking.status, BookingStatus.CANCELLED)
    check_not_over(booking.ends_at, clock.now())
    booking.status, booking.cancelled_at, booking.reason = BookingStatus.CANCELLED, clock.now(), reason.strip()
    note_change(actor_id, booking, "cancelled")


def lapse(booking: Booking) -> bool:
    """Its time came and nobody answered. Returns whether it was so."""
    hold_for(booking)
    if booking.status is not BookingStatus.ASKED or booking.starts_at > clock.now():
        return False
    booking.status = BookingStatus.LAPSED
    note_change(None, booking, "lapsed")
    tell_lapsed(booking)
    return True


def _answer(actor_id: int, booking: Booking, status: BookingStatus) -> None:
    booking.status, booking.answered_at, booking.answered_by = status, clock.now(), actor_id


def note_change(actor_id: int | None, booking: Booking, verb: str) -> None:
    """The trail, the calendars, and whoever built on the booking hear of a change."""
    booking.changed_at, booking.sequence = clock.now(), booking.sequence + 1
    record(actor_id, verb, "booking", booking.id)
    db.session.flush()
    wake(booking, verb)
