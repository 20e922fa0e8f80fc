"""The address of somebody's home is never shown, wherever it may have come from."""

import pytest

from participate.core.db import db
from participate.spaces import queries
from participate.spaces.words import SpaceKind
from tests.page import PageClient
from tests.spaces.build import build_space
from tests.street import CAST, Street

CANARY = "17 Canary Row"
HOMES = [(SpaceKind.HOME, False), (SpaceKind.GARDEN, False), (SpaceKind.KITCHEN, True)]  # kind, marked as private


@pytest.mark.parametrize(("kind", "private"), HOMES)
@pytest.mark.parametrize("name", CAST)
def test_no_page_shows_it(street: Street, client: PageClient, name: str, kind: SpaceKind, private: bool) -> None:
    space = build_space(street, kind=kind, private=private, address=CANARY)
    page = client.become(street.person(name)).get(f"/spaces/{space.id}").text
    assert (CANARY in page) is (name in ("amina", "dora", "gita"))  # its keeper, staff and the admin
    assert "Parsloes" in page
    assert "you hear exactly where once you have agreed" in page
    for path in ("/spaces", f"/spaces?kind={kind}", f"/spaces?ward={street.ward.id}", "/"):
        assert CANARY not in client.get(path, follow_redirects=True).text


@pytest.mark.parametrize(("kind", "private"), HOMES)
def test_no_card_holds_it(street: Street, kind: SpaceKind, private: bool) -> None:
    space = build_space(street, kind=kind, private=private, address=CANARY)
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


def test_it_is_in_no_log(street: Street, client: PageClient, capfd: pytest.CaptureFixture[str]) -> None:
    space = build_space(street, kind=SpaceKind.HOME, address=CANARY)
    client.become(street.chidi).get(f"/spaces/{space.id}")
    client.get(f"/spaces/{space.id}/edit")
    db.session.commit()
    assert CANARY not in "".join(capfd.readouterr())
