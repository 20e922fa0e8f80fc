"""Spaces: F-01/F-02 many want one hour, F-03 two staff say yes, F-04 moves and longer times, F-05 off and booked again,
F-07 a series. Whatever happens, nobody shares a moment of a space with anybody else."""

from collections import Counter
from datetime import datetime, time, timedelta

from sqlalchemy import delete, select

from participate.core import clock
from participate.core.db import db
from participate.outbox.models import Promise
from participate.spaces import queries, service
from participate.spaces.models import Booking, BookingSeries, Space
from participate.spaces.rules import Slot, What
from participate.spaces.words import BookingMode, BookingStatus, SpaceKind
from tests.races.racing import Job, Race, Start
from tests.races.seats import people
from tests.races.unguarded import unguarded

AGREED = Promise.key.like("booking_agreed:%")
CROWD = 12
HOURS = (8, 10, 12, 14)  # four slots of two hours that touch
TIMES = 10
LUNCH = What("Lunch")


def room(keeper_id: int, mode: BookingMode = BookingMode.INSTANT) -> int:
    """A new space that is open at all hours."""
    now = clock.now()
    made = Space(
        name="Hall", kind=SpaceKind.HALL, capacity=40, mode=mode, keeper_id=keeper_id, before=5, after=0,
        least_minutes=30, most_minutes=600, expires_on=clock.today() + timedelta(days=100), made_at=now, changed_at=now,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    return made.id


def at(hour: int, minutes: int = 115, week: int = 0) -> Slot:
    """From an hour of a day in five days, or so many weeks later; five minutes are left between two."""
    day = clock.today() + timedelta(days=5, weeks=week)
    starts_at = clock.moment_of(day, time(hour))
    return Slot(starts_at, starts_at + timedelta(minutes=minutes))


def books(person_id: int, space_id: int, slot: Slot) -> Job:
    return lambda: service.book(person_id, db.session.get_one(Space, space_id), slot, LUNCH)


def moves(person_id: int, booking_id: int, slot: Slot, space_id: int | None = None) -> Job:
    def move() -> None:
        space = db.session.get_one(Space, space_id) if space_id is not None else None
        service.move(person_id, db.session.get_one(Booking, booking_id), slot, space)

    return move


def cancels(person_id: int, booking_id: int) -> Job:
    return lambda: service.cancel(person_id, db.session.get_one(Booking, booking_id))


def agrees(person_id: int, booking_id: int) -> Job:
    return lambda: service.agree(person_id, db.session.get_one(Booking, booking_id))


def laid_out(*, mode: BookingMode = BookingMode.INSTANT, crowd: int = CROWD) -> tuple[int, list[int]]:
    """A new space, and so many people who want it."""
    keeper, *others = people(1 + crowd)
    return room(keeper, mode), others


def held(*space_ids: int) -> list[Booking]:
    """The bookings that hold time in these spaces, in order."""
    query = select(Booking).where(Booking.space_id.in_(space_ids), Booking.status == BookingStatus.AGREED)
    return list(db.session.scalars(query.order_by(Booking.space_id, Booking.held_from, Booking.id)))


def overlaps(*space_ids: int) -> list[str]:
    """Each two that share a moment of a space. Touching is no sharing."""
    rows = held(*space_ids)
    return [
        f"space {one.space_id}: {one.held_from} to {one.held_until} and {other.held_from} to {other.held_until}"
        for number, one in enumerate(rows)
        for other in rows[number + 1 :]
        if one.space_id == other.space_id and one.held_from < other.held_until and other.held_from < one.held_until
    ]


def holders(space_id: int, moment: datetime) -> int:
    """How many hold a moment of a space."""
    return sum(each.starts_at <= moment < each.ends_at for each in held(space_id))


def one_hour() -> Start:
    """F-01, F-02, F-06: twelve people want each of four slots that touch: four of them have one each."""
    space_id, crowd = laid_out()
    jobs = [books(person, space_id, at(hour)) for hour in HOURS for person in crowd]

    def faults() -> list[str]:
        right = [holders(space_id, at(hour).starts_at) for hour in HOURS] == [1] * len(HOURS)
        return overlaps(space_id) + ([] if right else ["not one holder for each slot"])

    return Start(jobs, faults)


def two_yes() -> Start:
    """F-03: twelve ask for hours that overlap, and two staff say yes to every one of them at once."""
    space_id, (one, other, *crowd) = laid_out(mode=BookingMode.ASK, crowd=2 + CROWD)
    db.session.execute(delete(Promise).where(AGREED))  # SQLite gives the numbers of bookings out again
    db.session.commit()
    asked = [books(person, space_id, at(10 + number % 2))() for number, person in enumerate(crowd)]
    db.session.commit()
    ids = [each.id for each in asked]  # type: ignore[attr-defined]
    jobs = [agrees(staff, booking_id) for booking_id in ids for staff in (one, other)]

    def faults() -> list[str]:
        rows = held(space_id)
        keys = select(Promise.key).where(AGREED)
        told = Counter(int(key.split(":")[1]) for key in db.session.scalars(keys) if key)
        wrong = [f"{len(rows)} were agreed, not one"] if len(rows) != 1 else []
        wrong += [f"booking {each.id} was agreed {each.sequence} times" for each in rows if each.sequence != 1]
        wrong += [f"{told[number]} letters of a yes for {number}" for number in ids if told[number] > 1]
        yes = {each.id for each in rows}
        return wrong + overlaps(space_id) + ([] if {n for n in ids if told[n]} == yes else ["a yes that is none"])

    return Start(jobs, faults)


def longer_and_moved() -> Start:
    """F-04: two grow into the hour between them, two come from another room, and others book it: one has it.
    Somebody goes the other way meanwhile."""
    space_id, crowd = laid_out()
    other_id = room(crowd[0])
    db.session.commit()
    early, late = books(crowd[0], space_id, at(8))(), books(crowd[1], space_id, at(12))()
    evening = books(crowd[2], space_id, at(16))()
    away = [books(crowd[2 + number], other_id, at(10 + 2 * number))() for number in range(2)]
    db.session.commit()
    jobs = [
        moves(crowd[0], early.id, at(8, 235)), moves(crowd[1], late.id, Slot(at(10).starts_at, at(12).ends_at)),  # type: ignore[attr-defined]
        *(moves(crowd[2 + number], each.id, at(10), space_id) for number, each in enumerate(away)),  # type: ignore[attr-defined]
        *(books(person, space_id, at(10)) for person in crowd[4:8]),
        *(books(person, other_id, at(hour)) for hour, person in zip((10, 12, 10, 12), crowd[8:], strict=True)),
        moves(crowd[2], evening.id, at(16), other_id),  # type: ignore[attr-defined]
    ]  # fmt: skip

    def faults() -> list[str]:
        rows = {each.id for each in held(space_id, other_id)}
        kept = {early.id, late.id, evening.id, *(each.id for each in away)} <= rows  # type: ignore[attr-defined]
        free = holders(space_id, at(10).starts_at) != 1
        lost = [] if kept else ["a booking was lost"]
        return overlaps(space_id, other_id) + lost + (["nobody had the hour between"] if free else [])

    return Start(jobs, faults)


def off_and_again() -> Start:
    """F-05: a slot is given up while eleven want it: at most one has it, and if none has, it is free."""
    space_id, crowd = laid_out()
    db.session.commit()
    first = books(crowd[0], space_id, at(10))()
    db.session.commit()
    jobs = [*(books(person, space_id, at(10)) for person in crowd[1:]), cancels(crowd[0], first.id)]  # type: ignore[attr-defined]
    jobs += [books(person, space_id, at(10)) for person in crowd[1:]]

    def faults() -> list[str]:
        found, wrong = holders(space_id, at(10).starts_at), overlaps(space_id)
        space = db.session.get_one(Space, space_id)
        free = queries.check_slots(space, [at(10)]) == [None]
        return wrong + ([] if found + free == 1 else [f"{found} hold it, and free is {free}"])

    return Start(jobs, faults)


def whole_series() -> Start:
    """F-07: four want ten weeks, of which two share the sixth only, while others book the sixth by itself."""
    space_id, crowd = laid_out()

    def series(person_id: int, hour: int, sixth: int) -> Job:
        slots = [at(sixth if week == 5 else hour, week=week) for week in range(TIMES)]
        return lambda: service.book_series(person_id, db.session.get_one(Space, space_id), slots, LUNCH)

    jobs = [series(crowd[number], hour, 10) for number, hour in enumerate((10, 10, 12, 14))]
    jobs += [books(person, space_id, at(10, week=5)) for person in crowd[4:]]

    def faults() -> list[str]:
        rows = held(space_id)
        long = Counter(each.series_id for each in rows if each.series_id is not None)
        halves = [f"{many} of ten weeks were written" for many in long.values() if many != TIMES]
        empty = select(BookingSeries.id).outerjoin(Booking, Booking.series_id == BookingSeries.id)
        left = db.session.scalars(empty.where(Booking.id.is_(None))).all()
        sixth = holders(space_id, at(10, week=5).starts_at)
        wrong = halves + ([f"{len(left)} series without a day"] if left else [])
        return wrong + overlaps(space_id) + ([] if sixth == 1 else [f"{sixth} hold the sixth week"])

    return Start(jobs, faults)


RACES = (
    Race("F-01 twelve people, each of four slots that touch", one_hour, unguarded),
    Race("F-03 two staff say yes to twelve who overlap", two_yes, unguarded),
    Race("F-04 longer, moved and booked into one hour", longer_and_moved, unguarded),
    Race("F-05 given up and booked again", off_and_again, unguarded),
    Race("F-07 ten weeks or none", whole_series, unguarded),
)
