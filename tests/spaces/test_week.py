"""A space's week and month: free and taken for everybody, what for only for its keeper."""

import re
from datetime import date, datetime, time, timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.spaces import queries
from participate.spaces.models import Booking, OpeningHour, Space, SpecialDays
from participate.spaces.words import BookingMode, BookingStatus, DayKind, DayState, SpaceKind
from tests.page import PageClient
from tests.spaces.build import build_space
from tests.statements import count_statements
from tests.street import CAST, Street, add

SECRET = "Surprise for Bilal"
ITS_PEOPLE = ("amina", "dora", "gita")
FRIDAY = date(2026, 7, 3)  # tomorrow
CANARY = "17 Canary Row"


def build_open(street: Street, **more: object) -> Space:
    """Amina's kitchen, open from 9am to 5pm on weekdays."""
    space = build_space(street, **more)
    for weekday in range(5):
        add(OpeningHour(space_id=space.id, weekday=weekday, opens=time(9), closes=time(17)))
    return space


def put(
    street: Street, space: Space, day: date, start: int, end: int, status: BookingStatus = BookingStatus.AGREED,
    **more: object,
) -> Booking:  # fmt: skip
    """A booking of Chidi's from one London hour to another, with the minutes of the space held."""
    first, last = clock.moment_of(day, time(start)), clock.moment_of(day, time(end))
    facts: dict[str, object] = {
        "space_id": space.id, "person_id": street.chidi.id, "label": SECRET, "starts_at": first, "ends_at": last,
        "held_from": first - timedelta(minutes=space.before), "held_until": last + timedelta(minutes=space.after),
        "status": status, "made_at": clock.now(), "changed_at": clock.now(),
    }  # fmt: skip
    made = Booking(**(facts | more))
    add(made)
    return made


def slots_in(page: str) -> list[tuple[str, str, str]]:
    """(kind, time, words) of each stretch on a week's page."""
    found = re.findall(r'class="slot (\w+)"[^>]*>(?:<strong>(.*?)</strong>)?<span>(.*?)</(?:a|p)>', page, re.DOTALL)
    return [(kind, when, re.sub(r"<span class=\"vh\">.*?</span>|<[^>]+>", "", words)) for kind, when, words in found]


@pytest.mark.parametrize("path", ["week", "month"])
@pytest.mark.parametrize("name", CAST)
def test_everybody_may_look(street: Street, client: PageClient, name: str, path: str) -> None:
    answer = client.become(street.person(name)).get(f"/spaces/{street.space.id}/{path}")
    assert answer.status_code == 200
    assert "<h1>When is it free?</h1>" in answer.text
    assert "Kitchen at the Shop" in answer.text


@pytest.mark.parametrize("name", CAST)
def test_what_for_is_for_its_keeper_and_whoever_booked(street: Street, client: PageClient, name: str) -> None:
    space = build_open(street)
    put(street, space, FRIDAY, 10, 12)
    page = client.become(street.person(name)).get(f"/spaces/{space.id}/week").text
    assert (SECRET in page) is (name in (*ITS_PEOPLE, "chidi"))
    assert ("Chidi" in page) is (name in ITS_PEOPLE)
    assert ("Taken" in page) is (name not in (*ITS_PEOPLE, "chidi"))
    assert SECRET not in client.get(f"/spaces/{space.id}/month").text


@pytest.mark.parametrize("name", CAST)
def test_what_is_only_asked_for_holds_nothing(street: Street, client: PageClient, name: str) -> None:
    space = build_open(street)
    put(street, space, FRIDAY, 10, 12, BookingStatus.ASKED)
    page = client.become(street.person(name)).get(f"/spaces/{space.id}/week").text
    assert (f"Asked: {SECRET}" in page) is (name in (*ITS_PEOPLE, "chidi"))
    assert ("free", "9am to 5pm", "Free, ask") in slots_in(page)


@pytest.mark.parametrize("status", ["declined", "cancelled", "lapsed"])
def test_what_came_to_nothing_is_not_there(street: Street, client: PageClient, status: str) -> None:
    space = build_open(street)
    put(street, space, FRIDAY, 10, 12, BookingStatus(status))
    assert SECRET not in client.become(street.amina).get(f"/spaces/{space.id}/week").text


