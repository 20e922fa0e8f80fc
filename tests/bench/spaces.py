"""5,000 spaces and 200,000 bookings: the demo’s, and as many more as are missing. Prints the busiest space."""

from collections.abc import Iterator
from datetime import time, timedelta
from typing import Any

from sqlalchemy import Connection, func, insert, inspect, select

from participate.app import create_app
from participate.core import clock, config
from participate.core.db import db, transaction
from participate.demo.service.writing import write
from participate.spaces.models import Booking, OpeningHour, Space
from participate.spaces.words import BookingStatus, SpaceKind

SPACES, BOOKINGS = 5_000, 200_000
BEGINS = (time(9), time(11, 30), time(14), time(16, 30), time(19))  # London; each is two hours long
LONG = timedelta(hours=2)
FIRST = -120  # days from today on which the first of them are
ALL_DAY = time(8), time(22)
BATCH = 10_000


def fill_up() -> int:
    """Copy spaces that are no homes until there are enough, and book them. Returns the id of the busiest."""
    session = db.session()
    connection = session.connection()
    models = session.scalars(select(Space).where(~Space.private, Space.kind != SpaceKind.SITE).order_by(Space.id)).all()
    rows, highest = [_row(model) for model in models], session.scalar(select(func.max(Space.id))) or 0
    missing = max(0, SPACES - (session.scalar(select(func.count(Space.id))) or 0))
    new = range(highest + 1, highest + 1 + missing)
    if not new:
        return _busiest()
    spaces = [rows[number % len(rows)] | {"id": number, "site_id": None} for number in new]
    for each in spaces:
        each["name"] = f"{each['name'][:100]}, no. {each['id']}"
    connection.execute(insert(Space), spaces)
    hours = [
        {"space_id": number, "weekday": weekday, "opens": ALL_DAY[0], "closes": ALL_DAY[1]}
        for number in new
        for weekday in range(7)
    ]
    connection.execute(insert(OpeningHour), hours)
    _book(connection, new)
    session.expire_all()
    return _busiest()


def _row(model: Any) -> dict[str, Any]:
    return {column.key: getattr(model, column.key) for column in inspect(type(model)).column_attrs}


def _book(connection: Connection, spaces: range) -> None:
    """The same number of bookings for each space, and every slot of a month for the first."""
    there = connection.scalar(select(func.count(Booking.id))) or 0
    each, person = -(-(BOOKINGS - there) // len(spaces)), connection.scalar(select(func.min(Booking.person_id)))
    rows, number = [], connection.scalar(select(func.max(Booking.id))) or 0
    usual, busy = list(_starts(each)), list(_starts(240 * len(BEGINS)))
    for space in spaces:
        for start in usual if space > spaces.start else busy:
            number += 1
            rows.append(_booking(number, space, start, person))
        if len(rows) >= BATCH:
            write(connection, "booking", rows)
            rows = []
    if rows:
        write(connection, "booking", rows)


def _starts(many: int) -> Iterator[Any]:
    """So many starts around today, as evenly as whole slots allow."""
    today, slots = clock.today(), 240 * len(BEGINS)
    for turn in range(many):
        day, hour = divmod(turn * slots // many, len(BEGINS))
        yield clock.moment_of(today + timedelta(days=FIRST + day), BEGINS[hour])


def _booking(number: int, space: int, start: Any, person: int | None) -> dict[str, Any]:
    asked = start > clock.now() and number % 10 == 0
    made = min(start, clock.now()) - timedelta(days=3)
    return {
        "id": number, "space_id": space, "person_id": person, "series_id": None, "label": "Choir practice",
        "subject": "", "heads": 1, "note": "", "starts_at": start, "ends_at": start + LONG, "held_from": start,
        "held_until": start + LONG, "status": BookingStatus.ASKED if asked else BookingStatus.AGREED, "reason": "",
        "answered_at": None if asked else made, "answered_by": None, "cancelled_at": None, "sequence": 0,
        "made_at": made, "changed_at": made,
    }  # fmt: skip


def _busiest() -> int:
    query = select(Booking.space_id).group_by(Booking.space_id).order_by(func.count().desc(), Booking.space_id)
    return db.session.scalars(query.limit(1)).one()


if __name__ == "__main__":
    with create_app(config.read()).app_context(), transaction():
        print(fill_up())
