"""A space with hours, a site with parts, bookings in every state."""

from datetime import datetime, time, timedelta

from participate.core import clock
from participate.core.db import db
from participate.spaces.models import Booking, BookingSeries, HomeAddress, OpeningHour, Space, SpecialDays
from participate.spaces.words import BookingMode, BookingStatus, DayKind, SpaceKind
from tests.street import SQUARE, Street, add

STATES: tuple[str, ...] = (
    "/bookings?past=y", "/bookings?page=9", "/bookings/{asked_id}", "/bookings/{declined_id}", "/bookings/{lapsed_id}",
    "/bookings/{cancelled_id}", "/bookings/{over_id}", "/bookings/{asked_id}/cancel",
    "/spaces/{space_id}/book?day=2026-07-16&hour=10:00&length=120&heads=6",
    "/spaces?day=2026-07-10&hour=2pm&length=120", "/spaces?day=2026-07-10&hour=2pm&kit=piano",
    "/spaces?kit=oven&hour=late",
    "/spaces/{site_id}", "/spaces/{site_id}/week", "/spaces/{site_id}/month", "/spaces/{part_id}/week",
    "/spaces/{part_id}/edit", "/spaces/{garden_id}", "/spaces/{garden_id}/hours",
    "/spaces/{garden_id}/month?month=2026-08",
    "/spaces/{space_id}/week?from=2026-07-15", "/spaces/{space_id}/month?month=2026-07", "/keeping?page=9",
)  # fmt: skip


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    return _bookings(street) | _open(street)


def _open(street: Street) -> dict[str, object]:
    """A site of the hub’s with two parts and opening hours, one with days that differ, and a garden at Amina’s home."""
    now, later = clock.now(), clock.today() + timedelta(days=100)
    at = {"ward_id": street.ward.id, "square": SQUARE, "made_at": now, "changed_at": now, "expires_on": later}
    site = Space(
        name="Northern plots", kind=SpaceKind.SITE, about="Five beds and a shed behind the wall.", capacity=40,
        hub_id=street.hub.id, address="Ripple Road", **at,
    )  # fmt: skip
    garden = Space(
        name="Amina’s garden", kind=SpaceKind.GARDEN, capacity=8, keeper_id=street.amina.id, private=True,
        mode=BookingMode.INSTANT, before=15, after=30, **at,
    )  # fmt: skip
    add(site, garden)
    shed, beds = (
        Space(name=name, kind=kind, capacity=6, hub_id=street.hub.id, site_id=site.id, address="Ripple Road", **at)
        for name, kind in (("Potting shed", SpaceKind.WORKSHOP), ("Raised beds", SpaceKind.GARDEN))
    )
    add(shed, beds, HomeAddress(space_id=garden.id, words="12 Canary Row"))
    for weekday in range(5):
        add(OpeningHour(space_id=site.id, weekday=weekday, opens=time(9), closes=time(17)))
        add(OpeningHour(space_id=garden.id, weekday=weekday, opens=time(10), closes=time(13)))
    add(OpeningHour(space_id=garden.id, weekday=2, opens=time(15), closes=time()))
    day = clock.today() + timedelta(days=11)
    closed = SpecialDays(
        space_id=garden.id, kind=DayKind.CLOSED, first_day=day, last_day=day + timedelta(days=11), note="We are away"
    )
    add(closed)
    a_booking(street, now + timedelta(days=1), space_id=garden.id)
    db.session.commit()
    known = {"site_id": site.id, "part_id": shed.id, "garden_id": garden.id, "days_id": closed.id}
    return known | {"spaces.new_part:space_id": site.id}


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
