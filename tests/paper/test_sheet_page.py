"""The street sheet: what is on near, and slips to tear off."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.paper.rules.codes import Target, code_of
from participate.paper.words import Channel, LinkKind
from participate.places.models import Street as Homes
from participate.sessions.models import Session
from tests.page import PageClient
from tests.sessions.making import session
from tests.statements import count_statements
from tests.street import CAST, SQUARE, Street, add


@pytest.mark.parametrize("who", CAST)
def test_anybody_prints_it(street: Street, client: PageClient, who: str) -> None:
    page = client.become(street.person(who)).get("/wards/parsloes/sheet")
    assert page.status_code == 200
    code = code_of(Target(LinkKind.WARD, street.ward.id, Channel.SLIP))
    assert page.text.count(f"<wbr>/s/{code}") == 11, "once beside the QR code, and on ten slips"
    assert page.text.count('aria-hidden="true"><span>On near Parsloes') == 9, "read aloud once"
    assert "Bring it broken, take it home working" in page.text
    assert "Saturday 4 July, 12pm to 2pm" in page.text
    assert "The Shop, Church Elm Lane" in page.text
    for name in ("Rahman", "Okafor", "Mensah", "@"):
        assert name not in page.text.split("<article", 1)[1]


def test_for_one_street(street: Street, client: PageClient) -> None:
    homes = Homes(ward_id=street.ward.id, name="Parsloes Avenue", homes=42, square=SQUARE)
    add(homes)
    page = client.get(f"/wards/parsloes/sheet?street={homes.id}").text
    assert "On near Parsloes Avenue" in page
    assert f"/s/{code_of(Target(LinkKind.STREET, homes.id, Channel.SLIP))}" in page


@pytest.mark.parametrize("typed", ["0", "99999", "x", "1" * 30, "٣", "-1", "\x00"])
def test_a_street_that_is_not_there(street: Street, client: PageClient, typed: str) -> None:
    assert client.get("/wards/parsloes/sheet", query_string={"street": typed}).status_code == 404


def test_a_street_of_another_ward(street: Street, client: PageClient) -> None:
    homes = Homes(ward_id=street.other_ward.id, name="Bastable Avenue", homes=42, square=SQUARE)
    add(homes)
    assert client.get(f"/wards/parsloes/sheet?street={homes.id}").status_code == 404


def test_no_such_ward(street: Street, client: PageClient) -> None:
    for slug in ("nowhere", "%00", "x" * 3000):
        assert client.get(f"/wards/{slug}/sheet").status_code == 404


def test_only_the_next_two_weeks_and_what_takes_place(street: Street, client: PageClient) -> None:
    at = clock.now()
    session(street, at + timedelta(days=15), name="Too late")
    session(street, at - timedelta(hours=1), name="Too early")
    held = db.session.get_one(Session, street.session.id)
    held.status, held.cancelled_at = "cancelled", at
    page = client.get("/wards/parsloes/sheet").text
    for words in ("Too late", "Too early", "Bring it broken"):
        assert words not in page
    assert "What would you like to do?" in page


def test_each_project_stands_there_once(street: Street, client: PageClient) -> None:
    for week in (4, 5, 6):
        session(street, clock.now() + timedelta(days=week), name=f"Again {week}")
    page = client.get("/wards/parsloes/sheet").text
    assert "Bring it broken" in page
    assert "Again" not in page


def test_it_asks_little_of_the_database(street: Street, client: PageClient) -> None:
    with count_statements() as counted:
        client.get("/wards/parsloes/sheet")
    assert counted.number <= 12, counted.texts
