"""Asking for a space again and again: every date is looked over, what cannot be has a choice, nothing half-written."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.spaces.models import Booking
from participate.spaces.words import BookingMode, BookingStatus
from tests.page import PageClient
from tests.spaces.booking import DAY, agreed, at, letters, open_to_all
from tests.spaces.build import build_space
from tests.statements import count_statements
from tests.street import Street

TEN = {
    "day": DAY.isoformat(), "hour": "14:00", "length": "120", "label": "Bread", "heads": "4", "every": "week",
    "times": "10",
}  # fmt: skip
SIXTH = DAY + timedelta(weeks=5)


@pytest.fixture
def taken(street: Street, client: PageClient) -> PageClient:
    """Chidi's browser; in the sixth week of the street's kitchen there is somebody else. No letter is left."""
    agreed(street.dora, street.space, at(15, day=SIXTH))
    letters()
    return client.become(street.chidi)


def his(street: Street) -> list[Booking]:
    db.session.rollback()
    found = select(Booking).where(Booking.person_id == street.chidi.id)
    return list(db.session.scalars(found.order_by(Booking.starts_at)))


def days(found: list[Booking]) -> list[date]:
    return [clock.local(each.starts_at).date() for each in found]


def send(client: PageClient, street: Street, **more: str):  # type: ignore[no-untyped-def]
    """The form with what is chosen about the sixth week: `instead_5="skip"` is the field `instead-5`."""
    chosen = {name.replace("_", "-"): value for name, value in more.items()}
    return client.send(f"/spaces/{street.space.id}/book", TEN | chosen)


def test_all_free_it_shows_ten_dates_and_books_them(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    page = send(client, street)
    assert "10 dates" in page.text
    assert "Ask for all 10" in page.text
    assert "Saturday 12 September, 2pm to 4pm" in page.text
    send(client, street, step="book")
    assert days(his(street)) == [DAY + number * timedelta(weeks=1) for number in range(10)]
    assert len({each.series_id for each in his(street)}) == 1
    assert letters() == [("booking_asked", street.dora.id)]


def test_the_sixth_is_taken_and_asks_for_a_choice(street: Street, taken: PageClient) -> None:
    build_space(street, name="Kitchen two doors on")
    page = send(taken, street)
    assert page.status_code == 200
    for words in (
        "1 date needs a choice. Nothing is booked yet.", "Saturday 15 August, 2pm to 4pm",
        "Somebody else has it then.", "Leave this date out", "Another day or hour", "Kitchen two doors on",
        "Free that day:",
    ):  # fmt: skip
        assert words in page.text
    assert "Dora" not in page.text
    assert "Ask for" not in page.text


def test_pressed_through_nothing_is_half_written(street: Street, taken: PageClient) -> None:
    page = send(taken, street, step="book")
    assert "1 date needs a choice." in page.text
    assert his(street) == []
    assert letters() == []


def test_left_out_nine_are_asked_for(street: Street, taken: PageClient) -> None:
    page = send(taken, street, instead_5="skip", step="check")
    assert "Left out: Saturday 15 August" in page.text
    assert "Ask for all 9" in page.text
    assert 'name="instead-5" value="skip"' in page.text
    send(taken, street, instead_5="skip", step="book")
    assert len(his(street)) == 9
    assert SIXTH not in days(his(street))


def test_moved_ten_are_asked_for(street: Street, taken: PageClient) -> None:
    moved = {"instead_5": "move", "day_5": "2026-08-16", "hour_5": "11:00"}
    page = send(taken, street, **moved, step="check")
    assert "Sunday 16 August, 11am to 1pm" in page.text
    assert "Moved from Saturday 15 August" in page.text
    send(taken, street, **moved, step="book")
    assert len(his(street)) == 10
    assert date(2026, 8, 16) in days(his(street))


def test_elsewhere_its_keeper_is_asked(street: Street, taken: PageClient) -> None:
    other = build_space(street, name="Kitchen two doors on")
    page = send(taken, street, instead_5="space", space_5=str(other.id), step="check")
    assert "In Kitchen two doors on instead" in page.text
    send(taken, street, instead_5="space", space_5=str(other.id), step="book")
    assert [each.space_id for each in his(street)].count(other.id) == 1
    assert sorted(letters()) == sorted([("booking_asked", street.dora.id), ("booking_asked", street.amina.id)])


def test_elsewhere_at_once_and_here_asked_it_says_so(street: Street, taken: PageClient) -> None:
    other = build_space(street, name="Kitchen two doors on", mode=BookingMode.INSTANT)
    page = send(taken, street, instead_5="space", space_5=str(other.id), step="check")
    assert "Where a keeper has to say yes" in page.text
    send(taken, street, instead_5="space", space_5=str(other.id), step="book")
    assert sorted({(each.space_id, each.status) for each in his(street)}) == [
        (street.space.id, BookingStatus.ASKED), (other.id, BookingStatus.AGREED),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("chosen", "says"),
    [
        ({"instead_5": "move", "day_5": "soon", "hour_5": "11:00"}, "Write the date as day, month and year"),
        ({"instead_5": "move", "day_5": "2026-08-16", "hour_5": ""}, "Write when you start"),
        ({"instead_5": "move", "day_5": "2026-08-16", "hour_5": "late"}, "Write a time"),
        ({"instead_5": "move", "day_5": "2026-08-15", "hour_5": "16:00"}, "Somebody else has it then."),
        ({"instead_5": "move", "day_5": "2026-08-22", "hour_5": "15:00"}, "Another of your dates is at that time"),
        ({"instead_5": "move", "day_5": "2026-06-16", "hour_5": "15:00"}, "That time has gone."),
        ({"instead_5": "space", "space_5": "999999"}, "Choose one of the spaces."),
        ({"instead_5": "space", "space_5": "x"}, "Choose one of the spaces."),
        ({"instead_5": "space", "space_5": "9" * 50}, "Choose one of the spaces."),
    ],
)
def test_a_choice_that_cannot_be_asks_again(
    street: Street, taken: PageClient, chosen: dict[str, str], says: str
) -> None:
    for step in ("check", "book"):
        page = send(taken, street, **chosen, step=step)
        assert page.status_code == 422
        assert says in page.text
        assert "<title>Error: Look it over" in page.text
    assert his(street) == []


@pytest.mark.parametrize("nonsense", ["", "<script>alert(1)</script>", "x" * 5_000, "a\x00b", "😀"])
def test_nonsense_never_breaks_it(street: Street, taken: PageClient, nonsense: str) -> None:
    for chosen in ("skip", "move", "space", nonsense):
        given = {"instead_5": chosen, "day_5": nonsense, "hour_5": nonsense, "space_5": nonsense, "step": "check"}
        page = send(taken, street, **given)
        assert page.status_code in (200, 422)
        assert "<script>alert" not in page.text


def test_a_hidden_space_is_no_way_out(street: Street, taken: PageClient) -> None:
    other = build_space(street, name="Secret kitchen", hidden_at=clock.now())
    page = send(taken, street, instead_5="space", space_5=str(other.id), step="book")
    assert page.status_code == 422
    assert "Secret kitchen" not in page.text
    assert his(street) == []


def test_none_left_is_none_booked(street: Street, client: PageClient) -> None:
    for week in range(2):
        agreed(street.dora, street.space, at(14, day=DAY + timedelta(weeks=week)))
    client.become(street.chidi)
    two = {"times": "2", "instead_0": "skip", "instead_1": "skip"}
    for step in ("check", "book"):
        page = send(client, street, **two, step=step)
        assert page.status_code == 422
        assert "No date is left." in page.text
    assert his(street) == []


def test_many_taken_it_says_that_another_hour_may_suit(street: Street, client: PageClient) -> None:
    for week in range(6):
        agreed(street.dora, street.space, at(14, day=DAY + timedelta(weeks=week)))
    where = f"/spaces/{street.space.id}/book"
    client.become(street.chidi)
    token = client.token(where)
    with count_statements() as counted:
        page = client.post(where, data=TEN | {"csrf_token": token})
    assert "6 dates need a choice." in page.text
    assert "another hour may suit better" in page.text
    assert counted.number <= 50, counted.texts


def test_two_weeks_apart_across_the_clock_change_it_stays_two(street: Street, client: PageClient) -> None:
    open_to_all(street.space)
    client.become(street.chidi)
    send(client, street, day="2026-10-17", every="fortnight", times="3", step="book")
    found = his(street)
    assert days(found) == [date(2026, 10, 17), date(2026, 10, 31), date(2026, 11, 14)]
    assert [clock.local(each.starts_at).hour for each in found] == [14] * 3
    assert [each.starts_at.hour for each in found] == [13, 14, 14]


def test_an_hour_that_spring_leaves_out_has_a_choice(street: Street, client: PageClient) -> None:
    open_to_all(street.space, ahead_days=366)
    client.become(street.chidi)
    page = send(client, street, day="2027-03-21", hour="01:30", times="2")
    assert "there is no 01:30" in page.text
    send(client, street, day="2027-03-21", hour="01:30", times="2", instead_1="skip", step="book")
    assert days(his(street)) == [date(2027, 3, 21)]


def test_pressed_twice_ten_are_ten(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    first = send(client, street, step="book")
    again = send(client, street, step="book")
    assert first.headers["Location"] == again.headers["Location"]
    assert len(his(street)) == 10
