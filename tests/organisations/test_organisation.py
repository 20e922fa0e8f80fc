"""The page of one partner."""

import pytest

from participate.organisations import service
from tests.materials.build import build_material
from tests.page import PageClient
from tests.spaces.build import build_space
from tests.statements import count_statements
from tests.street import CAST, Street

MAY_CHANGE = ("bilal", "dora", "gita")


@pytest.mark.parametrize("name", CAST)
def test_everybody_may_look(street: Street, client: PageClient, name: str) -> None:
    answer = client.become(street.person(name)).get(f"/organisations/{street.organisation.id}")
    assert answer.status_code == 200
    assert "<h1><bdi>Elm Tree School</bdi></h1>" in answer.text
    assert ("You look after this page" in answer.text) is (name in MAY_CHANGE)
    assert ("Who speaks for them" in answer.text) is (name in ("dora", "gita"))


def test_it_says_what_they_share(street: Street, client: PageClient) -> None:
    build_space(street, name="School hall", organisation_id=street.organisation.id)
    build_material(street, name="Forty chairs", organisation_id=street.organisation.id)
    build_space(street, name="Elsewhere")
    street.organisation.offers = "A hall at weekends."
    street.organisation.website = "https://www.example.org"
    page = client.get(f"/organisations/{street.organisation.id}").text
    for words in (">School hall</a>", ">Forty chairs</a>", "A hall at weekends.", 'href="https://www.example.org"'):
        assert words in page
    assert "Elsewhere" not in page


def test_who_speaks_for_it_is_nobody_s_business(street: Street, client: PageClient) -> None:
    for name in ("stranger", "chidi", "efua"):
        assert "Bilal" not in client.become(street.person(name)).get(f"/organisations/{street.organisation.id}").text


@pytest.mark.parametrize("name", CAST)
def test_hidden_it_is_there_for_its_people_only(street: Street, client: PageClient, name: str) -> None:
    space = build_space(street, organisation_id=street.organisation.id)
    service.hide(street.dora.id, street.organisation, "Not a school.")
    answer = client.become(street.person(name)).get(f"/organisations/{street.organisation.id}")
    assert answer.status_code == (200 if name in MAY_CHANGE else 404)
    assert ("Not a school." in answer.text) is (name in MAY_CHANGE)
    assert client.get(f"/spaces/{space.id}").status_code == answer.status_code
    service.restore(street.dora.id, street.organisation)
    assert client.get(f"/organisations/{street.organisation.id}").status_code == 200


def test_words_are_never_markup(street: Street, client: PageClient) -> None:
    evil = "<script>alert(1)</script>"
    street.organisation.name = street.organisation.about = street.organisation.offers = evil
    for path in (f"/organisations/{street.organisation.id}", "/organisations"):
        assert evil not in client.get(path).text


def test_nobody_finds_what_is_not_there(street: Street, client: PageClient) -> None:
    assert client.get("/organisations/999999").status_code == 404


@pytest.mark.parametrize("name", ["stranger", "bilal", "dora"])
def test_it_asks_little_of_the_database(street: Street, client: PageClient, name: str) -> None:
    for number in range(5):
        build_space(street, name=f"Room {number}", organisation_id=street.organisation.id)
        build_material(street, name=f"Drill {number}", organisation_id=street.organisation.id)
    path = f"/organisations/{street.organisation.id}"
    client.become(street.person(name))
    with count_statements() as counted:
        client.get(path)
    assert counted.number <= 12, counted.texts
