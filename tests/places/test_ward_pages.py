"""The borough's wards and the page of one."""

import pytest

from participate.core.db import db
from participate.places import service
from participate.places.models import Street as StreetRow
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street


@pytest.fixture(autouse=True)
def borough(street: Street) -> None:
    service.ensure_borough()
    db.session.commit()


@pytest.mark.parametrize("name", CAST)
def test_everybody_sees_the_wards(street: Street, client: PageClient, name: str) -> None:
    client.become(street.person(name))
    page = client.get("/wards")
    assert page.status_code == 200
    for ward in ("Parsloes", "Eastbrook &amp; Rush Green", "Thames View"):
        assert f">{ward}</a>" in page.text
    assert page.text.count("<rect") == 19


@pytest.mark.parametrize("name", CAST)
def test_everybody_sees_a_ward(street: Street, client: PageClient, name: str) -> None:
    client.become(street.person(name))
    page = client.get("/wards/parsloes")
    assert page.status_code == 200
    assert "About 15,200 people live here." in page.text
    assert "The Shop, Church Elm Lane" in page.text
    assert ">Mayesbrook</a>" in page.text  # next door
    assert ">Beam</a>" not in page.text
    assert ("Add a street" in page.text) == (name in ("dora", "gita"))
    assert ("You are here" in page.text) == (name in ("amina", "bilal", "chidi", "dora"))


@pytest.mark.parametrize(
    "path", ["/wards/nowhere", "/wards/Parsloes", "/wards/%00", "/wards/%F0%9F%8F%A0", "/wards/" + "x" * 3_000]
)
def test_no_such_ward(client: PageClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_week_in_a_ward(street: Street, client: PageClient) -> None:
    assert "Bring it broken, take it home working" in client.get("/wards/parsloes").text
    page = client.get("/wards/thames-view").text
    assert "Nothing is planned in Thames View for the next seven days." in page
    assert "Bring it broken" not in page


def test_one_press_says_i_am_here(client: PageClient) -> None:
    page = client.get("/wards/thames-view")
    assert "I am in Thames View" in page.text
    answer = client.send("/near", {"ward": "thames-view", "then": "/wards/thames-view"}, page="/wards/thames-view")
    assert answer.headers["Location"] == "/wards/thames-view"
    assert "You are here" in client.get("/wards/thames-view").text


def test_a_ward_without_a_hub_shows_the_nearest(client: PageClient) -> None:
    page = client.get("/wards/mayesbrook").text
    assert "There is no hub in Mayesbrook yet. This one is the nearest." in page
    assert "The Shop, Church Elm Lane" in page


def test_streets_come_in_pages(street: Street, client: PageClient) -> None:
    rows = [StreetRow(ward_id=street.ward.id, name=f"{letter} Street", homes=9) for letter in "ABCDEFGHIJKLMNOPQRSTUVW"]
    db.session.add_all(rows)
    first, second = client.get("/wards/parsloes").text, client.get("/wards/parsloes?page=2").text
    assert "<bdi>A Street</bdi>" in first
    assert "<bdi>W Street</bdi>" not in first
    assert "<bdi>W Street</bdi>" in second


@pytest.mark.parametrize("path", ["/near", "/wards", "/wards/parsloes", "/hubs", "/hubs/1"])
def test_pages_ask_few_questions(street: Street, client: PageClient, path: str) -> None:
    """Whatever the number of wards, hubs and streets."""
    db.session.add_all(StreetRow(ward_id=street.ward.id, name=f"{letter} Street", homes=9) for letter in "ABCDEFGH")
    client.send("/near", {"postcode": "RM10 9QS"}, page="/near")
    path = path.replace("/1", f"/{street.hub.id}")
    db.session.commit()
    with count_statements() as counted:
        client.get(path)
    assert counted.number <= 12, counted.texts
    assert not any("boundary" in statement for statement in counted.texts)
