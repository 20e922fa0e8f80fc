"""A booking is moved, made longer, or given up."""

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
from tests.spaces.booking import DAY, LUNCH, agreed, asked, at, letters, open_to_all
from tests.spaces.build import build_space
from tests.street import CAST, Street

AGREED, ASKED, CANCELLED = BookingStatus.AGREED, BookingStatus.ASKED, BookingStatus.CANCELLED
LATER = {"day": DAY.isoformat(), "hour": "16:00", "length": "120"}
EVIL = ("", "x" * 5_000, "a\x00b", "😀", "<script>alert(1)</script>", "9999-12-31", "-1", "٣")


def stands(number: int) -> tuple[BookingStatus, str, int]:
    """How a booking stands, when it begins, and how many minutes it has."""
    db.session.rollback()
    found = db.session.get_one(Booking, number)
    minutes = (found.ends_at - found.starts_at) // timedelta(minutes=1)
    return found.status, f"{clock.local(found.starts_at):%d %H:%M}", minutes


def move(client: PageClient, number: int, **more: str):  # type: ignore[no-untyped-def]
    return client.send(f"/bookings/{number}/move", LATER | more)


@pytest.mark.parametrize("name", CAST)
@pytest.mark.parametrize("what", ["move", "cancel"])
def test_whose_it_is_to_change(street: Street, client: PageClient, name: str, what: str) -> None:
    made = agreed(street.chidi, street.space, at(14))
    answer = client.become(street.person(name)).get(f"/bookings/{made.id}/{what}")
    keepers = 200 if what == "cancel" else 403
    expected = {"chidi": 200, "dora": keepers, "gita": keepers, "stranger": 303, "femi": 303}
    assert answer.status_code == expected.get(name, 404)


def test_at_once_it_is_moved(street: Street, client: PageClient) -> None:
    number = agreed(street.chidi, open_to_all(street.space), at(14)).id
    letters()
    client.become(street.chidi)
    page = client.get(f"/bookings/{number}/move").text
    assert 'value="2026-07-11"' in page
    assert 'value="14:00"' in page
    assert "it is yours at once" in page
    assert move(client, number).headers["Location"] == f"/bookings/{number}"
    assert stands(number) == (AGREED, "11 16:00", 120)
    assert letters() == [("booking_moved", street.dora.id)]


def test_where_a_keeper_answers_she_is_asked_again(street: Street, client: PageClient) -> None:
    number = agreed(street.chidi, street.space, at(14)).id
    letters()
    client.become(street.chidi)
    assert "The keeper is asked again." in client.get(f"/bookings/{number}/move").text
    move(client, number)
    assert stands(number) == (ASKED, "11 16:00", 120)
    assert letters() == [("booking_asked", street.dora.id)]


def test_longer_over_its_own_time(street: Street, client: PageClient) -> None:
    number = agreed(street.chidi, open_to_all(street.space), at(14)).id
    move(client.become(street.chidi), number, hour="14:00", length="180")
    assert stands(number) == (AGREED, "11 14:00", 180)


def test_longer_into_somebody_elses_time_it_stays_and_says_what_is_free(street: Street, client: PageClient) -> None:
    number = agreed(street.chidi, open_to_all(street.space), at(14)).id
    other = build_space(street, name="Kitchen two doors on", capacity=9)
    agreed(street.dora, street.space, at(16))
    client.become(street.chidi)
    answer = move(client, number, hour="14:00", length="180")
    assert answer.status_code == 422
    for words in ("Somebody else has it then.", "1pm to 4pm", "Kitchen two doors on", f'value="{other.id}"'):
        assert words in answer.text
    assert stands(number) == (AGREED, "11 14:00", 120)
    pressed = move(client, number, hour="14:00", length="180", at="2026-07-11T13:00+01:00")
    assert pressed.status_code == 303
    assert stands(number) == (AGREED, "11 13:00", 180)


def test_into_another_space_in_one_press(street: Street, client: PageClient) -> None:
    number = agreed(street.chidi, open_to_all(street.space), at(14)).id
    other = open_to_all(build_space(street, name="Kitchen two doors on", capacity=9))
    agreed(street.dora, street.space, at(16))
    assert move(client.become(street.chidi), number, elsewhere=str(other.id)).status_code == 303
    assert stands(number) == (AGREED, "11 16:00", 120)
    assert db.session.get_one(Booking, number).space_id == other.id


