"""The list of spaces, narrowed to what is free at a time and to what must be in it."""

from datetime import time

import pytest

from participate.core.db import db
from participate.spaces.models import OpeningHour
from participate.spaces.words import BookingMode, BookingStatus, SpaceKind
from tests.page import PageClient
from tests.spaces.build import build_space
from tests.spaces.test_week import FRIDAY, put
from tests.statements import count_statements
from tests.street import Street, add

NAMES = ("Kitchen at the Shop", "Big hall", "Shed", "Den")
THEN = "day=2026-07-03&hour=10am&length=120"


def listed(client: PageClient, asked: str) -> set[str]:
    page = client.get(f"/spaces?{asked}").text
    return {name for name in NAMES if f">{name}</a>" in page}


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("", set(NAMES)),
        (THEN, {"Kitchen at the Shop", "Big hall"}),  # the shed is taken, the den is rung for
        ("day=2026-07-03&hour=12:00&length=120", {"Kitchen at the Shop", "Shed"}),  # the hall closes at one
        ("day=3/7/2026&hour=10&length=60", {"Kitchen at the Shop", "Big hall"}),
        (THEN + "&people=20", {"Big hall"}),
        (THEN + "&kind=kitchen", {"Kitchen at the Shop"}),
        (THEN + "&ward=other", set()),
        (THEN + "&step_free=y", {"Kitchen at the Shop"}),
        (THEN + "&kit=stage", {"Big hall"}),
        ("kit=STAGE", {"Big hall"}),
        ("kit=stage+chairs", {"Big hall"}),
        ("kit=stage+oven", set()),
        ("kit=%25", set()),
        ("kit=_", set()),
        ("day=2027-07-03&hour=10am&length=120", set()),  # too far ahead
    ],
)
def test_it_is_narrowed(street: Street, client: PageClient, asked: str, names: set[str]) -> None:
    hall = build_space(street, name="Big hall", kind=SpaceKind.HALL, capacity=80, has="A stage, 40 chairs")
    for weekday in range(7):
        add(OpeningHour(space_id=hall.id, weekday=weekday, opens=time(9), closes=time(13)))
    put(street, build_space(street, name="Shed"), FRIDAY, 10, 12)
    build_space(street, name="Den", mode=BookingMode.RING)
    assert listed(client, asked.replace("other", str(street.other_ward.id))) == names


def test_what_is_only_asked_for_is_free(street: Street, client: PageClient) -> None:
    put(street, build_space(street, name="Shed"), FRIDAY, 10, 12, BookingStatus.ASKED)
    assert "Shed" in listed(client, THEN)


def test_parts_come_instead_of_their_site(street: Street, client: PageClient) -> None:
    site = build_space(street, name="Big hall", kind=SpaceKind.SITE)
    build_space(street, name="Shed", kind=SpaceKind.WORKSHOP, site_id=site.id)
    assert {"Big hall", "Shed"} <= listed(client, "")
    assert "Big hall" not in listed(client, THEN)
    assert "Shed" in listed(client, THEN)


def test_each_leads_to_booking_it_then(street: Street, client: PageClient) -> None:
    page = client.get(f"/spaces?{THEN}&people=3").text
    path = f"/spaces/{street.space.id}/book?day=2026-07-03&amp;hour=10am&amp;length=120&amp;heads=3"
    assert f'href="{path}"' in page
    assert "These can be booked or asked for on Friday 3 July, 10am to 12pm." in page
    assert "/book" not in client.get("/spaces").text
    assert client.become(street.chidi).get(path.replace("&amp;", "&")).status_code == 200


def test_nothing_free_shows_a_way_on(street: Street, client: PageClient) -> None:
    page = client.get(f"/spaces?{THEN}&kit=piano").text
    assert "Nothing is free then" in page
    assert 'href="/spaces?kit=piano"' in page


@pytest.mark.parametrize(
    ("asked", "field", "said"),
    [
        ("day=2026-07-03", "hour", "Write when you start, like 2pm."),
        ("hour=2pm", "day", "Choose a day."),
        ("day=soon&hour=2pm", "day", "Write the date as day, month and year"),
        ("day=2026-02-30&hour=2pm", "day", "Write the date as day, month and year"),
        ("day=0001-01-01&hour=2pm", "day", "Write the date as day, month and year"),
        ("day=9999-12-31&hour=11pm", "day", "Write the date as day, month and year"),
        ("day=2026-07-03&hour=late", "hour", "Write a time like 9am"),
        ("day=2026-07-01&hour=2pm", "hour", "That time has gone."),
        ("day=2027-03-28&hour=1:30am", "hour", ""),  # the clocks jump over it
        ("day=2026-07-03&hour=2pm&length=abc", "length", "Choose one from the list."),
        ("day=2026-07-03&hour=2pm&length=" + "9" * 400, "length", "Choose one from the list."),
        ("kit=" + "x" * 500, "kit", "too many"),
        ("kit=a%00b", "kit", "Some of these signs cannot be shown."),
        ("day=%00&hour=2pm", "day", "Some of these signs cannot be shown."),
        ("day=" + "9" * 400 + "&hour=2pm", "day", "too many"),
        ("day=%F0%9F%8D%9E&hour=%F0%9F%8D%9E", "hour", "Write a time like 9am"),
        ("day=%3Cscript%3Ealert(1)%3C/script%3E&hour=2pm", "day", "too many"),
    ],
)
def test_what_makes_no_sense_narrows_nothing_and_is_said(
    street: Street, client: PageClient, asked: str, field: str, said: str
) -> None:
    answer = client.get(f"/spaces?{asked}")
    assert answer.status_code == 200
    assert f'id="{field}-error"' in answer.text
    assert said in answer.text
    assert "Kitchen at the Shop" in answer.text
    assert "<script>alert" not in answer.text


def test_the_pages_keep_the_time(street: Street, client: PageClient) -> None:
    for number in range(24):
        build_space(street, name=f"Room {number:02}", kind=SpaceKind.ROOM)
    page = client.get(f"/spaces?{THEN}&kind=room").text
    assert "1 to 20 of 24" in page
    for part in ("day=2026-07-03", "hour=10am", "length=120", "kind=room", "page=2"):
        assert part in page.split('rel="next" href="')[1].split('"')[0]
    assert "length=" not in client.get("/spaces?kind=room&length=120").text.split('rel="next" href="')[1].split('"')[0]


def test_it_asks_little_of_the_database(street: Street, client: PageClient) -> None:
    for number in range(30):
        put(street, build_space(street, name=f"Room {number:02}"), FRIDAY, 14, 15)
    db.session.commit()
    client.become(street.chidi)
    with count_statements() as counted:
        client.get(f"/spaces?{THEN}&kit=oven&people=2&ward={street.ward.id}")
    assert counted.number <= 12, counted.texts
