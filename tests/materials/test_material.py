"""The page of one material."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.materials import service
from participate.materials.words import Deal
from tests.materials.build import build_material
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street

KEEPERS = ("chidi", "dora", "gita")


@pytest.mark.parametrize("name", CAST)
def test_everybody_may_look(street: Street, client: PageClient, name: str) -> None:
    material = build_material(street)
    answer = client.become(street.person(name)).get(f"/materials/{material.id}")
    assert answer.status_code == 200
    assert "<h1><bdi>Drill</bdi></h1>" in answer.text
    assert ("You look after this" in answer.text) is (name in KEEPERS)
    assert ("Borrow it" in answer.text) is (name != "chidi")


@pytest.mark.parametrize(
    ("deal", "words"),
    [
        (Deal.LEND, ("To lend", "Borrow it", "Looked after by", "A weekend", "Free")),
        (Deal.GIVE, ("To give", "Take it", "Looked after by", "Free")),
        (Deal.WANT, ("Wanted", "Have you got one?", "Wanted by")),
    ],
)
def test_each_deal_says_how(street: Street, client: PageClient, deal: Deal, words: tuple[str, ...]) -> None:
    material = build_material(street, deal=deal, how_many=3)
    page = client.get(f"/materials/{material.id}").text
    for word in (*words, "<dd>3</dd>", "<bdi>Chidi</bdi>, a neighbour", "With a case.", "The Shop, Church Elm Lane"):
        assert word in page
    assert "Okafor" not in page
    assert ("· Free" in page) is (deal is not Deal.WANT)


def test_words_are_never_markup(street: Street, client: PageClient) -> None:
    evil = "<script>alert(1)</script>"
    material = build_material(street, name=evil, about=evil, how_long=evil)
    for path in (f"/materials/{material.id}", "/materials"):
        assert evil not in client.get(path).text


def test_nobody_finds_what_is_not_there(street: Street, client: PageClient) -> None:
    assert client.get("/materials/999999").status_code == 404


@pytest.mark.parametrize("name", CAST)
def test_hidden_it_is_there_for_its_people_only(street: Street, client: PageClient, name: str) -> None:
    material = build_material(street)
    service.hide(street.dora.id, material, "It is not safe.")
    answer = client.become(street.person(name)).get(f"/materials/{material.id}")
    assert answer.status_code == (200 if name in KEEPERS else 404)
    assert ("It is not safe." in answer.text) is (name in KEEPERS)
    service.restore(street.dora.id, material)
    assert client.get(f"/materials/{material.id}").status_code == 200


@pytest.mark.parametrize(("name", "may"), [("stranger", False), ("bilal", False), ("chidi", True)])
def test_over_it_asks_its_people(street: Street, client: PageClient, name: str, may: bool) -> None:
    material = build_material(street, expires_on=clock.today() - timedelta(days=1))
    answer = client.become(street.person(name)).get(f"/materials/{material.id}")
    assert answer.status_code == (200 if may else 404)
    assert ("Is it still there?" in answer.text) is may


@pytest.mark.parametrize("name", ["stranger", "chidi", "dora"])
def test_it_asks_little_of_the_database(street: Street, client: PageClient, name: str) -> None:
    path = f"/materials/{build_material(street).id}"
    client.become(street.person(name))
    with count_statements() as counted:
        client.get(path)
    assert counted.number <= 12, counted.texts
