"""The programme as a page."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask import Flask

from participate.core import clock
from participate.core.db import db
from participate.profiles.words import Theme
from participate.sessions.models import Session
from participate.sessions.words import SessionStatus
from tests.page import PageClient
from tests.sessions.making import project, session
from tests.statements import count_statements
from tests.street import CAST, NOON, Street

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize("who", CAST)
def test_everybody_reads_it(street: Street, client: PageClient, who: str) -> None:
    page = client.become(street.person(who)).get("/programme")
    assert page.status_code == 200
    assert "Thursday 2 July to Wednesday 8 July." in page.text
    assert "Saturday 4 July" in page.text
    assert '<time datetime="2026-07-04T12:00+01:00">12pm<small>to 2pm</small></time>' in page.text
    assert f'href="/sessions/{street.session.id}">Bring it broken' in page.text


def test_days_and_hours_in_order(street: Street, client: PageClient) -> None:
    session(street, NOON + 3 * HOUR, name="today")
    session(street, NOON + DAY + HOUR, name="tomorrow, later")
    session(street, NOON + DAY, name="tomorrow, first")
    text = client.get("/programme").text
    in_order = ("Today, Thursday", ">today<", "Tomorrow, Fri", ">tomorrow, first<", ">tomorrow, later<", "Saturday 4")
    places = [text.index(words) for words in in_order]
    assert places == sorted(places)
    assert "2 things" in text


def test_the_week_before_and_after_keep_what_was_chosen(street: Street, client: PageClient) -> None:
    text = client.get("/programme?start=2026-07-09&theme=cook&step_free=y").text
    for rel, start in (("next", "2026-07-16"), ("prev", "2026-07-02")):
        [address] = re.findall(rf'rel="{rel}" href="([^"]+)"', text)
        assert dict(parse_qsl(urlsplit(unescape(address)).query)) == {"theme": "cook", "step_free": "y", "start": start}
    assert 'name="start" value="2026-07-09"' in text
    assert 'href="/programme?step_free=y&amp;start=2026-07-09" aria-current="true">Cook<' in text
    assert 'href="/programme?start=2026-07-09" aria-current' not in text, "not everything"


@pytest.mark.parametrize(
    "asked",
    [
        "start=", "start=tomorrow", "start=1999-01-01", "start=9999-12-31", "start=0001-01-01", "theme=dance", "ward=0",
        "ward=x", "ward=near", f"ward={2**63}", "page=0", "page=-1", f"page={2**63}", "step_free=%00", "start=%00",
        "theme=" + "x" * 10_000, "start=%F0%9F%8D%9E", "ward=%3Cscript%3E", "start=2026-07-02%E2%80%AE",
    ],
)  # fmt: skip
def test_an_address_that_makes_no_sense_is_today(street: Street, client: PageClient, asked: str) -> None:
    page = client.get(f"/programme?{asked}")
    assert page.status_code == 200
    assert "Thursday 2 July to Wednesday 8 July." in page.text


def test_narrowed(street: Street, client: PageClient) -> None:
    session(street, NOON + DAY, name="Dal for the street", project_id=project(street, Theme.COOK).id)
    text = client.get("/programme?theme=cook").text
    assert "Dal for the street" in text
    assert "Bring it broken" not in text
    text = client.get(f"/programme?ward={street.other_ward.id}").text
    assert "Nothing like that this week" in text
    assert "Show everything" in text


def test_near_me(street: Street, client: PageClient) -> None:
    assert "Near Parsloes" not in client.get("/programme").text.split("<main", 1)[1]
    text = client.become(street.chidi).get("/programme?ward=near").text
    assert '<option value="near" selected>Near Parsloes</option>' in text
    assert 'href="/programme" aria-current="true">Near Parsloes<' in text, "pressed again, it is everywhere"
    assert "Bring it broken" in text


def test_how_far_it_is_for_whom(street: Street, client: PageClient) -> None:
    assert "walk" not in client.get("/programme").text.split("<main", 1)[1]
    text = client.become(street.chidi).get("/programme").text
    assert "about 5 minutes’ walk" in text


def test_empty(app: Flask, client: PageClient) -> None:
    text = client.get("/programme").text
    assert "Nothing planned for these days yet" in text
    assert "Look at the next week" in text


def test_cancelled_stays_marked(street: Street, client: PageClient) -> None:
    held = db.session.get_one(Session, street.session.id)
    held.status, held.cancelled_at, held.cancelled_because = SessionStatus.CANCELLED, NOON, "Rain."
    text = client.get("/programme").text
    assert re.search(r"Bring it broken.*?Cancelled", text, re.DOTALL)
    assert "Bring it broken" not in client.get("/").text


def test_words_stay_words(street: Street, client: PageClient) -> None:
    session(street, NOON + DAY, name="<script>alert(1)</script>", hub_id=None, place_note='"><img src=x>')
    text = client.get("/programme").text
    assert "<script>alert" not in text
    assert "<img" not in text


def test_pages_of_a_full_week(street: Street, client: PageClient) -> None:
    for number in range(70):
        session(street, NOON + DAY + number * HOUR / 4, name=f"Number {number}.")
    first, second = client.get("/programme").text, client.get("/programme?page=2").text
    assert "1 to 40 of 71" in first
    assert "41 to 71 of 71" in second
    for number in range(70):
        assert (f">Number {number}.<" in first) != (f">Number {number}.<" in second)


@pytest.mark.parametrize("start", ["2026-10-19", "2027-03-22"])
def test_a_week_with_a_clock_change_has_seven_days(street: Street, client: PageClient, start: str) -> None:
    first = clock.moment_of(clock.today().fromisoformat(start), NOON.time())
    with clock.stop_at(first - 30 * DAY):
        sunday = clock.moment_of(clock.local(first).date() + 6 * DAY, NOON.time().replace(hour=23, minute=30))
        session(street, sunday, name="late on Sunday")
        session(street, sunday + HOUR, name="after midnight")
        text = client.get(f"/programme?start={start}").text
    assert "late on Sunday" in text
    assert "after midnight" not in text
    assert text.count('<section class="section tight"') == 1


def test_statements(street: Street, client: PageClient) -> None:
    for number in range(30):
        session(street, NOON + DAY + number * HOUR)
    client.become(street.chidi)
    with count_statements() as counted:
        client.get("/programme?ward=near&theme=make")
    assert counted.number <= 12, counted.texts
