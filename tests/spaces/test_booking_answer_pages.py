"""Whoever looks after a space says yes or not this time, to one or to all."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.spaces import service
from participate.spaces.models import Booking
from participate.spaces.rules import What
from participate.spaces.words import BookingStatus
from tests.page import PageClient
from tests.spaces.booking import DAY, LUNCH, agreed, asked, at, letters
from tests.spaces.build import build_space
from tests.street import CAST, Street

ASKED, AGREED, DECLINED = BookingStatus.ASKED, BookingStatus.AGREED, BookingStatus.DECLINED
MAY = ("dora", "gita")


def statuses() -> list[BookingStatus]:
    db.session.rollback()
    return list(db.session.scalars(select(Booking.status).order_by(Booking.id)))


def three(street: Street) -> list[Booking]:
    """Chidi asks for three weeks together."""
    weeks = [at(14, day=DAY + timedelta(weeks=number)) for number in range(3)]
    made = service.book_series(street.chidi.id, street.space, weeks, LUNCH)
    db.session.commit()
    letters()
    return made


def press(client: PageClient, booking: Booking, **data: str):  # type: ignore[no-untyped-def]
    number = booking.id
    return client.send(f"/bookings/{number}/agree", data, page=f"/bookings/{number}")


@pytest.mark.parametrize("name", CAST)
def test_only_who_looks_after_it_answers(street: Street, client: PageClient, name: str) -> None:
    made = asked(street.chidi, street.space, at(14))
    client.become(street.person(name))
    page = client.get(f"/bookings/{made.id}").text
    assert ("What do you say?" in page) is (name in MAY)
    declines = client.get(f"/bookings/{made.id}/decline").status_code
    expected = {"chidi": 403, "stranger": 303, "femi": 303} | dict.fromkeys(MAY, 200)
    assert declines == expected.get(name, 404)
    if name in ("chidi", "efua", "amina"):
        answer = client.send(f"/bookings/{made.id}/agree", page="/spaces/new")
        assert answer.status_code == expected.get(name, 404)
        assert statuses() == [ASKED]


def test_yes_holds_the_time_and_is_told_once(street: Street, client: PageClient) -> None:
    made = asked(street.chidi, street.space, at(14))
    letters()
    client.become(street.dora)
    done = press(client, made)
    assert done.headers["Location"] == f"/bookings/{made.id}"
    assert statuses() == [AGREED]
    assert letters() == [("booking_agreed", street.chidi.id)]


def test_one_yes_for_all(street: Street, client: PageClient) -> None:
    made = three(street)
    client.become(street.dora)
    assert "Yes to all 3" in client.get(f"/bookings/{made[1].id}").text
    press(client, made[1], reach="all")
    assert statuses() == [AGREED] * 3
    assert letters() == [("booking_agreed", street.chidi.id)]


def test_yes_to_one_of_them(street: Street, client: PageClient) -> None:
    made = three(street)
    client.become(street.dora)
    press(client, made[1], reach="one")
    assert statuses() == [ASKED, AGREED, ASKED]


def test_all_or_none_when_one_day_was_taken_since(street: Street, client: PageClient) -> None:
    made = three(street)
    agreed(street.dora, street.space, at(15, day=DAY + timedelta(weeks=2)))
    letters()
    answer = press(client.become(street.dora), made[0], reach="all")
    assert answer.status_code == 409
    assert "On Saturday 25 July somebody else has it." in answer.text
    assert "Yes to this one only" in answer.text
    assert statuses() == [ASKED, ASKED, ASKED, AGREED]
    assert letters() == []


def test_yes_to_what_was_taken_since_says_so(street: Street, client: PageClient) -> None:
    first, second = asked(street.chidi, street.space, at(14)), asked(street.bilal, street.space, at(15))
    client.become(street.dora)
    press(client, first)
    answer = press(client, second)
    assert answer.status_code == 409
    assert "Somebody else has it then." in answer.text
    assert "Not this time" in answer.text
    assert statuses() == [AGREED, ASKED]


def test_answered_already(street: Street, client: PageClient) -> None:
    made = asked(street.chidi, street.space, at(14))
    client.become(street.dora)
    press(client, made)
    again = client.send(f"/bookings/{made.id}/agree", page=f"/bookings/{made.id}/cancel")
    assert again.status_code == 409
    assert "This has been answered already." in again.text


def test_not_this_time_needs_a_reason(street: Street, client: PageClient) -> None:
    made = asked(street.chidi, street.space, at(14))
    letters()
    client.become(street.dora)
    for reason, says in (("", "Say why in a few words."), ("x" * 281, "one too many"), ("a\x00", "cannot be shown")):
        answer = client.send(f"/bookings/{made.id}/decline", {"reason": reason})
        assert answer.status_code == 422
        assert says in answer.text
    assert client.send(f"/bookings/{made.id}/decline", {"reason": "The oven is away."}).status_code == 303
    assert statuses() == [DECLINED]
    assert letters() == [("booking_declined", street.chidi.id)]
    page = client.become(street.chidi).get(f"/bookings/{made.id}").text
    assert "They said: “The oven is away.”" in page
    assert f"/spaces/{street.space.id}/book" in page


def test_not_this_time_to_all_or_to_one(street: Street, client: PageClient) -> None:
    made = three(street)
    client.become(street.dora)
    page = client.get(f"/bookings/{made[0].id}/decline").text
    assert "All 3, until Saturday 25 July" in page
    client.send(f"/bookings/{made[0].id}/decline", {"reason": "No.", "reach": "one"})
    assert statuses() == [DECLINED, ASKED, ASKED]
    client.send(f"/bookings/{made[1].id}/decline", {"reason": "No.", "reach": "all"})
    assert statuses() == [DECLINED] * 3


def test_a_keeper_answers_for_her_own_space_only(street: Street, client: PageClient) -> None:
    kitchen = build_space(street, keeper_id=street.bilal.id)
    made = asked(street.chidi, kitchen, at(14), What("Lunch", heads=2))
    client.become(street.amina)
    assert client.get(f"/bookings/{made.id}").status_code == 404
    press(client.become(street.bilal), made)
    assert statuses() == [AGREED]


def test_once_its_time_came_nobody_is_asked(street: Street, client: PageClient) -> None:
    made = asked(street.chidi, street.space, at(14))
    with clock.stop_at(made.starts_at + timedelta(minutes=1)):
        client.become(street.dora)
        assert "What do you say?" not in client.get(f"/bookings/{made.id}").text
        answer = client.send(f"/bookings/{made.id}/agree", page=f"/bookings/{made.id}/decline")
    assert answer.status_code == 409
    assert statuses() == [ASKED]
