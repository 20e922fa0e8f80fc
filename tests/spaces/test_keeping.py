"""The page of whoever looks after spaces: what waits, who comes, how much each is used."""

from datetime import date, time, timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.spaces import queries
from participate.spaces.models import BookingSeries, OpeningHour, Space
from participate.spaces.words import BookingStatus
from tests.page import PageClient
from tests.spaces.build import build_space
from tests.spaces.test_week import FRIDAY, SECRET, put
from tests.statements import count_statements
from tests.street import CAST, Street, add

MONDAY = date(2026, 6, 29)  # three days ago


@pytest.mark.parametrize("name", CAST)
def test_each_sees_her_own(street: Street, client: PageClient, name: str) -> None:
    put(street, build_space(street), FRIDAY, 10, 12, BookingStatus.ASKED)
    put(street, build_space(street, name="School hall", organisation_id=street.organisation.id), FRIDAY, 10, 12)
    answer = client.become(street.person(name)).get("/keeping")
    if name in ("stranger", "femi"):
        assert answer.status_code == 303
        return
    assert answer.status_code == 200
    assert ("Amina’s kitchen" in answer.text) is (name == "amina")
    assert ("School hall" in answer.text) is (name == "bilal")  # he speaks for the school
    assert ("Kitchen at the Shop" in answer.text) is (name == "dora")  # hers, and her hub's
    assert ("You look after no space yet" in answer.text) is (name in ("chidi", "efua", "gita"))
    assert (SECRET in answer.text) is (name in ("amina", "bilal"))


def test_what_waits_leads_to_the_answer(street: Street, client: PageClient) -> None:
    booking = put(street, build_space(street), FRIDAY, 10, 12, BookingStatus.ASKED, heads=6)
    page = client.become(street.amina).get("/keeping").text
    for words in (SECRET, "Friday 3 July, 10am to 12pm", "Amina’s kitchen", "Chidi", "6 people"):
        assert words in page
    assert f'href="/bookings/{booking.id}"' in page
    assert "Okafor" not in page
    assert "Nothing is booked yet." in page


def test_what_was_asked_together_is_one_line(street: Street, client: PageClient) -> None:
    space, series = build_space(street), BookingSeries(times=3, made_at=clock.now())
    add(series)
    for number in (2, 0, 1):
        day = FRIDAY + timedelta(weeks=number)
        put(street, space, day, 10, 12, BookingStatus.ASKED, series_id=series.id)
    put(street, space, FRIDAY, 14, 15, BookingStatus.ASKED, label="Tea")
    page = client.become(street.amina).get("/keeping").text
    assert "3 times, the first on Friday 3 July, 10am to 12pm" in page
    assert page.count(">Answer<") == 2


@pytest.mark.parametrize(
    ("status", "days", "waits", "comes"),
    [
        ("asked", 1, True, False),
        ("asked", -1, False, False),  # its time has gone
        ("agreed", 1, False, True),
        ("agreed", -1, False, False),
        ("declined", 1, False, False),
        ("cancelled", 1, False, False),
        ("lapsed", 1, False, False),
    ],
)
def test_what_waits_and_what_comes(
    street: Street, client: PageClient, status: str, days: int, waits: bool, comes: bool
) -> None:
    put(street, build_space(street), clock.today() + timedelta(days=days), 10, 12, BookingStatus(status))
    page = client.become(street.amina).get("/keeping").text
    waiting, coming = page.split('id="coming"')
    assert (SECRET in waiting) is waits
    assert (SECRET in coming) is comes
    assert ("Nothing waits." in page) is not waits


def test_who_comes_is_by_day_and_in_pages(street: Street, client: PageClient) -> None:
    space = build_space(street)
    for number in range(25):
        put(street, space, FRIDAY + timedelta(days=number), 10, 12, label=f"Number {number:02}")
    client.become(street.amina)
    first, second = client.get("/keeping").text, client.get("/keeping?page=2").text
    assert "Tomorrow, Friday 3 July" in first
    assert "1 to 20 of 25" in first
    assert ("Number 19" in first, "Number 20" in first, "Number 20" in second) == (True, False, True)
    assert "That was the last page" in client.get("/keeping?page=9").text
    for odd in ("-1", "abc", "%00"):
        assert "Number 00" in client.get(f"/keeping?page={odd}").text


def open_space(street: Street, **more: object) -> Space:
    """Open from 9am to 5pm on Mondays: 32 hours in four weeks."""
    space = build_space(street, **more)
    add(OpeningHour(space_id=space.id, weekday=0, opens=time(9), closes=time(17)))
    return space


def test_how_much_it_is_used(street: Street, client: PageClient) -> None:
    space = open_space(street, before=30)
    put(street, space, MONDAY, 10, 13)
    put(street, space, MONDAY - timedelta(weeks=1), 9, 17)
    put(street, space, MONDAY - timedelta(weeks=5), 9, 17)  # before the four weeks
    put(street, space, MONDAY + timedelta(weeks=1), 9, 17)  # still to come
    put(street, space, MONDAY, 14, 16, BookingStatus.CANCELLED)
    page = client.become(street.amina).get("/keeping").text
    assert "11 of 32 hours used" in page
    assert "How we count" in page


def test_without_hours_nothing_is_offered_by_the_hour(street: Street, client: PageClient) -> None:
    space = build_space(street)
    client.become(street.amina)
    assert "Not used in the last four weeks" in client.get("/keeping").text
    put(street, space, MONDAY, 10, 13)
    assert "3 hours used" in client.get("/keeping").text


def test_several_at_once_are_as_one_by_one(street: Street) -> None:
    spaces = [open_space(street, name=f"Room {number}") for number in range(3)]
    put(street, spaces[0], MONDAY, 10, 13)
    through = clock.moment_of(MONDAY, time(23))
    put(street, spaces[1], MONDAY, 10, 11, starts_at=through, held_from=through,
        ends_at=through + timedelta(hours=3), held_until=through + timedelta(hours=3))  # fmt: skip
    for first, last in ((MONDAY, MONDAY), (MONDAY - timedelta(days=9), MONDAY + timedelta(days=1))):
        found = queries.uses_of(spaces, first, last)
        assert found == {each.id: queries.use_of(each, first, last) for each in spaces}
    assert queries.uses_of([], MONDAY, MONDAY) == {}


def test_it_asks_little_of_the_database(street: Street, client: PageClient) -> None:
    for number in range(30):
        space = open_space(street, name=f"Room {number:02}")
        put(street, space, FRIDAY, 10, 12)
        put(street, space, FRIDAY, 14, 16, BookingStatus.ASKED)
    db.session.commit()
    client.become(street.amina)
    with count_statements() as counted:
        page = client.get("/keeping").text
    assert counted.number <= 12, counted.texts
    assert "and 18 more" in page


def test_the_page_of_the_space_leads_there(street: Street, client: PageClient) -> None:
    space = build_space(street)
    put(street, space, FRIDAY, 10, 12, BookingStatus.ASKED)
    page = client.become(street.amina).get(f"/spaces/{space.id}").text
    assert "1 neighbour waits for your answer." in page
    assert 'href="/keeping"' in page
    assert "waits for your answer" not in client.become(street.chidi).get(f"/spaces/{space.id}").text
