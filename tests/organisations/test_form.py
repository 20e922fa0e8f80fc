"""Bringing a partner in, and keeping its page true."""

import pytest
from sqlalchemy import select

from participate.audit import queries as audit
from participate.core.db import db
from participate.organisations.models import Organisation
from participate.organisations.words import OrganisationKind
from participate.places import service as places
from tests.page import PageClient
from tests.street import CAST, SQUARE, Street

FILLED = {
    "name": "Noor Lane Mosque", "kind": "faith", "about": "A mosque with a big kitchen.", "offers": "The kitchen.",
    "website": "www.example.org", "ward": "", "postcode": "",
}  # fmt: skip


def newest() -> Organisation:
    db.session.rollback()
    return db.session.scalars(select(Organisation).order_by(Organisation.id.desc())).first()


@pytest.mark.parametrize("name", CAST)
def test_staff_bring_them_in(street: Street, client: PageClient, name: str) -> None:
    answer = client.become(street.person(name)).get("/organisations/new")
    if name not in ("dora", "gita"):
        assert answer.status_code == (303 if name in ("stranger", "femi") else 404)
        token_page = "/spaces/new" if answer.status_code == 404 else None
        sent = (
            client.send("/organisations/new", FILLED, page=token_page)
            if token_page
            else client.post("/organisations/new")
        )
        assert sent.status_code in (400, 403, 404)
        assert db.session.query(Organisation).count() == 1
        return
    sent = client.send("/organisations/new", FILLED)
    made = newest()
    assert sent.headers["Location"] == f"/organisations/{made.id}/people"
    assert (made.name, made.kind, made.website) == (
        "Noor Lane Mosque", OrganisationKind.FAITH, "https://www.example.org",
    )  # fmt: skip
    assert (made.ward_id, made.square) == (None, None)
    assert [row.verb for row in audit.list_of("organisation", made.id)] == ["made"]


@pytest.mark.parametrize("name", CAST)
def test_who_keeps_the_page_true(street: Street, client: PageClient, name: str) -> None:
    path = f"/organisations/{street.organisation.id}/edit"
    answer = client.become(street.person(name)).get(path)
    signed_out, may = name in ("stranger", "femi"), name in ("bilal", "dora", "gita")
    assert answer.status_code == (303 if signed_out else 200 if may else 403)
    if not may and not signed_out:
        assert client.send(path, FILLED, page="/spaces/new").status_code == 403
    if may:
        assert 'value="Elm Tree School"' in answer.text
        assert '<option value="school" selected>' in answer.text
        assert f'<option value="{street.ward.id}" selected>' in answer.text
        assert client.send(path, FILLED).status_code == 303
    db.session.refresh(street.organisation)
    assert street.organisation.name == ("Noor Lane Mosque" if may else "Elm Tree School")


def test_its_place_stays_while_the_ward_does(street: Street, client: PageClient) -> None:
    path = f"/organisations/{street.organisation.id}/edit"
    client.become(street.bilal).send(path, FILLED | {"ward": str(street.ward.id)})
    db.session.refresh(street.organisation)
    assert street.organisation.square == SQUARE
    client.send(path, FILLED | {"ward": str(street.other_ward.id)})
    db.session.refresh(street.organisation)
    assert (street.organisation.ward_id, street.organisation.square) == (street.other_ward.id, None)


def test_a_postcode_becomes_a_square(street: Street, client: PageClient) -> None:
    places.ensure_borough()
    client.become(street.dora).send("/organisations/new", FILLED | {"postcode": "RM10 9QS"})
    made = newest()
    assert made.ward_id is not None
    assert made.square is not None


@pytest.mark.parametrize("typed", ["Elm Tree School", "elm tree SCHOOL"])
def test_a_name_stands_once(street: Street, client: PageClient, typed: str) -> None:
    answer = client.become(street.dora).send("/organisations/new", FILLED | {"name": typed})
    assert answer.status_code == 422
    assert "There is an organisation with this name already." in answer.text
    path = f"/organisations/{street.organisation.id}/edit"
    assert client.send(path, FILLED | {"name": typed}).status_code == 303  # its own name is no other's


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "", "Write the name that people know."),
        ("name", "x" * 10_000, "Use at most 120 letters."),
        ("name", "a\x00b", "cannot be shown"),
        ("about", "", "Write a sentence or two"),
        ("about", "x" * 10_000, "Use at most 600 letters."),
        ("offers", "x" * 10_000, "Use at most 400 letters."),
        ("kind", "", "Choose what kind it is."),
        ("kind", "castle", "Choose what kind it is."),
        ("ward", "99", "Choose one from the list."),
        ("website", "javascript:alert(1)", "Write the address of the site"),
        ("website", "<script>", "Write the address of the site"),
        ("postcode", "hello", "Check the postcode."),
    ],
)
def test_what_is_wrong_is_said_beside_it(street: Street, client: PageClient, field: str, typed: str, said: str) -> None:
    answer = client.become(street.dora).send("/organisations/new", FILLED | {field: typed})
    assert answer.status_code == 422
    assert said in answer.text
    assert f'href="#{field}"' in answer.text
    assert "<title>Error: Add a partner" in answer.text
    assert "The kitchen." in answer.text or field == "offers"
    assert db.session.query(Organisation).count() == 1


@pytest.mark.parametrize("typed", ["🍞 Bakers", "مسجد الحي", "<b>Club</b>", "St Alban’s & friends"])
def test_names_of_every_kind_are_kept(street: Street, client: PageClient, typed: str) -> None:
    client.become(street.dora).send("/organisations/new", FILLED | {"name": typed, "about": typed})
    made = newest()
    assert (made.name, made.about) == (typed, typed)
    assert client.get(f"/organisations/{made.id}").status_code == 200
