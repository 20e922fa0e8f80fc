"""My bookings, and the page of one."""

from typing import Any

from flask import Blueprint, request
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.guards import open_to, residents
from participate.core.http import show
from participate.core.paging import asked_page
from participate.organisations import queries as organisations
from participate.organisations.words import Standing
from participate.spaces import queries
from participate.spaces.rules import Slot, is_told_where
from participate.spaces.rules.wishes import price
from participate.spaces.views._booked import Seen, look_at_booking
from participate.spaces.words import BookingStatus

STANDS = (BookingStatus.ASKED, BookingStatus.AGREED)


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/bookings", "bookings", bookings)
    blueprint.add_url_rule("/bookings/<int:booking_id>", "booking", booking)


@open_to(residents)
def bookings() -> Response:
    """Every space that I have booked or asked for: to come, or over."""
    past = request.args.get("past") == "y"
    page = queries.list_bookings_of(current_user.id, asked_page(), past=past)
    return show("spaces/bookings.html", page=page, past=past, values={"past": "y"} if past else {})


@open_to(residents)
def booking(booking_id: int) -> Response:
    """One booking: when, where, what for, and what can be done about it."""
    return show("spaces/booking.html", **facts_of(look_at_booking(booking_id)), sentence="")


def facts_of(seen: Seen) -> dict[str, Any]:
    """What the page of a booking shows. Where a home is, only whoever booked it sees, and only from the yes on until a
    day after.
    """
    found, now = seen.booking, clock.now()
    space, stands = found.space, found.status in STANDS and found.ends_at > now
    address = space.address or (space.hub.address if space.hub is not None else "")
    if space.at_home:
        told = found.status is BookingStatus.AGREED and is_told_where(found.ends_at, now)
        address = queries.home_address(space, current_user.id, now) if seen.booked and told else ""
    together = with_it(seen)
    waiting = [each for each in together if waits(each) and each.space_id == space.id]
    return {
        "seen": seen, "booking": found, "space": space, "address": address, "together": together, "stands": stands,
        "over": found.ends_at <= now, "waits": waits(found), "waiting": waiting,
        "listed": seen.looks_after or organisations.standing(space, clock.today()) is Standing.SHOWN,
        "cost": price(space.cost_pence, [Slot(found.starts_at, found.ends_at)]),
    }  # fmt: skip


def with_it(seen: Seen) -> list[queries.Booking]:
    """All that were asked for together with a booking; a keeper sees those in this space. Empty when it was alone."""
    found = seen.booking
    if found.series_id is None:
        return []
    return list(queries.list_of_series(found.series_id, None if seen.booked else found.space_id))


def waits(found: queries.Booking) -> bool:
    """Whether a keeper can still say yes to it."""
    return found.status is BookingStatus.ASKED and found.starts_at > clock.now()


def still_to_come(found: queries.Booking) -> bool:
    """Whether it stands and has not begun."""
    return found.status in STANDS and found.starts_at > clock.now()
