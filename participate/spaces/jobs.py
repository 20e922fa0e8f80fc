"""What the spaces do later: ask whether they are still there, and come back to bookings that wait for an answer."""

from datetime import timedelta
from typing import Any

from participate.core.jobs import Payload, every, on
from participate.organisations import service as offers
from participate.spaces import queries, service
from participate.spaces.models import Space


@every("spaces.ask_again", timedelta(minutes=10))
def ask_again() -> None:
    """A hundred at a time: promise one letter a fortnight before a space ends; note each space that has ended."""
    offers.ask_again(Space, "space_still")
    offers.note_expired(Space)


@on(service.WAITS)
def remind_keepers(payload: Payload) -> None:
    """A day went by without an answer: who looks after the space is asked again, once."""
    given: dict[str, Any] = dict(payload)
    booking = queries.find_booking(given["booking_id"])
    if booking is not None:
        service.remind_keepers(booking, given["sequence"])


@on(service.WAITS_LONG)
def remind_staff(payload: Payload) -> None:
    """Two working days went by without an answer: the hub's staff see to it."""
    given: dict[str, Any] = dict(payload)
    booking = queries.find_booking(given["booking_id"])
    if booking is not None:
        service.remind_staff(booking, given["sequence"])


@every("spaces.lapse_bookings", timedelta(minutes=10))
def lapse_bookings() -> None:
    """What was asked for and never answered ends when its time comes; whoever asked hears of it."""
    for booking in queries.list_unanswered():
        service.lapse(booking)
