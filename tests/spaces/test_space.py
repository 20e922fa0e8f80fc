"""The page of one space."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.spaces import service
from participate.spaces.words import SpaceKind
from tests.page import PageClient
from tests.spaces.build import build_space
from tests.statements import count_statements
from tests.street import CAST, Street

KEEPERS = ("dora", "gita")  # Dora keeps it and is staff; Gita is the admin


@pytest.mark.parametrize("name", CAST)
def test_everybody_may_look(street: Street, client: PageClient, name: str) -> None:
    answer = client.become(street.person(name)).get(f"/spaces/{street.space.id}")
    assert answer.status_code == 200
    assert "<h1><bdi>Kitchen at the Shop</bdi></h1>" in answer.text
    assert ("You look after this" in answer.text) is (name in KEEPERS)


def test_it_says_what_it_has_and_how_to_ask(street: Street, client: PageClient) -> None:
    space = build_space(
        street, has="two ovens, a long table", when_free="Sunday mornings", house_rules="Wash up after you.",
        access_note="Side gate", children=True, quiet=True, cost_pence=750,
    )  # fmt: skip
    page = client.get(f"/spaces/{space.id}").text
    for words in (
        "Two ovens", "A long table", "Sunday mornings", "Wash up after you.", "Side gate", "Children welcome", "Quiet",
        "Up to 4", "£7.50 an hour", "<bdi>Amina</bdi>, a neighbour", "Parsloes", "The Shop, Church Elm Lane",
        "Open today until 5pm",
    ):  # fmt: skip
        assert words in page
    assert "Rahman" not in page
    assert "/report/space/" in page
    assert f'href="/spaces/{space.id}/book"' in page
    assert f'href="/spaces/{space.id}/week"' in page


def test_words_are_never_markup(street: Street, client: PageClient) -> None:
    evil = "<script>alert(1)</script>"
    space = build_space(street, name=evil, about=evil, has=evil, house_rules=evil, when_free=evil, access_note=evil)
    for path in (f"/spaces/{space.id}", "/spaces"):
        assert evil not in client.get(path).text


def test_nobody_finds_what_is_not_there(client: PageClient, street: Street) -> None:
    assert client.get("/spaces/999999").status_code == 404
    assert client.get("/spaces/abc").status_code == 404


@pytest.mark.parametrize("name", CAST)
def test_hidden_it_is_there_for_its_people_only(street: Street, client: PageClient, name: str) -> None:
    space = build_space(street)
    service.hide(street.dora.id, space, "It shows a number.")
    answer = client.become(street.person(name)).get(f"/spaces/{space.id}")
    may = name in ("amina", *KEEPERS)
    assert answer.status_code == (200 if may else 404)
    assert ("It shows a number." in answer.text) is may
    service.restore(street.dora.id, space)
    assert client.get(f"/spaces/{space.id}").status_code == 200
    assert "It shows a number." not in client.get(f"/spaces/{space.id}").text


@pytest.mark.parametrize(("name", "may"), [("stranger", False), ("chidi", False), ("amina", True), ("dora", True)])
def test_over_it_asks_its_people(street: Street, client: PageClient, name: str, may: bool) -> None:
    space = build_space(street, expires_on=clock.today() - timedelta(days=1))
    answer = client.become(street.person(name)).get(f"/spaces/{space.id}")
    assert answer.status_code == (200 if may else 404)
    assert ("Neighbours have not seen this since Wednesday 1 July." in answer.text) is may


def test_of_somebody_suspended_nothing_is_shown(street: Street, client: PageClient) -> None:
    space = build_space(street, keeper_id=street.femi.id)
    assert client.get(f"/spaces/{space.id}").status_code == 404
    assert "Nobody looks after this" in client.become(street.dora).get(f"/spaces/{space.id}").text


@pytest.mark.parametrize("name", ["stranger", "amina", "dora"])
def test_it_asks_little_of_the_database(street: Street, client: PageClient, name: str) -> None:
    space = build_space(street, kind=SpaceKind.GARDEN)
    db.session.commit()
    space_id = space.id
    client.become(street.person(name))
    with count_statements() as counted:
        client.get(f"/spaces/{space_id}")
    assert counted.number <= 12, counted.texts


def test_a_stranger_gets_no_cookie(street: Street, client: PageClient) -> None:
    for path in ("/spaces", f"/spaces/{street.space.id}"):
        assert "Set-Cookie" not in client.get(path).headers