def test_free_and_taken_in_order(street: Street, client: PageClient) -> None:
    space = build_open(street, before=15, after=30, mode=BookingMode.INSTANT)
    put(street, space, FRIDAY, 10, 12)
    put(street, space, FRIDAY, 15, 17)
    seen = slots_in(client.get(f"/spaces/{space.id}/week?from=2026-07-03").text)
    assert seen[:4] == [
        ("taken", "10am to 12pm", "Taken"),
        ("free", "12:45pm to 2:15pm", "Free, book"),
        ("taken", "3pm to 5pm", "Taken"),
        ("none", "", "Closed"),  # Saturday
    ]


def test_a_stretch_leads_to_booking_it(street: Street, client: PageClient) -> None:
    space = build_open(street)
    put(street, space, FRIDAY, 9, 12)
    page = client.get(f"/spaces/{space.id}/week").text
    assert f'href="/spaces/{space.id}/book?day=2026-07-03&amp;hour=12:00"' in page
    assert f'href="/spaces/{space.id}/book?day=2026-07-06&amp;hour=09:00"' in page


def test_one_that_is_rung_for_leads_nowhere(street: Street, client: PageClient) -> None:
    space = build_open(street, mode=BookingMode.RING)
    page = client.get(f"/spaces/{space.id}/week").text
    assert ("free", "9am to 5pm", "Free, ring") in slots_in(page)
    assert "/book" not in page


def test_today_begins_now(street: Street, client: PageClient) -> None:
    space = build_open(street)
    assert ("free", "12pm to 5pm", "Free, ask") in slots_in(client.get(f"/spaces/{space.id}/week").text)
    with clock.stop_at(clock.moment_of(date(2026, 7, 2), time(16, 40))):
        first = slots_in(client.get(f"/spaces/{space.id}/week").text)[0]
    assert first == ("none", "", "Full")  # twenty minutes are too short


def test_closed_says_why(street: Street, client: PageClient) -> None:
    space = build_open(street)
    add(SpecialDays(
        space_id=space.id, kind=DayKind.CLOSED, first_day=FRIDAY, last_day=FRIDAY, note="School holidays"
    ))  # fmt: skip
    assert "Closed: School holidays" in client.get(f"/spaces/{space.id}/week").text


def test_too_far_ahead_is_not_offered_but_to_its_keeper(street: Street, client: PageClient) -> None:
    space = build_open(street, ahead_days=14)
    path = f"/spaces/{space.id}/week?from=2026-07-20"
    assert {each[2] for each in slots_in(client.get(path).text)} == {"Not to book yet", "Closed"}
    assert ("free", "9am to 5pm", "Free, ask") in slots_in(client.become(street.amina).get(path).text)


def test_only_its_keeper_looks_back(street: Street, client: PageClient) -> None:
    space = build_open(street)
    put(street, space, date(2026, 6, 30), 10, 12)
    path = f"/spaces/{space.id}/week?from=2026-06-29"
    page = client.become(street.chidi).get(path).text
    assert "Thursday 2 to Wednesday 8 July" in page
    assert "Seven days back" not in page
    page = client.become(street.amina).get(path).text
    assert "Monday 29 June to Sunday 5 July" in page
    assert SECRET in page


@pytest.mark.parametrize(
    "asked", ["", "soon", "2026-13-45", "0001-01-01", "9999-12-31", "%00", "x" * 5_000, "🍞", "<b>"]
)
def test_a_day_that_makes_no_sense_is_another_one(street: Street, client: PageClient, asked: str) -> None:
    for name in (None, street.dora):
        client.become(name)
        for path in (f"week?from={asked}", f"month?month={asked}"):
            assert client.get(f"/spaces/{street.space.id}/{path}").status_code == 200


