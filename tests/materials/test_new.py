"""Lending, giving, wanting."""

import re
from datetime import date

import pytest
from sqlalchemy import select

from participate.accounts.words import Role
from participate.audit import queries as audit
from participate.core.db import db
from participate.materials.models import Material
from participate.materials.words import Deal
from participate.places import service as places
from tests.page import PageClient
from tests.street import CAST, SQUARE, Street

FILLED = {"deal": "lend", "name": "Hedge trimmer", "how_many": "1", "about": "", "how_long": "", "postcode": ""}


def filled(street: Street, **more: object) -> dict[str, object]:
    """The form as somebody fills it in."""
    return FILLED | {"ward": str(street.ward.id)} | more


def newest() -> Material:
    db.session.rollback()
    return db.session.scalars(select(Material).order_by(Material.id.desc())).first()


@pytest.mark.parametrize("name", CAST)
def test_whoever_is_signed_in_may(street: Street, client: PageClient, name: str) -> None:
    page = client.become(street.person(name)).get("/materials/new")
    if name in ("stranger", "femi"):
        assert page.status_code == 303
        assert client.post("/materials/new", data=filled(street)).status_code in (400, 403)
        return
    answer = client.send("/materials/new", filled(street))
    material = newest()
    assert answer.headers["Location"] == f"/materials/{material.id}"
    assert (material.name, material.keeper_id) == ("Hedge trimmer", street.person(name).id)


def test_it_is_kept_as_said(street: Street, client: PageClient) -> None:
    said = filled(street, deal="want", name="Folding chairs", how_many="12", about="For Saturday", how_long="A day")
    client.become(street.chidi).send("/materials/new", said | {"near_me": "y"})
    material = newest()
    assert (material.deal, material.name, material.how_many) == (Deal.WANT, "Folding chairs", 12)
    assert (material.about, material.how_long) == ("For Saturday", "A day")
    assert (material.ward_id, material.square, material.expires_on) == (street.ward.id, SQUARE, date(2027, 1, 1))
    assert [(row.actor_id, row.verb) for row in audit.list_of("material", material.id)] == [(street.chidi.id, "made")]
    assert street.chidi.holds(Role.KEEPER, f"material:{material.id}")


def test_a_postcode_becomes_a_square_and_is_forgotten(street: Street, client: PageClient) -> None:
    places.ensure_borough()
    client.become(street.amina).send("/materials/new", filled(street, postcode="RM10 9QS"))
    material = newest()
    assert material.square not in (None, SQUARE)
    row = db.session.execute(select(Material.__table__).where(Material.id == material.id)).one()
    assert "RM10" not in repr(row).upper()


def test_a_postcode_that_is_none_is_said(street: Street, client: PageClient) -> None:
    answer = client.become(street.amina).send("/materials/new", filled(street, postcode="nowhere"))
    assert answer.status_code == 422
    assert "Check the postcode." in answer.text
    assert 'value="nowhere"' in answer.text


@pytest.mark.parametrize(
    ("name", "value", "may"),
    [("bilal", "organisation", True), ("chidi", "organisation", False), ("dora", "hub", True), ("bilal", "hub", False)],
)
def test_in_another_name(street: Street, client: PageClient, name: str, value: str, may: bool) -> None:
    owner = street.organisation if value == "organisation" else street.hub
    answer = client.become(street.person(name)).send("/materials/new", filled(street, behalf=f"{value}:{owner.id}"))
    assert answer.status_code == (303 if may else 422)
    if may:
        assert (newest().keeper_id, getattr(newest(), f"{value}_id")) == (None, owner.id)


def test_the_one_box_carries_its_words(street: Street, client: PageClient) -> None:
    answer = client.become(street.amina).send("/materials/new", {"say": "We need 12 chairs on Saturday"})
    assert answer.status_code == 200
    assert 'value="want" checked' in answer.text
    assert 'value="Chairs on Saturday"' in answer.text
    assert 'value="12"' in answer.text
    assert db.session.query(Material).count() == 1


@pytest.mark.parametrize("deal", ["lend", "give", "want"])
def test_a_link_may_choose_the_deal(street: Street, client: PageClient, deal: str) -> None:
    page = client.become(street.amina).get(f"/materials/new?deal={deal}").text
    assert f'value="{deal}" checked' in page
    assert not re.search(r'name="deal" [^>]*checked', client.get("/materials/new?deal=steal").text)


@pytest.mark.parametrize("say", ["", "x" * 10_000, "\x00", "🍞🍞", "مثقاب", "<script>alert(1)</script>"])
def test_whatever_the_one_box_carries(street: Street, client: PageClient, say: str) -> None:
    answer = client.become(street.amina).send("/materials/new", {"say": say})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("field", ["name", "about", "how_long", "postcode"])
@pytest.mark.parametrize("typed", ["x" * 10_000, "a\x00b", "a\x1b[2Jb"])
def test_too_long_or_unprintable(street: Street, client: PageClient, field: str, typed: str) -> None:
    answer = client.become(street.amina).send("/materials/new", filled(street, **{field: typed}))
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "<title>Error: " in answer.text
    assert db.session.query(Material).count() == 1


@pytest.mark.parametrize("typed", ["🍞 tin", "مثقاب كهربائي", "<script>alert(1)</script>", "O’Brien & Söhne"])
def test_words_of_every_kind_are_kept(street: Street, client: PageClient, typed: str) -> None:
    client.become(street.amina).send("/materials/new", filled(street, name=typed, about=typed, how_long=typed))
    material = newest()
    assert {material.name, material.about, material.how_long} == {typed}
    assert "<script>alert" not in client.get(f"/materials/{material.id}").text


@pytest.mark.parametrize(
    ("more", "field", "said"),
    [
        ({"name": ""}, "name", "Give it a short name"),
        ({"deal": ""}, "deal", "Choose: to lend, to give, or wanted."),
        ({"deal": "sell"}, "deal", "Choose: to lend, to give, or wanted."),
        ({"ward": ""}, "ward", "Choose the neighbourhood."),
        ({"how_many": ""}, "how_many", "Write how many, like 1 or 12."),
        ({"how_many": "abc"}, "how_many", "Write a whole number from 1 to 1000."),
        ({"how_many": "-1"}, "how_many", "Write a whole number from 1 to 1000."),
        ({"how_many": str(2**63)}, "how_many", "Write a whole number from 1 to 1000."),
        ({"about": "Ring 07700 900123"}, "about", "leave phone numbers out"),
        ({"name": "Drill, 12 Bastable Avenue"}, "name", "looks like the address of a home"),
        ({"how_long": "ann@example.org"}, "how_long", "leave e-mail addresses out"),
    ],
)
def test_what_is_wrong_is_said_beside_it(
    street: Street, client: PageClient, more: dict[str, str], field: str, said: str
) -> None:
    answer = client.become(street.amina).send("/materials/new", filled(street, **more))
    assert answer.status_code == 422
    assert said in answer.text
    assert f'href="#{field}"' in answer.text
    assert "Hedge trimmer" in answer.text or field == "name"
    assert db.session.query(Material).count() == 1


def test_what_was_typed_before_joining_is_not_lost(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    with client.session_transaction() as kept:
        kept["draft"] = {"say": "We need 12 chairs", "kind": "material"}
    assert 'value="Chairs"' in client.get("/materials/new").text
    assert 'value="Chairs"' not in client.get("/materials/new").text  # given once
    with client.session_transaction() as kept:
        kept["draft"] = {"say": "We need 12 chairs", "kind": "idea"}
    assert 'value="Chairs"' not in client.get("/materials/new").text
