"""The programme narrowed, by week and by season; the list and the map say the same; two thousand sessions."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from participate.core import clock
from participate.core.db import db
from participate.profiles.words import Theme
from participate.sessions import queries
from participate.sessions.models import Session
from participate.sessions.queries import Wanted
from participate.sessions.words import DayPart
from tests.page import PageClient
from tests.sessions.making import project, session
from tests.statements import count_statements
from tests.street import NOON, SQUARE, Street

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TODAY = date(2026, 7, 2)
OWN = "Bring it broken, take it home working"  # Saturday noon to 2pm


def names(client: PageClient, asked: str) -> list[str]:
    """The titles in the list, in order."""
    return re.findall(r'<h3><a href="/sessions/\d+">([^<]+)</a></h3>', client.get(f"/programme?{asked}").text)


@pytest.fixture(autouse=True)
def week(street: Street) -> None:
    """Six sessions, each unlike the others."""
    friday = NOON + DAY
    session(street, friday - 2 * HOUR, name="school", children=True)  # 10am to 11am
    session(street, friday + 3 * HOUR, name="late", cost_pence=200)  # 3pm to 4pm
    session(street, friday + 7 * HOUR, name="evening", drop_in=True, language="ro")  # 7pm
    session(street, NOON + 3 * DAY - HOUR, name="sunday", step_free=True, ward_id=street.other_ward.id)  # 11am
    session(street, NOON + 4 * DAY, name="nowhere", ward_id=None, square=None)
    session(street, NOON + 20 * DAY, name="later", project_id=project(street, Theme.TRADE).id)


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("", ["school", "late", "evening", OWN, "sunday", "nowhere"]),
        ("part=morning", ["school", "sunday"]),
        ("part=afternoon", ["late", OWN, "nowhere"]),
        ("part=evening", ["evening"]),
        ("school=y", ["school", "nowhere"]),
        ("children=y", ["school"]),
        ("step_free=y", ["sunday"]),
        ("drop_in=y", ["evening"]),
        ("free=y", ["school", "evening", OWN, "sunday", "nowhere"]),
        ("language=ro", ["evening"]),
        ("theme=trade", []),
        ("theme=trade&view=season", ["later"]),
        ("view=season", ["school", "late", "evening", OWN, "sunday", "nowhere", "later"]),
        ("part=morning&step_free=y", ["sunday"]),
        ("part=night&language=xx&theme=dance&school=", ["school", "late", "evening", OWN, "sunday", "nowhere"]),
        ("view=year", ["school", "late", "evening", OWN, "sunday", "nowhere"]),
    ],
)
def test_narrowed(client: PageClient, asked: str, wanted: list[str]) -> None:
    assert names(client, asked) == wanted


def test_hours_are_london_hours_in_summer_and_winter(street: Street) -> None:
    """5pm on the wall is evening on both sides of the clock change."""
    for start in (datetime(2026, 10, 24, 16, tzinfo=UTC), datetime(2026, 10, 26, 17, tzinfo=UTC)):
        session(street, start, name="five")
        session(street, start - HOUR, name="four")
    with clock.stop_at(datetime(2026, 10, 20, 9, tzinfo=UTC)):
        found = queries.find_programme(date(2026, 10, 20), 7, Wanted(part=DayPart.EVENING), 1)
    assert [card.name for card in found.page.items] == ["five", "five"]


def test_list_and_map_show_the_same_count_whatever_is_chosen(street: Street) -> None:
    everywhere = (), (street.ward.id,), (street.other_ward.id,), (street.ward.id, street.other_ward.id)
    parts, ticks = (None, *DayPart), ({}, {"step_free": True}, {"free": True}, {"school": True}, {"language": "ro"})
    for wards, part, more, days in product(everywhere, parts, ticks, (7, 84)):
        wanted = Wanted(ward_ids=wards, part=part, **more)  # type: ignore[arg-type]
        found = queries.find_programme(TODAY, days, wanted, 1, size=3)
        shown = sum(number for ward, number in found.wards.items() if not wards or ward in wards)
        listed = [
            card.id for page in range(1, 5) for card in queries.find_programme(TODAY, days, wanted, page, 3).page.items
        ]
        assert shown == found.page.total == len(set(listed)), (wards, part, more)


def tiles(text: str) -> dict[str, int]:
    """Ward → number, in the words of the map."""
    beneath = text.split('id="map-total"', 1)[1].split("</details>", 1)[0]
    return {name: int(number) for name, number in re.findall(r">([^<>]+), (\d+)</a>", beneath)}


def test_the_map_is_linked_and_counts(street: Street, client: PageClient) -> None:
    text = client.get("/programme").text
    assert tiles(text) == {"Parsloes": 4, "Thames View": 1}
    assert "6 things on this map and in the list." in text
    assert "1 of them is in no one neighbourhood." in text
    assert "6 things to come to." in text
    assert re.search(
        r'<svg class="chart"[^>]*>.*?<a href="/programme\?ward=\d+" tabindex="-1"><rect class="free"', text, re.DOTALL
    )
    text = client.get(f"/programme?ward={street.other_ward.id}&part=morning").text
    assert tiles(text) == {"Parsloes": 1, "Thames View": 1}
    assert "1 thing on this map and in the list." in text
    assert 'class="here"' in text
    assert 'href="/programme?part=morning" aria-current="true">Thames View, 1</a>' in text, "pressed again, everywhere"


def test_the_season_is_paged(street: Street, client: PageClient) -> None:
    for number in range(70):
        session(street, NOON + 30 * DAY + number * HOUR / 2, name=f"Number {number}.")
    first, second = client.get("/programme?view=season").text, client.get("/programme?view=season&page=2").text
    assert "1 to 40 of 77" in first
    assert "41 to 77 of 77" in second
    assert 'href="/programme?view=season&amp;page=2"' in first
    assert "Thursday 2 July to Wednesday 23 September." in first
    assert 'href="/programme?view=season&amp;start=2026-09-24"' in first
    assert "Number 69." in second


def test_empty_states_lead_on(client: PageClient) -> None:
    text = client.get("/programme?language=ur").text
    for words in ("Nothing like that this week", "Show everything", "Look at the season", "Look at the next week"):
        assert words in text
    text = client.get("/programme?language=ur&view=season").text
    assert "Nothing like that this season" in text
    assert "Nothing planned for these days yet" in client.get("/programme?view=season&start=2027-06-01").text


def test_only_staff_are_led_to_the_sheet(street: Street, client: PageClient) -> None:
    for who, leads in (("stranger", False), ("chidi", False), ("amina", False), ("dora", True), ("gita", True)):
        assert ("/programme/season" in client.become(street.person(who)).get("/programme").text) is leads


def test_a_line_says_drop_in_and_women_only(street: Street, client: PageClient) -> None:
    session(street, NOON + 2 * DAY, name="sew", women_only=True)
    text = client.get("/programme").text
    assert "Women only" in text
    assert text.split("evening</a>", 1)[1].split("</li>", 1)[0].count("Drop in") == 1


@pytest.mark.parametrize("asked", ["", "view=season", "view=season&ward=near&part=evening&theme=make&school=y"])
def test_two_thousand_sessions_take_twelve_statements(street: Street, client: PageClient, asked: str) -> None:
    club = project(street, Theme.PLAY)
    db.session.add_all(
        Session(
            project_id=(street.project, club)[number % 2].id, name=f"{number}", hub_id=street.hub.id,
            space_id=street.space.id if number % 3 else None, starts_at=NOON + number * HOUR, made_at=NOON,
            ends_at=NOON + (number + 1) * HOUR, square=SQUARE, changed_at=NOON,
            ward_id=(street.ward, street.other_ward)[number % 2].id,
        )
        for number in range(2000)
    )  # fmt: skip
    db.session.commit()
    client.become(street.chidi)
    with count_statements() as counted:
        text = client.get(f"/programme?{asked}").text
    assert counted.number <= 12, counted.texts
    assert 'class="day"' in text or "Nothing like that" in text
