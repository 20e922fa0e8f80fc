"""The list of partners."""

import pytest

from participate.organisations import service
from participate.organisations.words import OrganisationKind
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street


@pytest.mark.parametrize("name", CAST)
def test_everybody_may_look(street: Street, client: PageClient, name: str) -> None:
    answer = client.become(street.person(name)).get("/organisations")
    assert answer.status_code == 200
    assert ">Elm Tree School</a>" in answer.text
    assert ("/organisations/new" in answer.text) is (name in ("dora", "gita"))


def test_an_empty_list_shows_a_way_on(app: object, client: PageClient) -> None:
    assert "No partner like that yet" in client.get("/organisations").text


@pytest.mark.parametrize(
    ("asked", "found"),
    [("school", True), ("charity", False), ("castle", True), ("%00", True), ("<b>", True), ("", True)],
)
def test_it_is_narrowed_to_a_kind(street: Street, client: PageClient, asked: str, found: bool) -> None:
    answer = client.get(f"/organisations?kind={asked}")
    assert answer.status_code == 200
    assert (">Elm Tree School</a>" in answer.text) is found


@pytest.mark.parametrize("name", CAST)
def test_hidden_ones_are_listed_for_staff_only(street: Street, client: PageClient, name: str) -> None:
    service.hide(street.dora.id, street.organisation, "Not true.")
    page = client.become(street.person(name)).get("/organisations").text
    assert (">Elm Tree School</a>" in page) is (name in ("dora", "gita"))


def test_by_name_in_pages(street: Street, client: PageClient) -> None:
    for number in range(24):
        service.add(None, service.OrganisationFacts(f"club {number:02}", OrganisationKind.CLUB, "We meet."))
    first, second = client.get("/organisations").text, client.get("/organisations?page=2").text
    assert first.index(">club 18<") < first.index("1 to 20 of 25")
    assert ">club 20<" in second
    assert ">Elm Tree School<" in second  # capitals do not come first


def test_it_asks_little_of_the_database(street: Street, client: PageClient) -> None:
    for number in range(30):
        service.add(None, service.OrganisationFacts(f"Club {number}", OrganisationKind.CLUB, "We meet."))
    client.become(street.dora)
    with count_statements() as counted:
        client.get("/organisations")
    assert counted.number <= 7, counted.texts
