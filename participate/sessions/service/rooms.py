"""The rooms of sessions: booked when they are planned, moved when they move, given up when they are off; and what
becomes of a session whose room is lost."""

from collections.abc import Callable, Collection, Iterable, Sequence

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.core.i18n import date_time_line
from participate.core.text import shorten
from participate.outbox.service import promise
from participate.sessions.models import Session
from participate.sessions.queries import find_by_booking, find_held, keeps, list_by_bookings, lock_sessions, slot_of
from participate.sessions.rules.rooms import RoomRefused, heads_of
from participate.sessions.words import SessionStatus
from participate.spaces import service as spaces
from participate.spaces.models import Booking, Space
from participate.spaces.queries import check_slots, list_of_series
from participate.spaces.rules import CannotBook, TooManyPeople, What
from participate.spaces.words import BookingStatus

LOST = (BookingStatus.DECLINED, BookingStatus.CANCELLED, BookingStatus.LAPSED)
LONGEST_LABEL = 120


def book_rooms(actor_id: int, sessions: Sequence[Session]) -> None:
    """Book the space of each of these sessions, if it is in one; what their project holds there already becomes theirs.
    Those of one project in one space are asked for together. Raises RoomRefused: the caller then writes nothing.
    """
    spaces.hold(*{each.space_id for each in sessions if each.space_id is not None})  # all at once, in one order
    left = [each for each in sessions if not _take_over(each)]
    for those in _together(left, lambda each: (each.space_id, each.project_id)):
        space = db.session.get(Space, those[0].space_id) if those[0].space_id is not None else None
        if space is not None:
            _book(actor_id, those, space, sessions)


def _take_over(session: Session) -> bool:
    """Whether its project holds its space then, as after a set was asked for: that booking is the session's now."""
    held = find_held(session.project_id, session.space_id, slot_of(session)) if session.space_id is not None else None
    heads = heads_of(session.capacity, session.places, session.taken)
    if held is None or heads > held.space.capacity:
        return False
    session.booking, held.subject, held.heads = held, subject_of(session), heads
    db.session.flush()
    return True


def _book(actor_id: int, those: Sequence[Session], space: Space, every: Sequence[Session]) -> None:
    as_keeper, what = keeps(actor_id, space), _what(those)
    try:
        if len(those) == 1:
            made = [spaces.book(actor_id, space, slot_of(those[0]), what, as_keeper=as_keeper)]
        else:
            made = spaces.book_series(actor_id, space, list(map(slot_of, those)), what, as_keeper=as_keeper)
    except CannotBook as broken:
        first, why = _refused(those, space, broken, as_keeper=as_keeper)
        raise RoomRefused(every.index(first), first.starts_at, why) from broken
    for session, booking in zip(those, made, strict=True):
        session.booking, booking.subject = booking, subject_of(session)
    db.session.flush()


def subject_of(session: Session) -> str:
    """How a session is named by what is below it: bookings and loans."""
    return f"session:{session.id}"


def _what(sessions: Sequence[Session]) -> What:
    first = sessions[0]
    label = first.name if first.name == first.project.name else f"{first.project.name}: {first.name}"
    heads = max(heads_of(each.capacity, each.places, each.taken) for each in sessions)
    return What(shorten(label, LONGEST_LABEL), heads=heads, subject=subject_of(first))


def _refused(
    sessions: Sequence[Session], space: Space, broken: CannotBook, *, as_keeper: bool, but: Collection[int] = ()
) -> tuple[Session, RuleBroken]:
    """The first of these that cannot be, and why: whoever planned them hears which day it is."""
    slots, heads = list(map(slot_of, sessions)), _what(sessions).heads
    found = check_slots(space, slots, heads, as_keeper=as_keeper, but=but)
    return next(((each, why) for each, why in zip(sessions, found, strict=True) if why), (sessions[0], broken))


def follow_sessions(actor_id: int, sessions: Sequence[Session]) -> None:
    """After sessions moved: their bookings move along, to another time or another space; new ones are made and old
    ones given up where a session is in a space only now, or no more. Each keeper hears once. Raises RoomRefused.
    """
    left = [each.booking for each in sessions if each.booking is not None and each.space_id is None]
    for each in sessions:
        if each.space_id is None:
            each.booking = None
    db.session.flush()
    spaces.cancel_several(actor_id, left)
    inside = [each for each in sessions if each.space_id is not None]
    standing = [each for each in inside if each.booking is not None and each.booking.status not in LOST]
    for those in _together(standing, lambda each: each.space_id):
        _move(actor_id, those)
    book_rooms(actor_id, [each for each in inside if each not in standing])


