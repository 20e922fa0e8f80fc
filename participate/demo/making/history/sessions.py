"""The sessions of the past: where and when they were, and how they were counted."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from participate.demo.content import reading
from participate.demo.making.bookings import Booked, add_booking
from participate.demo.making.counts import COUNTED_AFTER, LONGER
from participate.demo.making.diary import Diary
from participate.demo.making.ground import DAY, Ground
from participate.demo.making.history.coming import draw_heads, write_heads
from participate.demo.making.history.meetings import Meeting
from participate.demo.making.past import Held, Past
from participate.demo.making.sessions import Rooms, Venue, find_venue, span_of, standing
from participate.sessions.words import SessionStatus
from participate.spaces.rules.opening import Span
from participate.spaces.words import BookingStatus

CANCELLED = 0.03
NEAR = 23 * DAY  # the spaces of these last days are left to what neighbours book for themselves
# How long after the end the host closes the count, and how often; the rest is never counted.
CLOSING = ((0.78, timedelta(), timedelta()), (0.92, DAY, 6 * DAY), (0.96, 11 * DAY, 25 * DAY))


def write_session(ground: Ground, dice: Random, meeting: Meeting, rooms: Rooms, diary: Diary, past: Past) -> None:
    """One session with everything that hangs on it."""
    span = span_of(meeting.project, meeting.day)
    near = meeting.day > ground.today - NEAR
    venue = find_venue(ground, meeting.project, {} if near else rooms, [span], diary)
    if dice.random() < CANCELLED:
        _write(ground, dice, meeting, venue, span, 0, called_off=True)
        return
    counted = _counted_at(ground, dice, span[1])
    heads = draw_heads(ground, dice, meeting, span[0])
    number = _write(ground, dice, meeting, venue, span, heads.taken, counted)
    write_heads(ground, dice, meeting, number, span, heads, past, counted=counted is not None)
    if counted:
        ground.book.note(counted, meeting.host, "closed the count of", "session", number)
        past.held[meeting.project.id].append(Held(number, meeting.project.id, span[1]))


def _counted_at(ground: Ground, dice: Random, ends: datetime) -> datetime | None:
    """When the host closed the count: mostly at once, sometimes days or weeks later, now and then never."""
    drawn = dice.random()
    for share, least, most in CLOSING:
        if drawn < share:
            at = ends + COUNTED_AFTER + least + (most - least) * dice.random()
            return at if at < ground.midnight else None
    return None


def _write(
    ground: Ground, dice: Random, meeting: Meeting, venue: Venue, span: Span, taken: int,
    counted: datetime | None = None, *, called_off: bool = False,
) -> int:  # fmt: skip
    project, made = meeting.project, max(meeting.project.began, span[0] - dice.randrange(14, 40) * DAY)
    off = max(made, span[0] - DAY) if called_off else None
    because = dice.choice(reading.lines("notes")["session"]["cancelled"]) if called_off else ""
    number = ground.book.add(
        "session", **standing(ground, project, venue, span, meeting.host),
        booking_id=_book(ground, meeting, venue, span, made, called_off=called_off), apart=False,
        sequence=int(called_off), status=SessionStatus.CANCELLED if called_off else SessionStatus.PLANNED,
        made_at=made, cancelled_at=off, cancelled_because=because, changed_at=off or made, taken=taken,
        series_id=None, series_day=None, **_closing(dice, counted, project.variant.when.minutes),
    )  # fmt: skip
    ground.book.note(made, meeting.host, "made", "session", number)
    if off:
        ground.book.note(off, meeting.host, "cancelled", "session", number)
    return number


def _closing(dice: Random, counted: datetime | None, minutes: int) -> dict[str, Any]:
    return {"counted_at": counted, "actual_minutes": max(15, minutes + dice.choice(LONGER)) if counted else None}


def _book(
    ground: Ground, meeting: Meeting, venue: Venue, span: Span, made: datetime, *, called_off: bool
) -> int | None:
    """The booking of the session that comes next, where it has a space."""
    if venue.room is None:
        return None
    subject = f"session:{ground.book.next('session')}"
    booked = Booked(meeting.host, meeting.project.name[:120], subject, meeting.project.variant.seats or 1)
    status = BookingStatus.CANCELLED if called_off else BookingStatus.AGREED
    return add_booking(ground, venue.room, span, booked, status, made)
