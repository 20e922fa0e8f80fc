"""The page of one idea."""

from datetime import timedelta

import pytest

from participate.audit.service import record
from participate.core.db import db
from participate.profiles.words import Theme
from participate.projects import service
from participate.projects.words import IdeaStatus
from tests.page import PageClient
from tests.projects.build import build_idea, build_project
from tests.statements import count_statements
from tests.street import CAST, NOON, Street


@pytest.mark.parametrize("name", CAST)
def test_everybody_may_read_it(street: Street, client: PageClient, name: str) -> None:
    page = client.become(street.person(name)).get(f"/ideas/{street.idea.id}")
    assert page.status_code == 200
    assert "bench by the bus stop" in page.text
    assert "An idea from Chidi" in page.text
    assert "Okafor" not in page.text
    offered = {each for each in ("edit", "answer", "start") if f"/ideas/{street.idea.id}/{each}" in page.text}
    assert offered == {"chidi": {"edit", "start"}, "dora": {"answer", "start"}, "gita": {"answer", "start"}}.get(
        name, set()
    )


def test_who_has_it_and_by_when(street: Street, client: PageClient) -> None:
    street.idea.answer_by = NOON + timedelta(days=2, hours=5)
    db.session.commit()
    page = client.get(f"/ideas/{street.idea.id}").text
    assert "Dora at The Shop, Church Elm Lane has it and answers by Saturday 4 July." in page
    assert "Mensah" not in page


def test_a_hub_without_staff_is_named_alone(street: Street, client: PageClient) -> None:
    street.idea.answer_by = NOON + timedelta(days=2)
    street.dora.roles.clear()
    db.session.commit()
    assert "The Shop, Church Elm Lane has it and answers by" in client.get(f"/ideas/{street.idea.id}").text


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"answer_by": NOON - timedelta(minutes=1)}, "takes longer than we promised"),
        ({"answer_by": None}, "takes longer than we promised"),
        ({"status": IdeaStatus.CLOSED}, "It will not happen for now"),
        ({"status": IdeaStatus.ANSWERED}, "has answered"),
        ({"status": IdeaStatus.PROJECT}, "It is a project now"),
        ({"hub_id": None, "answer_by": NOON + timedelta(days=1)}, "The hub has it and answers by"),
    ],
)
def test_where_it_stands(street: Street, client: PageClient, facts: dict[str, object], said: str) -> None:
    idea = build_idea(street, **facts)
    assert said in client.get(f"/ideas/{idea.id}").text


def test_the_answer_is_read_by_everybody(street: Street, client: PageClient) -> None:
    service.answer_idea(street.dora.id, street.idea, "Come in on Friday, the school has wood.")
    page = client.get(f"/ideas/{street.idea.id}").text
    assert "the school has wood" in page
    assert "Dora, The Shop, Church Elm Lane" in page


def test_it_leads_to_its_project(street: Street, client: PageClient) -> None:
    idea = build_idea(street, status=IdeaStatus.PROJECT)
    project = build_project(street, name="Swing Team", idea_id=idea.id)
    assert "Swing Team" in client.get(f"/ideas/{idea.id}").text
    service.hide(street.dora.id, project, "x")
    assert "Swing Team" not in client.get(f"/ideas/{idea.id}").text


def test_what_is_close_to_it(street: Street, client: PageClient) -> None:
    build_project(street, name="Bench makers", about="We build a bench for each bus stop.", theme=Theme.MAKE)
    other = build_idea(street, "A bench outside the library")
    page = client.get(f"/ideas/{street.idea.id}").text
    assert "Bench makers" in page
    assert other.words in page
    assert "Also about" in page
    assert page.count(street.idea.words) == 2, "itself is not close to it: description and quote only"


def test_nothing_close_is_said_plainly(street: Street, client: PageClient) -> None:
    idea = build_idea(street, "Zeppelin")
    assert "Nobody we know of does this yet" in client.get(f"/ideas/{idea.id}").text


@pytest.mark.parametrize("name", CAST)
def test_a_hidden_one(street: Street, client: PageClient, name: str) -> None:
    service.hide(street.dora.id, street.idea, "It names a neighbour")
    page = client.become(street.person(name)).get(f"/ideas/{street.idea.id}")
    sees = name in ("chidi", "dora", "gita")
    assert page.status_code == (200 if sees else 404)
    assert ("It names a neighbour" in page.text) is sees


@pytest.mark.parametrize("name", ["stranger", "amina", "dora"])
def test_one_of_somebody_suspended(street: Street, client: PageClient, name: str) -> None:
    idea = build_idea(street, author_id=street.femi.id)
    page = client.become(street.person(name)).get(f"/ideas/{idea.id}")
    assert page.status_code == (200 if name == "dora" else 404)
    assert "Femi" not in page.text


@pytest.mark.parametrize("path", ["/ideas/0", "/ideas/999", "/ideas/99999999999999999999", "/ideas/abc"])
def test_no_such_idea(street: Street, client: PageClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_few_statements(street: Street, client: PageClient) -> None:
    build_project(street, about="We build a bench for each bus stop.")
    record(None, "made", "idea", street.idea.id)
    client.become(street.chidi).get(f"/ideas/{street.idea.id}")  # the index is built by the first question
    with count_statements() as counted:
        client.get(f"/ideas/{street.idea.id}")
    assert counted.number <= 12, counted.texts
