"""What becomes of a session when its room is answered for, given up or moved."""

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.i18n import date_time_line
from participate.outbox.service import promise
from participate.sessions.models import Session
from participate.sessions.queries import find_by_booking
from participate.sessions.words import SessionStatus
from participate.spaces.models import Booking
from participate.spaces.words import BookingStatus

LOST = (BookingStatus.DECLINED, BookingStatus.CANCELLED, BookingStatus.LAPSED)


def follow_booking(booking_id: int) -> None:
    """A booking was agreed, declined, cancelled or moved: its session follows, as the booking stands now.

    Without a room the place is open, and whoever hosts hears of it with spaces that fit. What is over or cancelled
    stays as it was.
    """
    session = find_by_booking(booking_id)
    if session is None or session.status is not SessionStatus.PLANNED or session.ends_at <= clock.now():
        return
    booking = session.booking
    if booking is not None and booking.status in LOST:
        _lose_room(session, booking)


def _lose_room(session: Session, booking: Booking) -> None:
    session.space_id, session.booking_id, session.hub_id = None, None, None
    session.changed_at, session.sequence = clock.now(), session.sequence + 1
    record(None, "changed", "session", session.id)
    db.session.flush()
    if session.host_id is None:
        return
    facts = {
        "id": session.id, "name": session.name, "space": booking.space.name, "reason": booking.reason,
        "when": date_time_line(session.starts_at, session.ends_at),
    }  # fmt: skip
    letter = {"name": "session_without_room", "person_id": session.host_id, "facts": facts}
    key = f"session_without_room:{session.id}:{session.sequence}:{session.host_id}"
    promise("letter", letter, key=key, good_until=session.ends_at)
