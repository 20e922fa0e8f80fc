"""Bookings for the tests. The clock of the tests stands at noon on Thursday 2 July 2026."""

from datetime import date, time

from participate.accounts.models import Person
from participate.core.db import db
from participate.outbox.models import Promise
from participate.spaces import service
from participate.spaces.models import Booking, Space
from participate.spaces.rules import Slot, What, slot_of
from participate.spaces.words import BookingMode

DAY = date(2026, 7, 11)  # a Saturday
LUNCH = What("Lunch for the street", heads=8)


def at(hour: int, minutes: int = 120, day: date = DAY, minute: int = 0) -> Slot:
    """So many minutes from an hour of a day, London time."""
    return slot_of(day, time(hour, minute), minutes)


def open_to_all(space: Space, **more: object) -> Space:
    """The space as one that is booked at once."""
    space.mode = BookingMode.INSTANT
    for name, value in more.items():
        setattr(space, name, value)
    db.session.commit()
    return space


def asked(person: Person, space: Space, slot: Slot, what: What = LUNCH) -> Booking:
    """A booking that waits for an answer."""
    made = service.book(person.id, space, slot, what)
    db.session.commit()
    return made


def agreed(person: Person, space: Space, slot: Slot, what: What = LUNCH) -> Booking:
    """A booking that holds its time."""
    made = service.book(person.id, space, slot, what, as_keeper=True)
    db.session.commit()
    return made


def letters() -> list[tuple[str, int]]:
    """The letters that were promised, each with the person it is for, in order; then they are forgotten."""
    db.session.flush()
    held = db.session.query(Promise).filter_by(name="letter").order_by(Promise.id).all()
    found = [(each.payload["name"], each.payload["person_id"]) for each in held]
    for each in held:
        db.session.delete(each)
    db.session.commit()
    return found