def test_through_the_night_it_stands_on_both_days(street: Street, client: PageClient) -> None:
    space = build_space(street)
    first, last = clock.moment_of(FRIDAY, time(22)), clock.moment_of(date(2026, 7, 4), time(2))
    put(street, space, FRIDAY, 22, 23, starts_at=first, held_from=first, ends_at=last, held_until=last)
    seen = slots_in(client.get(f"/spaces/{space.id}/week?from=2026-07-03").text)
    assert [each[:2] for each in seen[:4]] == [
        ("free", "Until 10pm"), ("taken", "From 10pm"), ("taken", "Until 2am"), ("free", "From 2am"),
    ]  # fmt: skip


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 10, 25), 25), (date(2027, 3, 28), 23)])
def test_the_days_on_which_the_clocks_change(street: Street, day: date, hours: int) -> None:
    space = build_space(street, ahead_days=366)
    found = queries.list_days(space, queries.opening_of(space), day, 1)[0]
    assert [slot.minutes for slot in found.free] == [hours * 60]
    assert found.state is DayState.FREE


@pytest.mark.parametrize(
    ("booked", "state"), [([], "Free"), ([(10, 12)], "Some time free"), ([(9, 12), (12, 17)], "Full")]
)
def test_a_month_from_afar(street: Street, client: PageClient, booked: list[tuple[int, int]], state: str) -> None:
    space = build_open(street)
    for start, end in booked:
        put(street, space, FRIDAY, start, end)
    page = client.get(f"/spaces/{space.id}/month").text
    assert '<h2 id="month">July 2026</h2>' in page
    assert f'<b>3</b><span class="vh">Friday: {state}</span>' in page
    assert '<b>4</b><span class="vh">Saturday: Closed</span>' in page
    assert '<b>1</b><span class="vh">Wednesday: Over</span>' in page
    assert f'href="/spaces/{space.id}/week?from=2026-07-03"' in page
    assert f'href="/spaces/{space.id}/month?month=2026-08"' in page
    assert "month=2026-06" not in page
    assert page.count("<tr>") == 6  # the head and five weeks


def test_what_another_space_has_is_not_here(street: Street, client: PageClient) -> None:
    space, other = build_open(street), build_open(street, name="The other")
    put(street, other, FRIDAY, 9, 17)
    assert "Taken" not in client.get(f"/spaces/{space.id}/week").text


@pytest.mark.parametrize("path", ["week", "month"])
def test_a_site_shows_its_parts_instead(street: Street, client: PageClient, path: str) -> None:
    site = build_open(street, kind=SpaceKind.SITE)
    part = build_space(street, name="Shed", kind=SpaceKind.WORKSHOP, site_id=site.id)
    page = client.get(f"/spaces/{site.id}/{path}").text
    assert f'href="/spaces/{part.id}/{path}"' in page
    assert "/book" not in page
    assert "Free, ask" in {each[2] for each in slots_in(client.get(f"/spaces/{part.id}/week").text)}


@pytest.mark.parametrize("path", ["week", "month"])
def test_hidden_it_is_there_for_its_people_only(street: Street, client: PageClient, path: str) -> None:
    space = build_open(street)
    space.hidden_at = clock.now()
    for name in CAST:
        answer = client.become(street.person(name)).get(f"/spaces/{space.id}/{path}")
        assert answer.status_code == (200 if name in ITS_PEOPLE else 404)


@pytest.mark.parametrize("path", ["week", "month"])
@pytest.mark.parametrize("name", ["stranger", "chidi", "amina"])
def test_it_asks_little_of_the_database(street: Street, client: PageClient, name: str, path: str) -> None:
    space = build_open(street)
    for number in range(20):
        put(street, space, FRIDAY + timedelta(days=number), 10, 12)
    db.session.commit()
    space_id = space.id
    client.become(street.person(name))
    with count_statements() as counted:
        client.get(f"/spaces/{space_id}/{path}")
    assert counted.number <= 9, counted.texts


def test_a_stranger_gets_no_cookie(street: Street, client: PageClient) -> None:
    for path in ("week", "month"):
        assert "Set-Cookie" not in client.get(f"/spaces/{street.space.id}/{path}").headers


def test_no_home_shows_where_it_is(street: Street, client: PageClient) -> None:
    space = build_open(street, kind=SpaceKind.HOME, address=CANARY)
    for path in ("week", "month"):
        assert CANARY not in client.become(street.amina).get(f"/spaces/{space.id}/{path}").text


def test_moments_are_aware(street: Street) -> None:
    first, last = queries.ends_of(FRIDAY)
    assert (first.utcoffset(), last - first) == (timedelta(), timedelta(days=1))
    assert first == datetime.fromisoformat("2026-07-02T23:00:00+00:00")
