"""The page of one booking: who sees it, what it says, and where a home is."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.sessions.models import Session
from participate.spaces.models import Booking, BookingSeries, HomeAddress, Space
from participate.spaces.words import BookingStatus
from tests.more.spaces import a_booking
from tests.page import PageClient
from tests.spaces.build import build_space
from tests.statements import count_statements
from tests.street import CAST, Street, add

WHERE = "47 Canary Close"


@pytest.fixture
def home(street: Street) -> Space:
    """Amina's kitchen at her home, and where it is."""
    space = build_space(street, private=True)
    add(HomeAddress(space_id=space.id, words=WHERE))
    db.session.commit()
    return space


def of(space: Space, street: Street, **more: object) -> Booking:
    status = more.pop("status", BookingStatus.AGREED)
    made = a_booking(street, clock.now() + timedelta(days=3), status, space_id=space.id, **more)  # type: ignore[arg-type]
    db.session.commit()
    return made


@pytest.mark.parametrize("name", CAST)
def test_the_booker_and_who_looks_after_it_see_it(street: Street, client: PageClient, name: str) -> None:
    booking = of(build_space(street), street, note="We bring pans.")
    answer = client.become(street.person(name)).get(f"/bookings/{booking.id}")
    sees = name in ("chidi", "amina", "dora", "gita")
    assert answer.status_code == (200 if sees else 303 if name in ("stranger", "femi") else 404)
    assert ("We bring pans." in answer.text) is sees
    assert "Okafor" not in answer.text
    assert "Rahman" not in answer.text


@pytest.mark.parametrize(("name", "sees"), [("bilal", True), ("amina", True), ("efua", False)])
def test_the_team_sees_what_is_for_its_project(street: Street, client: PageClient, name: str, sees: bool) -> None:
    booking = of(street.space, street, subject=f"project:{street.project.id}", note="Only for the keeper.")
    answer = client.become(street.person(name)).get(f"/bookings/{booking.id}")
    assert answer.status_code == (200 if sees else 404)
    if sees:
        assert f'href="/projects/{street.project.id}"' in answer.text
        assert "Only for the keeper." not in answer.text
        assert "Cancel it" not in answer.text


def test_the_team_of_a_session_sees_its_booking(street: Street, client: PageClient) -> None:
    booking = of(street.space, street, subject=f"session:{street.session.id}", person_id=street.amina.id)
    db.session.get_one(Session, street.session.id).booking_id = booking.id
    db.session.commit()
    for name in ("bilal", "amina"):
        page = client.become(street.person(name)).get(f"/bookings/{booking.id}").text
        assert f'href="/sessions/{street.session.id}"' in page
        assert ("It goes with its session" in page) is (name == "amina")
        assert f"/bookings/{booking.id}/move" not in page
    assert client.become(street.amina).get(f"/bookings/{booking.id}/move").status_code == 403
    assert client.get(f"/bookings/{booking.id}/cancel").status_code == 403


@pytest.mark.parametrize("subject", ["session:999999", "project:999999", "session:", "person:5", "nothing"])
def test_what_it_was_for_may_be_gone(street: Street, client: PageClient, subject: str) -> None:
    booking = of(street.space, street, subject=subject)
    assert client.become(street.chidi).get(f"/bookings/{booking.id}").status_code == 200


def test_a_hidden_project_is_not_led_to(street: Street, client: PageClient) -> None:
    booking = of(street.space, street, subject=f"project:{street.project.id}")
    street.project.hidden_at = clock.now()
    db.session.commit()
    assert (
        f'href="/projects/{street.project.id}"' not in client.become(street.chidi).get(f"/bookings/{booking.id}").text
    )


@pytest.mark.parametrize("name", CAST)
@pytest.mark.parametrize("status", list(BookingStatus))
def test_where_a_home_is_only_its_booker_sees_once_agreed(
    street: Street, client: PageClient, home: Space, name: str, status: BookingStatus
) -> None:
    booking = of(home, street, status=status, subject=f"project:{street.project.id}")
    page = client.become(street.person(name)).get(f"/bookings/{booking.id}").text
    assert (WHERE in page) is (name == "chidi" and status is BookingStatus.AGREED)
    assert WHERE not in client.get("/bookings").text


