"""Offering a space."""

from datetime import date

import pytest
from sqlalchemy import select

from participate.accounts.words import Role
from participate.audit import queries as audit
from participate.core.db import db
from participate.places import service as places
from participate.spaces.models import Space
from participate.spaces.words import SpaceKind
from tests.page import PageClient
from tests.street import CAST, SQUARE, Street

FILLED = {
    "kind": "kitchen", "name": "Kitchen at mine", "has": "two ovens", "capacity": "6", "step_free": "y", "ward": "",
    "private": "y", "about": "", "when_free": "", "house_rules": "", "access_note": "", "address": "", "postcode": "",
    "cost": "",
}  # fmt: skip


def filled(street: Street, **more: object) -> dict[str, object]:
    """The form as somebody fills it in."""
    return FILLED | {"ward": str(street.ward.id)} | more


def newest() -> Space:
    db.session.rollback()
    return db.session.scalars(select(Space).order_by(Space.id.desc())).first()


@pytest.mark.parametrize("name", CAST)
def test_whoever_is_signed_in_may(street: Street, client: PageClient, name: str) -> None:
    page = client.become(street.person(name)).get("/spaces/new")
    if name in ("stranger", "femi"):
        assert page.status_code == 303
        assert client.post("/spaces/new", data=filled(street)).status_code in (400, 403)
        return
    assert page.status_code == 200
    answer = client.send("/spaces/new", filled(street))
    space = newest()
    assert answer.headers["Location"] == f"/spaces/{space.id}"
    assert (space.name, space.keeper_id) == ("Kitchen at mine", street.person(name).id)


def test_it_is_kept_as_said(street: Street, client: PageClient) -> None:
    said = filled(
        street, kind="hall", about="Bright.\n\nWith a stage.", when_free="Mondays", house_rules="Out by 9pm",
        access_note="Ring the bell", address="Ripple Road", cost="7.50", toilet="y", children="y",
    )  # fmt: skip
    del said["private"], said["step_free"]
    client.become(street.amina).send("/spaces/new", said)
    space = newest()
    kept = (space.kind, space.about, space.when_free, space.house_rules, space.access_note, space.address)
    assert kept == (SpaceKind.HALL, "Bright.\n\nWith a stage.", "Mondays", "Out by 9pm", "Ring the bell", "Ripple Road")
    assert (space.capacity, space.cost_pence, space.ward_id, space.square) == (6, 750, street.ward.id, None)
    ticked = {name for name in ("step_free", "toilet", "quiet", "children", "private") if getattr(space, name)}
    assert ticked == {"toilet", "children"}
    assert space.expires_on == date(2027, 1, 1)
    assert "Thank you. Neighbours can see it now." in client.get(f"/spaces/{space.id}").text


def test_it_leaves_a_trail_and_gives_a_role(street: Street, client: PageClient) -> None:
    client.become(street.chidi).send("/spaces/new", filled(street))
    space = newest()
    trail = [(row.actor_id, row.verb) for row in audit.list_of("space", space.id)]
    assert trail == [(street.chidi.id, "made")]
    assert street.chidi.holds(Role.KEEPER, f"space:{space.id}")
    assert not street.chidi.holds(Role.KEEPER, f"space:{street.space.id}")


def test_near_me_takes_my_square(street: Street, client: PageClient) -> None:
    client.become(street.amina).send("/spaces/new", filled(street, near_me="y"))
    assert newest().square == SQUARE


def test_a_postcode_becomes_a_square_and_is_forgotten(street: Street, client: PageClient) -> None:
    places.ensure_borough()
    client.become(street.amina).send("/spaces/new", filled(street, postcode="rm10 9qs"))
    space = newest()
    assert space.square is not None
    assert space.square != SQUARE
    assert space.ward_id != street.ward.id
    row = db.session.execute(select(Space.__table__).where(Space.id == space.id)).one()
    assert "RM10" not in repr(row).upper()


@pytest.mark.parametrize(
    ("postcode", "said"),
    [("XX1 1XX", "We do not know that postcode."), ("hello", "Check the postcode."), ("🍞", "Check the postcode.")],
)
def test_a_postcode_that_is_none_is_said(street: Street, client: PageClient, postcode: str, said: str) -> None:
    answer = client.become(street.amina).send("/spaces/new", filled(street, postcode=postcode))
    assert answer.status_code == 422
    assert said in answer.text or "outside" in answer.text
    assert f'value="{postcode}"' in answer.text
    assert "Kitchen at mine" in answer.text


@pytest.mark.parametrize(
    ("name", "value", "may"),
    [
        ("bilal", "organisation", True),
        ("chidi", "organisation", False),
        ("dora", "organisation", True),
        ("dora", "hub", True),
        ("bilal", "hub", False),
        ("gita", "hub", True),
    ],
)
def test_in_another_name(street: Street, client: PageClient, name: str, value: str, may: bool) -> None:
    owner = street.organisation if value == "organisation" else street.hub
    behalf = f"{value}:{owner.id}"
    page = client.become(street.person(name)).get("/spaces/new").text
    assert (f'value="{behalf}"' in page) is may
    answer = client.send("/spaces/new", filled(street, behalf=behalf))
    assert answer.status_code == (303 if may else 422)
    if may:
        space = newest()
        assert (space.keeper_id, getattr(space, f"{value}_id")) == (None, owner.id)
        assert space.square == owner.square  # it is in the owner's ward, so it is at the owner's


@pytest.mark.parametrize("behalf", ["organisation:999999", "hub:x", "person:1", "organisation:9999999999"])
def test_a_name_that_was_made_up(street: Street, client: PageClient, behalf: str) -> None:
    answer = client.become(street.amina).send("/spaces/new", filled(street, behalf=behalf))
    assert answer.status_code == 422


def test_a_link_may_choose_the_name(street: Street, client: PageClient) -> None:
    behalf = f"organisation:{street.organisation.id}"
    page = client.become(street.bilal).get(f"/spaces/new?for={behalf}").text
    assert f'<option value="{behalf}" selected>' in page
    assert 'name="private" value="y" checked' not in page  # a school is no home
    assert 'name="private" value="y" checked' in client.get("/spaces/new?for=organisation:999").text


def test_the_one_box_carries_its_words(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    answer = client.send("/spaces/new", {"say": "I have a kitchen for 12 people <b>"})
    assert answer.status_code == 200
    assert 'value="Kitchen for 12 people &lt;b&gt;"' in answer.text
    assert 'value="kitchen" checked' in answer.text
    assert 'value="12"' in answer.text
    assert "I have a kitchen for 12 people" in answer.text
    assert db.session.query(Space).count() == 1


@pytest.mark.parametrize("say", ["", "x" * 10_000, "\x00", "🍞🍞", "مطبخ كبير", "<script>alert(1)</script>"])
def test_whatever_the_one_box_carries(street: Street, client: PageClient, say: str) -> None:
    answer = client.become(street.amina).send("/spaces/new", {"say": say})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


def test_what_was_typed_before_joining_is_not_lost(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    with client.session_transaction() as kept:
        kept["draft"] = {"say": "I have a kitchen for 12 people", "kind": "space"}
    assert 'value="Kitchen for 12 people"' in client.get("/spaces/new").text
    assert 'value="Kitchen for 12 people"' not in client.get("/spaces/new").text  # given once
    with client.session_transaction() as kept:
        kept["draft"] = {"say": "I have a kitchen for 12 people", "kind": "idea"}
    assert 'value="Kitchen for 12 people"' not in client.get("/spaces/new").text
