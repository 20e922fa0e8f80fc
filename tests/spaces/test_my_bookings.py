"""My bookings: to come and over, and nobody else's."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.spaces.words import BookingStatus
from tests.more.spaces import a_booking
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street


@pytest.mark.parametrize("name", CAST)
def test_each_sees_her_own(street: Street, client: PageClient, name: str) -> None:
    a_booking(street, clock.now() + timedelta(days=3))
    answer = client.become(street.person(name)).get("/bookings")
    assert answer.status_code == (303 if name in ("stranger", "femi") else 200)
    assert ("Baking with my neighbours" in answer.text) is (name == "chidi")
    if name in ("amina", "dora"):
        assert "You have not booked a space yet" in answer.text


def test_what_is_to_come_and_what_is_over(street: Street, client: PageClient) -> None:
    a_booking(street, clock.now() + timedelta(days=3), BookingStatus.ASKED, label="Soon")
    a_booking(street, clock.now() - timedelta(days=3), label="Long ago")
    client.become(street.chidi)
    coming, over = client.get("/bookings").text, client.get("/bookings?past=y").text
    assert "Soon" in coming
    assert "Asked" in coming
    assert "Long ago" not in coming
    assert "Long ago" in over
    assert "Soon" not in over


def test_many_come_in_pages_and_ask_little(street: Street, client: PageClient) -> None:
    for number in range(45):
        a_booking(street, clock.now() + timedelta(days=number + 1), BookingStatus.ASKED, label=f"Number {number}.")
    db.session.commit()
    client.become(street.chidi)
    with count_statements() as counted:
        first = client.get("/bookings").text
    assert counted.number <= 12, counted.texts
    assert "1 to 20 of 45" in first
    assert "Number 0." in first
    assert "Number 44." in client.get("/bookings?page=3").text
    assert "That was the last page" in client.get("/bookings?page=9").text


def test_what_is_mine_leads_there(street: Street, client: PageClient) -> None:
    assert 'href="/bookings"' in client.become(street.chidi).get("/mine").text
