"""The season's newspaper, made from the data in one press."""

from datetime import timedelta

import pytest

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.paper.queries import season
from participate.paper.rules.codes import Target, code_of
from participate.paper.words import Channel, LinkKind
from participate.places.models import Hub
from participate.projects.models import Project
from participate.sessions.models import Session
from participate.stories.models import Story
from tests.page import PageClient
from tests.samples import more_things
from tests.sessions.making import session
from tests.statements import count_statements
from tests.street import CAST, Street, add


def story(street: Street, title: str) -> Story:
    now = clock.now()
    made = Story(
        project_id=street.project.id,
        person_id=street.bilal.id,
        title=title,
        words="We made jam.",
        made_at=now,
        changed_at=now,
    )
    add(made)
    return made


@pytest.mark.parametrize("who", CAST)
def test_anybody_reads_it(street: Street, client: PageClient, who: str) -> None:
    more_things(street)
    story(street, "Forty jars")
    db.session.get_one(Hub, street.hub.id).phone = "020 7946 0000"
    page = client.become(street.person(who)).get("/newspaper")
    assert page.status_code == 200
    for words in (
        "Newspaper: Summer 2026, Barking and Dagenham", "Thursday 2 July to Sunday 30 August",
        "4 things to do near you. Come to one.", "Week of Monday 29 June", "Saturday 4 July",
        "Bring it broken, take it home working", "How to join", "The Shop, Church Elm Lane",
        "Tuesday to Saturday, 10am to 5pm", "020 7946 0000", "Repair Café", "Forty jars", "Bilal, ",
    ):  # fmt: skip
        assert words in page.text, words
    paper = page.text.split("<article", 1)[1]
    for name in ("Rahman", "Sheikh", "Okafor", "Mensah", "@example.org", "Amina"):
        assert name not in paper


def test_its_codes_are_counted_as_the_newspapers(street: Street, client: PageClient) -> None:
    everywhere = code_of(Target(LinkKind.PROGRAMME, 0, Channel.NEWSPAPER))
    assert f"/s/{everywhere}.svg" in client.get("/newspaper").text
    ward = code_of(Target(LinkKind.WARD, street.ward.id, Channel.NEWSPAPER))
    assert f"/s/{ward}.svg" in client.get("/newspaper?ward=parsloes").text


def test_the_edition_of_a_neighbourhood(street: Street, client: PageClient) -> None:
    session(street, clock.now() + timedelta(days=3), name="Far away", ward_id=street.other_ward.id)
    assert "Far away" in client.get("/newspaper").text
    text = client.get("/newspaper?ward=parsloes").text
    assert "Far away" not in text
    assert "Newspaper: Summer 2026, Parsloes" in text
    assert "Bring it broken" in text


def test_the_chosen_weeks(street: Street, client: PageClient) -> None:
    session(street, clock.now() + timedelta(days=20), name="In three weeks")
    assert "In three weeks" in client.get("/newspaper").text
    assert "In three weeks" not in client.get("/newspaper?weeks=2").text
    later = client.get("/newspaper?weeks=2&start=2026-07-20").text
    assert "In three weeks" in later
    assert "Bring it broken" not in later


def test_a_season_without_sessions_still_makes_a_paper(street: Street, client: PageClient) -> None:
    text = client.get("/newspaper?season=2030-spring").text
    assert "Nothing is planned yet. What would you like to do?" in text
    assert "Your idea" in text
    assert "How to join" in text
    assert "Day by day" not in text


def test_nothing_at_all_still_makes_a_paper(app: object, client: PageClient) -> None:
    text = client.get("/newspaper").text
    assert "Nothing is planned yet" in text
    assert "No shop is open yet." in text


@pytest.mark.parametrize("name", ["season", "weeks", "start", "ward"])
@pytest.mark.parametrize(
    "typed", ["", "x" * 10_000, "\x00", "💛", "‏سلائی‎", "<script>alert(1)</script>", "9999-12-31", "-1", "0"]
)
def test_an_odd_address_makes_the_usual_paper(street: Street, client: PageClient, name: str, typed: str) -> None:
    page = client.get("/newspaper", query_string={name: typed})
    assert page.status_code == 200
    assert "Bring it broken" in page.text
    assert "<script>alert" not in page.text


def test_hidden_cancelled_and_over_are_left_out(street: Street, client: PageClient) -> None:
    now = clock.now()
    session(street, now - timedelta(days=1), name="Yesterday")
    session(street, now + timedelta(days=1), name="Hidden", hidden_at=now)
    session(street, now + timedelta(days=1), name="Off", status="cancelled", cancelled_at=now)
    text = client.get("/newspaper").text
    assert [name for name in ("Yesterday", "Hidden<", ">Off<") if name in text] == []
    db.session.get_one(Project, street.project.id).hidden_at = now
    assert "Bring it broken" not in client.get("/newspaper").text


def test_it_grows_no_thicker_than_can_be_folded(
    street: Street, client: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(season, "MOST_PRINTED", 5)
    for day in range(1, 10):
        session(street, clock.now() + timedelta(days=day), name=f"Day {day}")
    text = client.get("/newspaper").text
    assert "These are the first 5 of 10." in text
    assert "Day 9" not in text


def test_200_sessions_ask_no_more_than_one(street: Street, client: PageClient) -> None:
    with count_statements() as few:
        client.get("/newspaper")
    at = clock.now()
    db.session.add_all(
        Session(
            project_id=street.project.id, name=f"Tea {number}", hub_id=street.hub.id, ward_id=street.ward.id,
            starts_at=at + timedelta(hours=6 * number + 1), ends_at=at + timedelta(hours=6 * number + 2), made_at=at,
            changed_at=at,
        )
        for number in range(200)
    )  # fmt: skip
    db.session.commit()
    with count_statements() as many:
        text = client.get("/newspaper").text
    assert text.count("Tea ") >= 200
    assert many.number == few.number <= 12, many.texts


def test_a_suspended_writers_story_is_not_printed(street: Street, client: PageClient) -> None:
    told = story(street, "Forty jars")
    told.person_id = street.femi.id
    assert "Forty jars" not in client.get("/newspaper").text
    assert db.session.get_one(Person, street.femi.id)
