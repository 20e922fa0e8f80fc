"""A space that somebody has booked goes: what was to come is off, each hears once, and what was stays to be read."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from participate.accounts.words import Role
from participate.audit import queries as audit
from participate.core import clock
from participate.core.db import db
from participate.outbox.models import Promise
from participate.spaces import queries
from participate.spaces.models import Booking, HomeAddress, Space
from participate.spaces.words import BookingStatus, SpaceKind
from tests.page import PageClient
from tests.spaces.build import build_space
from tests.spaces.test_home_address import CANARY
from tests.spaces.test_week import FRIDAY, put
from tests.street import Street, add, give

DAY = timedelta(days=1)


def told() -> list[tuple[str, int, str]]:
    """(letter, person, reason) of each that was promised."""
    rows = db.session.scalars(select(Promise).where(Promise.name == "letter").order_by(Promise.id))
    return [(row.payload["name"], row.payload["person_id"], row.payload["facts"].get("reason", "")) for row in rows]


def stands(booking: Booking) -> BookingStatus:
    db.session.refresh(booking)
    return booking.status


def test_the_page_says_what_is_still_to_come(street: Street, client: PageClient) -> None:
    space = build_space(street)
    assert "still to come" not in client.become(street.amina).get(f"/spaces/{space.id}/remove").text
    put(street, space, FRIDAY, 10, 12)
    put(street, space, FRIDAY, 14, 15, BookingStatus.ASKED)
    put(street, space, FRIDAY - 3 * DAY, 14, 15)
    page = client.get(f"/spaces/{space.id}/remove").text
    assert "2 bookings are still to come." in page
    assert 'name="reason"' in page


def test_what_is_to_come_is_off_and_each_is_told_once(street: Street, client: PageClient) -> None:
    space = build_space(street, kind=SpaceKind.HOME)
    add(HomeAddress(space_id=space.id, words=CANARY))
    give(street.amina, Role.KEEPER, f"space:{space.id}")
    agreed = put(street, space, FRIDAY, 10, 12)
    asked = put(street, space, FRIDAY, 14, 15, BookingStatus.ASKED, person_id=street.bilal.id)
    past = put(street, space, FRIDAY - 3 * DAY, 14, 15)
    answer = client.become(street.amina).send(f"/spaces/{space.id}/remove", {"reason": "We are moving house."})
    assert answer.headers["Location"] == "/spaces"
    assert [stands(each) for each in (agreed, asked, past)] == [
        BookingStatus.CANCELLED, BookingStatus.CANCELLED, BookingStatus.AGREED,
    ]  # fmt: skip
    why = "We are moving house."
    assert sorted(told()) == sorted(("booking_cancelled", person.id, why) for person in (street.chidi, street.bilal))
    assert not street.amina.holds(Role.KEEPER, f"space:{space.id}")
    assert [row.verb for row in audit.list_of("space", space.id)] == ["removed"]
    assert db.session.query(HomeAddress).count() == 0
    for person in (None, street.amina, street.chidi):
        assert client.become(person).get(f"/spaces/{space.id}").status_code == 404
        assert "Amina’s kitchen" not in client.get("/spaces").text
    assert client.become(street.chidi).get(f"/bookings/{agreed.id}").status_code == 200
    assert "Amina’s kitchen" not in client.become(street.amina).get("/keeping").text


@pytest.mark.parametrize("reason", ["", "x" * 281, "a\x00b", "<script>alert(1)</script>"])
def test_the_reason_is_looked_at(street: Street, client: PageClient, reason: str) -> None:
    space = build_space(street)
    booking = put(street, space, FRIDAY, 10, 12)
    answer = client.become(street.amina).send(f"/spaces/{space.id}/remove", {"reason": reason})
    fine = reason in ("", "<script>alert(1)</script>")
    assert answer.status_code == (303 if fine else 422)
    assert (stands(booking) is BookingStatus.CANCELLED) is fine


def test_no_at_once_is_asked_about_when_others_count_on_it(street: Street, client: PageClient) -> None:
    space = build_space(street)
    booking = put(street, space, FRIDAY, 10, 12)
    answer = client.become(street.amina).send(f"/spaces/{space.id}/still", {"answer": "no"})
    assert answer.headers["Location"] == f"/spaces/{space.id}/remove"
    assert stands(booking) is BookingStatus.AGREED


def test_a_site_goes_with_what_is_booked_of_its_parts(street: Street, client: PageClient) -> None:
    site = build_space(street, name="Plots", kind=SpaceKind.SITE)
    part = build_space(street, name="Shed", kind=SpaceKind.WORKSHOP, site_id=site.id)
    booking = put(street, part, FRIDAY, 10, 12)
    client.become(street.amina).send(f"/spaces/{site.id}/remove")
    assert stands(booking) is BookingStatus.CANCELLED
    assert len(told()) == 1
    assert client.get(f"/spaces/{part.id}").status_code == 404


def test_never_booked_its_row_goes(app: Flask, street: Street, client: PageClient) -> None:
    space_id = build_space(street).id
    client.become(street.amina).send(f"/spaces/{space_id}/remove")
    db.session.expire_all()
    assert db.session.get(Space, space_id) is None
    assert told() == []


def test_staff_tell_its_keeper_too(street: Street, client: PageClient) -> None:
    space = build_space(street)
    put(street, space, FRIDAY, 10, 12)
    client.become(street.dora).send(f"/spaces/{space.id}/remove", {"reason": "It is not safe."})
    assert sorted(person for _name, person, _why in told()) == sorted((street.chidi.id, street.amina.id))


def test_nothing_of_it_is_asked_about_again(street: Street, client: PageClient) -> None:
    space = build_space(street)
    put(street, space, FRIDAY - 3 * DAY, 10, 12)
    client.become(street.amina).send(f"/spaces/{space.id}/remove")
    gone = queries.get_space(space.id)
    db.session.refresh(gone)
    assert (gone.keeper_id, gone.address, gone.expires_on < clock.today()) == (None, "", True)