@pytest.mark.parametrize(
    ("hours", "seen"), [(-72, True), (1, True), (2, True), (25.99, True), (26.01, False), (24 * 30, False)]
)
def test_where_a_home_is_goes_a_day_after(
    street: Street, client: PageClient, home: Space, hours: float, seen: bool
) -> None:
    """`hours` since it began; it lasts two."""
    booking = of(home, street)
    with clock.stop_at(booking.starts_at + timedelta(hours=hours)):
        page = client.become(street.chidi).get(f"/bookings/{booking.id}").text
    assert (WHERE in page) is seen


def test_an_old_booking_does_not_show_it_again_for_a_new_one(street: Street, client: PageClient, home: Space) -> None:
    old = a_booking(street, clock.now() - timedelta(days=30), space_id=home.id)
    of(home, street)
    assert WHERE not in client.become(street.chidi).get(f"/bookings/{old.id}").text


def test_where_a_public_room_is_everybody_with_the_page_sees(street: Street, client: PageClient) -> None:
    booking = of(street.space, street, status=BookingStatus.ASKED)
    for name in ("chidi", "dora"):
        assert "Church Elm Lane" in client.become(street.person(name)).get(f"/bookings/{booking.id}").text


def test_of_several_the_keeper_sees_those_in_her_space(street: Street, client: PageClient) -> None:
    together = BookingSeries(times=3, made_at=clock.now())
    add(together)
    kitchen, other = build_space(street), build_space(street, keeper_id=street.bilal.id, name="Bilal’s kitchen")
    made = [
        a_booking(
            street, clock.now() + timedelta(days=day), BookingStatus.ASKED, series_id=together.id, space_id=each.id
        )
        for day, each in ((3, kitchen), (10, other), (17, kitchen))
    ]
    db.session.commit()
    page = client.become(street.chidi).get(f"/bookings/{made[0].id}").text
    assert "3 bookings together" in page
    assert "Bilal’s kitchen" in page
    page = client.become(street.amina).get(f"/bookings/{made[0].id}").text
    assert "2 bookings together" in page
    assert "Yes to all 2" in page
    assert "Bilal’s kitchen" not in page


@pytest.mark.parametrize(
    ("status", "days", "says"),
    [
        ("asked", 3, "Until then the time is not held for you."),
        ("asked", -3, "Nobody answered in time."),
        ("agreed", 3, "Agreed. The time is held."),
        ("agreed", -3, "This one is over."),
        ("declined", 3, "They said: “Not then”"),
        ("cancelled", 3, "Cancelled. Not then"),
        ("lapsed", -3, "The day came without an answer."),
    ],
)
def test_it_says_how_it_stands(street: Street, client: PageClient, status: str, days: int, says: str) -> None:
    reason = "Not then" if status in ("declined", "cancelled") else ""
    made = a_booking(street, clock.now() + timedelta(days=days), BookingStatus(status), reason=reason)
    page = client.become(street.chidi).get(f"/bookings/{made.id}").text
    assert says in page
    assert ("Cancel it" in page) is (status in ("asked", "agreed") and days > 0)


def test_words_are_never_markup(street: Street, client: PageClient) -> None:
    evil = "<script>alert(1)</script>"
    made = of(street.space, street, label=evil, note=evil, reason=evil, status=BookingStatus.DECLINED)
    for name in ("chidi", "dora"):
        assert evil not in client.become(street.person(name)).get(f"/bookings/{made.id}").text


@pytest.mark.parametrize("name", ["chidi", "amina", "dora"])
def test_it_asks_little_of_the_database(street: Street, client: PageClient, home: Space, name: str) -> None:
    together = BookingSeries(times=2, made_at=clock.now())
    add(together)
    made = of(home, street, series_id=together.id, subject=f"project:{street.project.id}")
    number = made.id
    client.become(street.person(name))
    with count_statements() as counted:
        client.get(f"/bookings/{number}")
    assert counted.number <= 14, counted.texts


def test_a_hidden_space_is_not_led_to(street: Street, client: PageClient) -> None:
    made = of(build_space(street, hidden_at=clock.now()), street, status=BookingStatus.DECLINED, reason="No.")
    page = client.become(street.chidi).get(f"/bookings/{made.id}").text
    assert f"/spaces/{made.space_id}" not in page
    assert f"/spaces/{made.space_id}" in client.become(street.amina).get(f"/bookings/{made.id}").text
