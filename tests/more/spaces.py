"""A space with hours, a site with parts, bookings in every state."""

from datetime import datetime, timedelta

from participate.core import clock
from participate.core.db import db
from participate.spaces.models import Booking, BookingSeries
from participate.spaces.words import BookingStatus
from tests.street import Street, add

STATES: tuple[str, ...] = (
    "/bookings?past=y", "/bookings?page=9", "/bookings/{asked_id}", "/bookings/{declined_id}", "/bookings/{lapsed_id}",
    "/bookings/{cancelled_id}", "/bookings/{over_id}", "/bookings/{asked_id}/cancel",
    "/spaces/{space_id}/book?day=2026-07-16&hour=10:00&length=120&heads=6",
)  # fmt: skip


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    return _bookings(street)


def _bookings(street: Street) -> dict[str, object]:
    """Bookings of Chidi’s in the street’s kitchen: one agreed for the project, two asked together, and the rest."""
    start, project = clock.now() + timedelta(days=14), f"project:{street.project.id}"
    together = BookingSeries(times=2, made_at=clock.now())
    add(together)
    agreed = a_booking(street, start, label="Mending evening", subject=project, answered_at=clock.now())
    asked = [
        a_booking(
            street, start + timedelta(days=days), BookingStatus.ASKED, series_id=together.id, note="We bring pans."
        )
        for days in (1, 8)
    ]
    rest = {
        "declined": a_booking(street, start, BookingStatus.DECLINED, reason="The oven is away that day."),
        "cancelled": a_booking(street, start, BookingStatus.CANCELLED, cancelled_at=clock.now()),
        "lapsed": a_booking(street, clock.now() - timedelta(days=3), BookingStatus.LAPSED),
        "over": a_booking(street, clock.now() - timedelta(days=2)),
    }
    db.session.commit()
    known = {"booking_id": agreed.id, "spaces.decline:booking_id": asked[0].id, "asked_id": asked[0].id}
    return known | {f"{name}_id": each.id for name, each in rest.items()}


def a_booking(street: Street, start: datetime, status: BookingStatus = BookingStatus.AGREED, **more: object) -> Booking:
    """Two hours in the street's kitchen for Chidi, unless said otherwise; not committed."""
    end = start + timedelta(hours=2)
    facts: dict[str, object] = {
        "space_id": street.space.id, "person_id": street.chidi.id, "label": "Baking with my neighbours", "heads": 6,
        "starts_at": start, "ends_at": end, "held_from": start, "held_until": end, "status": status,
        "made_at": clock.now(), "changed_at": clock.now(),
    }  # fmt: skip
    made = Booking(**(facts | more))
    add(made)
    return made
