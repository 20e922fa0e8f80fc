"""The front page: the one box, this week within a walk, and many ways in, for a stranger and for a neighbour."""

import gzip
from datetime import timedelta

import pytest
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.places.data.wards import WARDS
from participate.places.models import Ward
from participate.projects.models import Project, Recipe
from participate.sessions.models import Session
from participate.sessions.queries.front import list_week_spots
from participate.stories.models import Story
from tests.look_at import Looked
from tests.page import PageClient
from tests.samples import more_things
from tests.sessions.making import session
from tests.statements import count_statements
from tests.street import CAST, Street

MOST_BYTES = 40 * 1024
SURNAMES = ("Rahman", "Sheikh", "Okafor", "Mensah", "Owusu", "Patel", "@example.org")


def a_full_week(street: Street) -> None:
    """Twelve sessions this week, and a story."""
    now = clock.now()
    for number in range(12):
        session(street, now + timedelta(hours=3 + 12 * number), name=f"Tea {number}", step_free=True)
    db.session.add(
        Story(project_id=street.project.id, title="Forty jars", words="We made jam.", made_at=now, changed_at=now)
    )
    db.session.commit()


def live_in(client: PageClient, ward: Ward) -> None:
    """A stranger says where she is: her ward, kept on her device."""
    client.send("/near", {"ward": ward.slug})


@pytest.mark.parametrize("who", CAST)
def test_everybody_has_the_box_and_the_week(street: Street, client: PageClient, who: str) -> None:
    more_things(street)
    a_full_week(street)
    page = client.become(street.person(who)).get("/")
    assert page.status_code == 200
    assert "What do you like doing, or what could you share?" in page.text
    assert page.text.index('id="say"') < page.text.index("Tea 0") < page.text.index("More this week")
    for words in (
        "Tea 4",
        f"All {len(list_week_spots())}",
        "Free",
        "Step-free.",
        "What are you in the mood for?",
        "Forty jars",
        "Say your idea",
    ):
        assert words in page.text, words
    assert "Tea 11" not in page.text, "the rest is in the programme"


def test_a_stranger_is_told_how_it_works(street: Street, client: PageClient) -> None:
    more_things(street)
    text = client.get("/").text
    for words in ("How it works", "Say what you like", "Come once", "Make it yours", "Repair Café", "Green shoots"):
        assert words in text, words
    home = client.become(street.chidi).get("/").text
    assert "How it works" not in home
    assert "Start something" in home


def test_no_wall_stands_before_it(street: Street, client: PageClient) -> None:
    a_full_week(street)
    main = Looked(client.get("/").text).elements("main")[0]
    assert "password" not in main.text.lower()
    assert "sign in" not in main.text.lower()
    assert "You need no account." in main.text


def test_the_place_is_asked_gently(street: Street, client: PageClient) -> None:
    a_full_week(street)
    assert "Say where you are" in client.get("/").text
    live_in(client, street.ward)
    known = client.get("/").text
    assert "Say where you are" not in known
    assert "Tea 0" in known
    assert "around Parsloes" in known
    assert "in your ward" in known


def test_with_her_square_it_says_the_minutes(street: Street, client: PageClient) -> None:
    a_full_week(street)
    text = client.become(street.chidi).get("/").text
    assert "minute’s walk" in text or "minutes’ walk" in text
    assert "On this week, within a walk" in text or "Today" in text


def test_what_is_far_is_left_out_when_enough_is_near(street: Street, client: PageClient) -> None:
    a_full_week(street)
    session(street, clock.now() + timedelta(minutes=30), name="Far away", ward_id=street.other_ward.id, square=None)
    assert "Far away" in client.get("/").text
    live_in(client, street.ward)
    assert "Far away" not in client.get("/").text


def test_an_empty_week_still_says_what_to_do(app: object, client: PageClient) -> None:
    text = client.get("/").text
    assert "Nothing is planned for this week yet." in text
    assert "Find a shop" in text
    assert "Start something" in text
    assert "What came of it" not in text


def test_what_is_hidden_or_off_is_not_on_it(street: Street, client: PageClient) -> None:
    more_things(street)
    now = clock.now()
    session(street, now + timedelta(hours=2), name="Hidden", hidden_at=now)
    session(street, now + timedelta(hours=2), name="Off", status="cancelled", cancelled_at=now)
    session(street, now + timedelta(days=8), name="Next week")
    db.session.query(Recipe).update({Recipe.hidden_at: now})
    text = client.get("/").text
    for words in ("Hidden", ">Off<", "Next week", "Repair Café"):
        assert words not in text
    db.session.get_one(Project, street.project.id).hidden_at = now
    assert "Bring it broken" not in client.get("/").text


def test_first_names_at_most(street: Street, client: PageClient) -> None:
    more_things(street)
    a_full_week(street)
    text = client.get("/").text
    assert [name for name in SURNAMES if name in text] == []


@pytest.mark.parametrize("who", ["stranger", "a stranger who said her ward", "chidi", "dora"])
def test_it_asks_at_most_twelve_times_and_weighs_little(street: Street, client: PageClient, who: str) -> None:
    more_things(street)
    a_full_week(street)
    known = set(db.session.scalars(select(Ward.code)))
    for facts in (facts for facts in WARDS if facts.code not in known):
        slug = facts.name.lower().replace(" ", "-")
        db.session.add(
            Ward(
                borough_id=street.ward.borough_id,
                code=facts.code,
                name=facts.name,
                slug=slug,
                lat=facts.lat,
                lon=facts.lon,
            )
        )
    db.session.commit()
    client.become(street.person(who) if who in CAST else None)
    if who not in CAST:
        live_in(client, street.ward)
    with count_statements() as counted:
        page = client.get("/")
    assert counted.number <= 12, counted.texts
    assert len(gzip.compress(page.data)) <= MOST_BYTES


def test_odd_words_in_its_address_change_nothing(street: Street, client: PageClient) -> None:
    for typed in ("x" * 5000, "\x00", "<script>", "💛"):
        assert client.get("/", query_string={"page": typed, "start": typed, "ward": typed}).status_code == 200


def test_a_cancelled_project_session_count_is_right(street: Street, client: PageClient) -> None:
    assert "1 thing this week" in client.get("/").text
    held = db.session.get_one(Session, street.session.id)
    held.status, held.cancelled_at = "cancelled", clock.now()
    assert "0 things this week" in client.get("/").text


def test_it_says_who_we_are_for_machines(street: Street, client: PageClient) -> None:
    text = client.get("/").text
    assert 'itemtype="https://schema.org/Organization"' in text


def test_the_way_to_shared_missions(client: PageClient, street: Street) -> None:
    main, foot = client.get("/").text.split('<footer class="foot">')
    assert 'href="/missions"' in main
    assert 'href="/missions"' in foot
    assert 'href="/missions"' in client.get("/programme").text
