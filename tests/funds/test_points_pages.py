"""Pages of the kit points: everybody reads what streets and projects have; nobody reads who has her own."""

import pytest

from participate.core.db import db
from participate.funds import queries, service
from participate.places.models import Street as HomesTogether
from tests.page import PageClient
from tests.street import CAST, SQUARE, Street, add

HUB = ("dora", "gita")


def give(street: Street, subject: str, name: str, total: int = 20) -> None:
    service.set_budget(street.dora.id, street.hub.id, subject, name, total)
    db.session.commit()


@pytest.mark.parametrize("name", CAST)
def test_streets_and_projects_are_open_and_starters_are_not(street: Street, client: PageClient, name: str) -> None:
    give(street, "street:2", "Parsloes Avenue")
    give(street, f"person:{street.chidi.id}", "Chidi", 7)
    service.spend(queries.find_budget("street:2").id, 5)  # type: ignore[union-attr]
    page = client.become(street.person(name)).get(f"/hubs/{street.hub.id}/points").text
    assert "15 of 20 points left" in page
    assert ("7 of 7 points left" in page) is (name in (*HUB, "chidi"))
    assert (">Chidi<" in page) is (name in HUB)
    assert ("/points/set" in page) is (name in HUB)


def test_the_team_sees_its_own_on_top(street: Street, client: PageClient) -> None:
    give(street, f"project:{street.project.id}", "Mend Club")
    page = client.become(street.bilal).get(f"/hubs/{street.hub.id}/points").text
    assert page.count("20 of 20 points left") == 2


@pytest.mark.parametrize("name", CAST)
def test_only_the_hub_gives(street: Street, client: PageClient, name: str) -> None:
    path = f"/hubs/{street.hub.id}/points/set"
    client.become(street.person(name))
    said = {"whose": f"project:{street.project.id}", "starter": "", "total": "12"}
    if name not in HUB:
        assert client.get(path).status_code in (303, 404)
        assert client.post(path, data=said).status_code in (400, 403, 404)
        return
    client.send(path, said)
    db.session.rollback()
    budget = queries.find_budget(f"project:{street.project.id}")
    assert budget is not None
    assert (budget.name, budget.total) == ("Mend Club", 12)


def test_a_street_and_a_starter_by_her_address(street: Street, client: PageClient) -> None:
    homes = HomesTogether(ward_id=street.ward.id, name="Parsloes Avenue", homes=42, square=SQUARE)
    add(homes)
    path = f"/hubs/{street.hub.id}/points/set"
    client.become(street.dora)
    client.send(path, {"whose": f"street:{homes.id}", "total": "30"})
    client.send(path, {"starter": "chidi@example.org", "total": "5"})
    db.session.rollback()
    assert queries.find_budget(f"street:{homes.id}") is not None
    starter = queries.find_budget(f"person:{street.chidi.id}")
    assert starter is not None
    assert starter.name == "Chidi"


def test_two_who_share_an_address(street: Street, client: PageClient) -> None:
    street.bilal.email = street.chidi.email
    db.session.commit()
    path = f"/hubs/{street.hub.id}/points/set"
    client.become(street.dora)
    said = {"starter": "chidi@example.org", "total": "5"}
    asked = client.send(path, said)
    assert asked.status_code == 422
    assert "Bilal Sheikh" in asked.text
    client.send(path, said | {"person": str(street.bilal.id)})
    db.session.rollback()
    assert queries.find_budget(f"person:{street.bilal.id}") is not None
    assert queries.find_budget(f"person:{street.chidi.id}") is None


@pytest.mark.parametrize(
    "given",
    [{}, {"total": "x", "whose": "project:1"}, {"total": "-1"}, {"total": "10001"},
     {"starter": "nobody@example.org"}, {"starter": "x" * 10_000}, {"starter": "\x00"},
     {"whose": "project:999"}, {"whose": "house:1"}, {"starter": "<b>"}],
)  # fmt: skip
def test_what_cannot_be(street: Street, client: PageClient, given: dict[str, str]) -> None:
    answer = client.become(street.dora).send(f"/hubs/{street.hub.id}/points/set", {"total": "5"} | given)
    assert answer.status_code == 422
    assert not queries.list_budgets(street.hub.id, starters=True).items


def test_less_than_was_spent(street: Street, client: PageClient) -> None:
    subject = f"project:{street.project.id}"
    give(street, subject, "Mend Club")
    service.spend(queries.find_budget(subject).id, 8)  # type: ignore[union-attr]
    db.session.commit()
    answer = client.become(street.dora).send(f"/hubs/{street.hub.id}/points/set", {"whose": subject, "total": "7"})
    assert "8 points are spent already" in answer.text
