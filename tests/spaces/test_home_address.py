"""Where a home is stands apart, and no page shows it to anybody but its own people."""

import pytest
from sqlalchemy import select

from participate.core.db import db
from participate.spaces import queries
from participate.spaces.models import HomeAddress, Space
from participate.spaces.words import SpaceKind
from tests.page import PageClient
from tests.spaces.build import build_space
from tests.spaces.test_new import filled, newest
from tests.street import CAST, Street, add

CANARY = "17 Canary Row"
HOMES = [(SpaceKind.HOME, False), (SpaceKind.GARDEN, False), (SpaceKind.KITCHEN, True)]  # kind, marked as private
ITS_PEOPLE = ("amina", "dora", "gita")  # its keeper, staff and the admin


def build_home(street: Street, kind: SpaceKind, private: bool, **more: object) -> Space:
    """A home whose address is kept apart; and, as it never should, in its row too."""
    space = build_space(street, kind=kind, private=private, address=CANARY, **more)
    add(HomeAddress(space_id=space.id, words=CANARY))
    return space


@pytest.mark.parametrize(("kind", "private"), HOMES)
@pytest.mark.parametrize("name", CAST)
def test_no_page_shows_it(street: Street, client: PageClient, name: str, kind: SpaceKind, private: bool) -> None:
    space = build_home(street, kind, private)
    page = client.become(street.person(name)).get(f"/spaces/{space.id}").text
    assert (CANARY in page) is (name in ITS_PEOPLE)
    assert "Parsloes" in page
    said = "Only those whose booking is agreed see" if name in ITS_PEOPLE else "only once your booking is agreed"
    assert said in page
    for path in ("/spaces", f"/spaces?kind={kind}", f"/spaces?ward={street.ward.id}", "/"):
        assert CANARY not in client.get(path, follow_redirects=True).text


@pytest.mark.parametrize(("kind", "private"), HOMES)
def test_no_card_holds_it(street: Street, kind: SpaceKind, private: bool) -> None:
    space = build_home(street, kind, private)
    assert CANARY not in repr(queries.cards_of([space.id]))


@pytest.mark.parametrize("name", CAST)
def test_a_public_room_has_an_address(street: Street, client: PageClient, name: str) -> None:
    space = build_space(street, kind=SpaceKind.HALL, address="Ripple Road, by the library")
    page = client.become(street.person(name)).get(f"/spaces/{space.id}").text
    assert "Ripple Road, by the library" in page
    assert "somebody’s home" not in page


def test_a_school_s_garden_is_no_home(street: Street, client: PageClient) -> None:
    space = build_space(
        street, kind=SpaceKind.GARDEN, organisation_id=street.organisation.id, address="Elm Tree School, the back gate"
    )
    assert "the back gate" in client.get(f"/spaces/{space.id}").text


def kept(space_id: int) -> tuple[str, list[str]]:
    """What stands in the row of the space, and what is kept apart."""
    db.session.rollback()
    apart = db.session.scalars(select(HomeAddress.words).where(HomeAddress.space_id == space_id)).all()
    return db.session.get_one(Space, space_id, populate_existing=True).address, list(apart)


def test_the_form_keeps_a_home_s_address_apart(street: Street, client: PageClient) -> None:
    client.become(street.amina).send("/spaces/new", filled(street, address=CANARY))
    space = newest()
    assert kept(space.id) == ("", [CANARY])
    page = client.get(f"/spaces/{space.id}/edit").text
    assert f'value="{CANARY}"' in page
    client.send(f"/spaces/{space.id}/edit", filled(street, address="18 Canary Row"))
    assert kept(space.id) == ("", ["18 Canary Row"])
    client.send(f"/spaces/{space.id}/edit", filled(street, address=""))
    assert kept(space.id) == ("", [])


def test_a_public_address_becomes_a_home_s(street: Street, client: PageClient) -> None:
    space = build_space(street, address=CANARY)
    client.become(street.amina).send(f"/spaces/{space.id}/edit", filled(street, address=CANARY))
    assert kept(space.id) == ("", [CANARY])


def test_a_home_s_address_becomes_public_only_when_it_is_written_anew(street: Street, client: PageClient) -> None:
    client.become(street.amina).send("/spaces/new", filled(street, address=CANARY))
    space_id, path = newest().id, f"/spaces/{newest().id}/edit"
    answer = client.send(path, filled(street, private="", address=CANARY))
    assert answer.status_code == 422
    assert "Until now this was kept as the address of a home." in answer.text
    assert kept(space_id) == ("", [CANARY])
    no_home = filled(street)
    del no_home["private"]
    assert client.send(path, no_home | {"address": CANARY}).status_code == 422
    assert client.send(path, no_home).status_code == 303
    assert kept(space_id) == ("", [])
    assert client.send(path, no_home | {"address": "The hall, Ripple Road"}).status_code == 303
    assert kept(space_id) == ("The hall, Ripple Road", [])


def test_it_goes_with_the_space(street: Street, client: PageClient) -> None:
    client.become(street.amina).send("/spaces/new", filled(street, address=CANARY))
    client.send(f"/spaces/{newest().id}/remove")
    assert db.session.scalars(select(HomeAddress.words)).all() == []


def test_it_is_in_no_log(street: Street, client: PageClient, capfd: pytest.CaptureFixture[str]) -> None:
    space = build_home(street, SpaceKind.HOME, True)
    client.become(street.chidi).get(f"/spaces/{space.id}")
    client.get(f"/spaces/{space.id}/edit")
    client.become(street.amina).send(f"/spaces/{space.id}/edit", filled(street, address=CANARY))
    assert CANARY not in "".join(capfd.readouterr())
