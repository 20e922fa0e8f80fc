"""Reading the days of a space: when it is open, what of that is free, and who has the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import joinedload, lazyload

from participate.core import clock
from participate.core.db import db
from participate.spaces.models import Booking, Space
from participate.spaces.queries.bookings import LONGEST_HELD
from participate.spaces.rules import Opening, Slot, hours_on, spans
from participate.spaces.rules.free import free_in, state_of
from participate.spaces.rules.opening import MIDNIGHT, Span, end_at, moment_at
from participate.spaces.words import BookingStatus, DayState

MOST_BOOKINGS = 1_000
STANDS = (BookingStatus.AGREED, BookingStatus.ASKED)
HOLDS = BookingStatus.AGREED


@dataclass(frozen=True)
class Day:
    """A London day of a space. `bookings`: agreed and asked, in order; `free`: stretches in which one more fits."""

    day: date
    hours: list[tuple[time, time]]
    free: list[Slot]
    bookings: list[Booking]
    state: DayState

    def part_of(self, slot: Slot) -> Slot:
        """What of some time lies on this day."""
        first, last = ends_of(self.day)
        return Slot(max(slot.starts_at, first), min(slot.ends_at, last))


def ends_of(day: date) -> Span:
    """The UTC moments at which a London day begins and ends."""
    return moment_at(day, MIDNIGHT), end_at(day, MIDNIGHT)


def list_days(space: Space, opening: Opening, first: date, number: int, *, people: bool = False) -> list[Day]:
    """So many days of a space from `first` on; `people`: with who booked. One statement, with people two."""
    last = first + timedelta(days=number - 1)
    found = _bookings(space.id, ends_of(first)[0], ends_of(last)[1], people=people)
    return [_day(space, opening, first + timedelta(days=each), found) for each in range(number)]


def _bookings(space_id: int, first: datetime, last: datetime, *, people: bool) -> Sequence[Booking]:
    query = select(Booking).where(
        Booking.space_id == space_id,
        Booking.status.in_(STANDS),
        Booking.held_from < last,
        Booking.held_from > first - LONGEST_HELD,
        Booking.held_until > first,
    )
    query = query.options(joinedload(Booking.person) if people else lazyload(Booking.person))
    return db.session.scalars(query.order_by(Booking.starts_at, Booking.id).limit(MOST_BOOKINGS)).all()


def _day(space: Space, opening: Opening, day: date, bookings: Sequence[Booking]) -> Day:
    first, last = ends_of(day)
    now, open_ = clock.now(), spans(opening, day, day)
    held = [
        Slot(each.held_from, each.held_until)
        for each in bookings
        if each.status is HOLDS and each.held_from < last and each.held_until > first
    ]
    free = free_in(open_, held, before=space.before, after=space.after, least=space.least_minutes, since=now)
    taken = any(Slot(*span).clashes(each) for span in open_ for each in held)
    latest = now + timedelta(days=space.ahead_days)
    return Day(
        day=day,
        hours=hours_on(opening, day),
        free=free,
        bookings=[each for each in bookings if each.starts_at < last and each.ends_at > first],
        state=state_of(open_, free, taken=taken, now=now, latest=latest),
    )
