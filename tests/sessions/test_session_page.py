"""The page of one session."""

import re
from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.projects.models import Project
from participate.sessions import service
from participate.sessions.models import Session
from participate.spaces.models import Space
from tests.page import PageClient
from tests.sessions.making import session
from tests.sessions.signing import sign_up
from tests.statements import count_statements
from tests.street import CAST, NOON, Street

PLANNERS = ("amina", "dora", "gita")


@pytest.mark.parametrize("who", CAST)
def test_everybody_reads_it(street: Street, client: PageClient, who: str) -> None:
    page = client.become(street.person(who)).get(f"/sessions/{street.session.id}")
    assert page.status_code == 200
    assert "Bring it broken, take it home working" in page.text
    assert '<time datetime="2026-07-04T12:00+01:00">Saturday 4 July, 12pm to 2pm</time>' in page.text
    assert re.search(r"<dt>Who welcomes you</dt><dd>Amina</dd>", page.text)
    assert "Rahman" not in page.text, "strangers see first names"
    assert f'href="/report/session/{street.session.id}"' in page.text
    assert ("Change it" in page.text) is (who in PLANNERS)


def test_all_its_facts(street: Street, client: PageClient) -> None:
    held = db.session.get_one(Session, street.session.id)
    held.cost_pence, held.bring, held.take_home = 150, "A torn coat.", "A mended one."
    held.about = "First tea.\n\nThen work."
    held.step_free = held.toilet = held.children = held.quiet = held.easy = True
    held.capacity, held.language, held.place_note = 12, "ro", "Back door"
    text = client.get(f"/sessions/{held.id}").text
    for words in (
        "£1.50", "A torn coat.", "A mended one.", "<p>First tea.</p><p>Then work.</p>", "Step-free", "Toilet",
        "Children welcome", "Quiet", "An easy first step", "In română", "Room for 12", "Back door.",
        "Kitchen at the Shop", "Church Elm Lane",
    ):  # fmt: skip
        assert words in text


def test_a_home_shows_no_door(street: Street, client: PageClient) -> None:
    space = db.session.get_one(Space, street.space.id)
    space.private, space.hub_id, space.address = True, None, "12 Bastable Avenue"
    db.session.get_one(Session, street.session.id).hub_id = None
    text = client.get(f"/sessions/{street.session.id}").text
    assert "Bastable" not in text
    assert "Church Elm Lane" not in text
    assert "somebody’s home" in text


def test_a_public_room_shows_its_address(street: Street, client: PageClient) -> None:
    db.session.get_one(Space, street.space.id).address = "1 Long Street"
    assert "1 Long Street" in client.get(f"/sessions/{street.session.id}").text


def test_the_one_thing_to_press_comes_before_the_rest(street: Street, client: PageClient) -> None:
    path = f"/sessions/{street.session.id}"
    text = client.become(street.chidi).get(path).text
    first = text.index('class="btn full" href="#come"')
    assert text.index("<dl") < first < text.index('<section class="panel stack" aria-labelledby="come"')
    assert first < text.index("Put it in your calendar"), "calendars come after it: on a phone it is seen at once"
    sign_up(street.session, street.chidi)
    assert 'href="#come"' not in client.get(path).text, "who comes has a place to look at"
    assert 'href="#come"' not in client.become(street.amina).get(path).text, "who plans it is there anyway"


def test_cancelled(street: Street, client: PageClient) -> None:
    service.cancel(street.amina.id, db.session.get_one(Session, street.session.id), "The oven is broken.")
    text = client.become(street.amina).get(f"/sessions/{street.session.id}").text
    assert "Cancelled. The oven is broken." in text
    assert "I’ll come" not in text
    assert "Change it" not in text
    assert "Add another session" in text


def test_over(street: Street, client: PageClient) -> None:
    with clock.stop_at(NOON + timedelta(days=30)):
        text = client.get(f"/sessions/{street.session.id}").text
    assert "This one is over. It was on Saturday 4 July." in text


def test_the_next_ones_of_the_project(street: Street, client: PageClient) -> None:
    for days in range(3, 8):
        session(street, NOON + timedelta(days=days), name=f"In {days} days")
    text = client.get(f"/sessions/{street.session.id}").text
    assert [f"In {days} days" in text for days in range(3, 8)] == [True, True, True, False, False]


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("what", ["session", "project"])
def test_a_hidden_one(street: Street, client: PageClient, who: str, what: str) -> None:
    model = {"session": Session, "project": Project}[what]
    held = db.session.get_one(model, getattr(street, what).id)
    held.hidden_at, held.hidden_because = NOON, "It was spam."
    page = client.become(street.person(who)).get(f"/sessions/{street.session.id}")
    assert page.status_code == (200 if who in PLANNERS else 404)
    assert ("It was spam." in page.text) is (who in PLANNERS)


@pytest.mark.parametrize(
    "address", ["0", "999999", str(2**31), str(2**63), "9" * 5000, "-1", "x", "1.0", "%00", "%F0%9F%8D%9E"]
)
def test_no_such_session(street: Street, client: PageClient, address: str) -> None:
    assert client.get(f"/sessions/{address}").status_code == 404


def test_words_stay_words(street: Street, client: PageClient) -> None:
    held = db.session.get_one(Session, street.session.id)
    held.name = held.about = held.bring = held.place_note = "<script>alert(1)</script>"
    text = client.get(f"/sessions/{held.id}").text
    assert "<script>alert" not in text


def test_statements(street: Street, client: PageClient) -> None:
    for days in range(3, 8):
        session(street, NOON + timedelta(days=days))
    db.session.get_one(Session, street.session.id).buddy_id = street.bilal.id
    path = f"/sessions/{street.session.id}"
    client.become(street.amina)
    with count_statements() as counted:
        client.get(path)
    assert counted.number <= 12, counted.texts