def _move(actor_id: int, sessions: Sequence[Session]) -> None:
    space = db.session.get_one(Space, sessions[0].space_id)
    as_keeper, wanted = keeps(actor_id, space), list[tuple[Booking, Session]]()
    for each in sessions:
        if each.booking is not None:
            each.booking.heads = heads_of(each.capacity, each.places, each.taken)
            wanted.append((each.booking, each))
    begun = [pair for pair in wanted if pair[0].starts_at <= clock.now()]
    to_come = [(booking, slot_of(each)) for booking, each in wanted if booking.starts_at > clock.now()]
    try:
        for booking, each in begun:
            spaces.move(actor_id, booking, slot_of(each), space, as_keeper=as_keeper)
        spaces.move_several(actor_id, to_come, space, as_keeper=as_keeper)
    except CannotBook as broken:
        but = [booking.id for booking, _each in wanted]
        first, why = _refused(sessions, space, broken, as_keeper=as_keeper, but=but)
        raise RoomRefused(sessions.index(first), first.starts_at, why) from broken


def fit_heads(session: Session) -> None:
    """Its room is booked for as many as may come now. Raises TooManyPeople where they do not fit."""
    booking, heads = session.booking, heads_of(session.capacity, session.places, session.taken)
    if booking is None or booking.heads == heads:
        return
    if heads > booking.space.capacity:
        raise TooManyPeople(most=booking.space.capacity)
    booking.heads = heads


def give_up_rooms(actor_id: int | None, sessions: Sequence[Session], reason: str) -> None:
    """These sessions are off: their rooms are free, and each keeper hears once."""
    spaces.cancel_several(actor_id, [each.booking for each in sessions if each.booking is not None], reason)


def follow_booking(booking_id: int) -> None:
    """The booking of a room was answered or given up: its session follows, as the booking stands now.

    Without a room the place is open, and whoever hosts hears of it once, however many days it is about. What is over
    or cancelled stays as it was.
    """
    first = find_by_booking(booking_id)
    if first is None or first.booking is None or first.booking.status not in LOST:
        return
    series = first.booking.series_id
    bookings = list_of_series(series) if series is not None else [first.booking]
    lost = [each.id for each in bookings if each.status in LOST]
    sessions = list_by_bookings(lost)
    lock_sessions(sessions)
    now = clock.now()
    open_now = [
        each for each in sessions
        if each.booking_id in lost and each.status is SessionStatus.PLANNED and each.ends_at > now
    ]  # fmt: skip
    for those in _together(open_now, lambda each: (each.space_id, each.host_id)):
        _lose_room(those)


def _lose_room(sessions: Sequence[Session]) -> None:
    booking = sessions[0].booking
    for each in sessions:
        # What was said about the way belongs to the room that is lost.
        each.space_id = each.booking_id = each.hub_id = None
        each.place_note, each.door = "", ""
        each.changed_at, each.sequence = clock.now(), each.sequence + 1
        record(None, "changed", "session", each.id)
    db.session.flush()
    if booking is not None:
        _tell_host(sessions, booking)


def _tell_host(sessions: Sequence[Session], booking: Booking) -> None:
    first, last = sessions[0], sessions[-1]
    facts = {
        "id": first.id, "name": first.name, "space": booking.space.name, "reason": booking.reason,
        "why": booking.status.value, "dates": [date_time_line(each.starts_at, each.ends_at) for each in sessions],
    }  # fmt: skip
    for person_id in {first.host_id or booking.person_id, booking.person_id} - {None}:
        letter = {"name": "session_without_room", "person_id": person_id, "facts": facts}
        key = f"session_without_room:{first.id}:{first.sequence}:{person_id}"
        promise("letter", letter, key=key, good_until=last.ends_at)


def _together(sessions: Iterable[Session], key: Callable[[Session], object]) -> list[list[Session]]:
    found: dict[object, list[Session]] = {}
    for each in sessions:
        found.setdefault(key(each), []).append(each)
    return list(found.values())