def test_into_no_space_says_so(street: Street, client: PageClient) -> None:
    number = agreed(street.chidi, open_to_all(street.space), at(14)).id
    client.become(street.chidi)
    for nonsense in ("999999", "x", "9" * 40, "<script>alert(1)</script>"):
        answer = move(client, number, elsewhere=nonsense)
        assert answer.status_code == 422
        assert "Choose one of the spaces." in answer.text
    assert stands(number) == (AGREED, "11 14:00", 120)


@pytest.mark.parametrize("field", [*LATER, "at"])
def test_nonsense_is_met_beside_its_field(street: Street, client: PageClient, field: str) -> None:
    number = agreed(street.chidi, street.space, at(14)).id
    client.become(street.chidi)
    for value in EVIL:
        answer = move(client, number, **({"hour": "14:00"} | {field: value}))
        assert answer.status_code in (303, 422)
        assert "<script>alert" not in answer.text
    assert stands(number) == (AGREED, "11 14:00", 120)


def test_what_is_over_or_off_cannot_change(street: Street, client: PageClient) -> None:
    number = agreed(street.chidi, street.space, at(14)).id
    with clock.stop_at(at(18).starts_at):
        answer = move(client.become(street.chidi), number, day="2026-07-12")
        assert "What has been cannot change." in answer.text
        assert client.send(f"/bookings/{number}/cancel").status_code == 409
    client.become(street.chidi).send(f"/bookings/{number}/cancel")
    assert "This has been answered already." in move(client, number).text
    assert stands(number)[0] is CANCELLED


def test_given_up_its_time_is_free(street: Street, client: PageClient) -> None:
    number = agreed(street.chidi, open_to_all(street.space), at(14)).id
    letters()
    client.become(street.chidi).send(f"/bookings/{number}/cancel", {"reason": ""})
    assert stands(number)[0] is CANCELLED
    assert letters() == [("booking_cancelled", street.dora.id)]
    db.session.refresh(street.space)
    assert agreed(street.bilal, street.space, at(14)).status is AGREED


def test_a_keeper_who_takes_it_back_says_why(street: Street, client: PageClient) -> None:
    number = agreed(street.chidi, street.space, at(14)).id
    letters()
    client.become(street.dora)
    assert client.send(f"/bookings/{number}/cancel", {"reason": ""}).status_code == 422
    assert stands(number)[0] is AGREED
    client.send(f"/bookings/{number}/cancel", {"reason": "The water is off."})
    assert stands(number)[0] is CANCELLED
    assert letters() == [("booking_cancelled", street.chidi.id)]
    assert "The water is off." in client.become(street.chidi).get(f"/bookings/{number}").text


def test_one_or_all_of_several(street: Street, client: PageClient) -> None:
    weeks = [at(14, day=DAY + timedelta(weeks=number)) for number in range(3)]
    made = [each.id for each in service.book_series(street.chidi.id, street.space, weeks, LUNCH)]
    db.session.commit()
    client.become(street.chidi)
    assert "All 3, until Saturday 25 July" in client.get(f"/bookings/{made[0]}/cancel").text
    assert client.send(f"/bookings/{made[0]}/cancel", {"reach": ""}).status_code == 422
    client.send(f"/bookings/{made[0]}/cancel", {"reach": "one"})
    assert [stands(number)[0] for number in made] == [CANCELLED, ASKED, ASKED]
    client.send(f"/bookings/{made[1]}/cancel", {"reach": "all"})
    assert [stands(number)[0] for number in made] == [CANCELLED] * 3


def test_a_project_shows_its_team_what_is_booked(street: Street, client: PageClient) -> None:
    what = What("Lunch", heads=2, subject=f"project:{street.project.id}")
    made = asked(street.bilal, street.space, at(14), what)
    for name in CAST:
        page = client.become(street.person(name)).get(f"/projects/{street.project.id}").text
        assert (f"/bookings/{made.id}" in page) is (name in ("amina", "bilal", "dora", "gita")), name
    assert db.session.scalars(select(Booking.subject)).one() == f"project:{street.project.id}"
