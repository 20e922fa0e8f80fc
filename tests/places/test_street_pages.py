"""Staff name the streets of a ward."""

import pytest
from sqlalchemy import select

from participate.core.db import db
from participate.places import service
from participate.places.models import Street as StreetRow
from tests.page import PageClient
from tests.street import CAST, Street

NEW = "/wards/parsloes/streets/new"


@pytest.mark.parametrize("name", CAST)
def test_who_may_name_a_street(street: Street, client: PageClient, name: str) -> None:
    row = service.add_street(None, street.ward.id, "Gale Street", 90)
    client.become(street.person(name))
    expected = 200 if name in ("dora", "gita") else 303 if name in ("stranger", "femi") else 404
    assert client.get(NEW).status_code == expected
    assert client.get(f"/streets/{row.id}/edit").status_code == expected


def test_dora_names_a_street_and_changes_it(street: Street, client: PageClient) -> None:
    client.become(street.dora)
    assert client.send(NEW, {"name": " Bastable  Avenue ", "homes": "40"}).headers["Location"] == "/wards/parsloes"
    row = db.session.scalars(select(StreetRow)).one()
    assert (row.name, row.homes) == ("Bastable Avenue", 40)
    assert "<bdi>Bastable Avenue</bdi>" in client.get("/wards/parsloes").text
    page = client.get(f"/streets/{row.id}/edit").text
    assert 'value="Bastable Avenue"' in page
    assert client.send(f"/streets/{row.id}/edit", {"name": "Bastable Ave", "homes": "41"}).status_code == 303
    db.session.expire_all()
    assert (row.name, row.homes) == ("Bastable Ave", 41)


@pytest.mark.parametrize(
    "path", ["/wards/nowhere/streets/new", "/streets/999/edit", "/streets/99999999999999999999/edit"]
)
def test_no_such_place(street: Street, client: PageClient, path: str) -> None:
    assert client.become(street.dora).get(path).status_code == 404


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"name": ""}, "Write the name of the street."),
        ({"name": "12 Bastable Avenue"}, "A street is never one house. Leave out the house number and the postcode."),
        ({"name": "Gale Street RM9 4UN"}, "A street is never one house. Leave out the house number and the postcode."),
        ({"name": "🏠"}, "Write the name of the street, like Bastable Avenue."),
        ({"name": "x" * 10_000}, "Use at most 80 letters."),
        ({"name": "Gale\0Street"}, "Some of these signs cannot be shown."),
        ({"name": "valence avenue"}, "This street is here already."),
        ({"homes": ""}, "Write about how many homes there are. At least five."),
        ({"homes": "4"}, "A street here has at least five homes, so that nobody can be picked out."),
        ({"homes": "0"}, "Write a whole number from 1 to 2000."),
        ({"homes": "many"}, "Write a whole number from 1 to 2000."),
        ({"homes": "9" * 10_000}, "Write a whole number from 1 to 2000."),
    ],
)
def test_trouble_is_said_beside_the_field(street: Street, client: PageClient, given: dict, says: str) -> None:
    service.add_street(None, street.ward.id, "Valence Avenue", 90)
    client.become(street.dora)
    answer = client.send(NEW, {"name": "Bastable Avenue", "homes": "40"} | given)
    assert answer.status_code == 422
    assert answer.text.count(says) == 2
    assert db.session.scalars(select(StreetRow.name)).all() == ["Valence Avenue"]


def test_all_trouble_is_said_at_once(street: Street, client: PageClient) -> None:
    page = client.become(street.dora).send(NEW, {"name": "12 Gale Street", "homes": "4"}).text
    assert "2 things to look at" in page
    assert 'value="12 Gale Street"' in page


def test_words_in_any_script_are_kept(street: Street, client: PageClient) -> None:
    client.become(street.dora)
    assert client.send(NEW, {"name": "شارع النور", "homes": "40"}).status_code == 303
    assert "<bdi>شارع النور</bdi>" in client.get("/wards/parsloes").text
    answer = client.send(NEW, {"name": "<script>alert(1)</script>", "homes": "40"})
    assert answer.status_code == 303
    assert "<script>alert" not in client.get("/wards/parsloes").text
