"""The page of a person's calendars."""

import html
import re

import pytest
from sqlalchemy import select

from participate.core.db import db
from participate.sessions import service
from participate.sessions.models import CalendarFeed
from participate.sessions.words import FeedKind
from tests.page import PageClient
from tests.street import CAST, Street

PAGE = "/mine/calendars"


def address(text: str) -> str:
    """The first address on the page, as a path."""
    found = re.search(r'value="http://localhost(/calendar/[^"]+)"', text)
    assert found, "no address"
    return html.unescape(found.group(1))


@pytest.mark.parametrize("who", CAST)
def test_who_may(street: Street, client: PageClient, who: str) -> None:
    answer = client.become(street.person(who)).get(PAGE)
    if who in ("stranger", "femi"):
        assert (answer.status_code, answer.location) == (303, "/sign-in")
    else:
        assert answer.status_code == 200
        assert "You have none yet." in answer.text
        assert answer.headers["Cache-Control"] == "no-store"


def test_make_renew_remove(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    assert client.send(PAGE, {"of": "mine"}).status_code == 303
    first = address(client.get(PAGE).text)
    assert client.get(first).status_code == 200
    feed = db.session.scalars(select(CalendarFeed)).one()
    assert client.send(f"{PAGE}/{feed.id}/renew", page=PAGE).status_code == 303
    second = address(client.get(PAGE).text)
    assert (client.get(first).status_code, client.get(second).status_code) == (404, 200)
    assert client.send(f"{PAGE}/{feed.id}/remove", page=PAGE).status_code == 303
    assert client.get(second).status_code == 404
    assert db.session.scalars(select(CalendarFeed)).all() == []


def test_the_same_twice_is_one(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    for _time in range(2):
        client.send(PAGE, {"of": f"ward:{street.ward.id}"})
    assert client.get(PAGE).text.count('type="url"') == 1


def test_what_it_can_be_of(street: Street, client: PageClient) -> None:
    text = client.become(street.amina).get(PAGE).text
    for words in ("What I said I would come to", "Mend Club", "The Shop, Church Elm Lane", "Parsloes", "Thames View"):
        assert words in text
    assert "Mend Club" not in client.become(street.chidi).get(PAGE).text
    text = client.get(f"{PAGE}?of=project:{street.project.id}").text
    assert re.search(r"selected>Mend Club<", text), "a neighbour comes from the project’s page"


@pytest.mark.parametrize(
    "of",
    [
        "",
        "mine:x",
        "project:1",
        "project:99999",
        "ward:0",
        "hub:-1",
        "x" * 10_000,
        "\x00",
        "🍞",
        "<script>",
        "person:1",
    ],
)
def test_what_makes_no_sense(street: Street, client: PageClient, of: str) -> None:
    client.become(street.chidi)
    answer = client.send(PAGE, {"of": of})
    assert answer.status_code == 422
    assert "Choose what the calendar is of." in answer.text
    assert client.get(PAGE, query_string={"of": of}).status_code == 200


def test_somebody_elses_is_not_there(street: Street, client: PageClient) -> None:
    feed = service.make_feed(street.amina.id, FeedKind.MINE)
    db.session.commit()
    salt = feed.salt
    client.become(street.chidi)
    for what in ("renew", "remove"):
        assert client.send(f"{PAGE}/{feed.id}/{what}", page=PAGE).status_code == 404
        assert client.get(f"{PAGE}/{feed.id}/{what}").status_code in (404, 405)
    assert db.session.get_one(CalendarFeed, feed.id).salt == salt


def test_twenty_are_enough(street: Street, client: PageClient) -> None:
    for number in range(20):
        service.make_feed(street.chidi.id, FeedKind.PROJECT, number + 1000)
    client.become(street.chidi)
    answer = client.send(PAGE, {"of": "mine"})
    assert answer.status_code == 409
    assert "Remove one first." in answer.text
