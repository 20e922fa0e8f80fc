"""Hosts of the same recipe: who said yes, and the hub that brings two together."""

import pytest

from participate.accounts.words import PersonStatus
from participate.core.db import db
from participate.outbox.models import Promise
from participate.projects import queries, service
from participate.projects.models import Project, TeamMember
from participate.projects.words import TeamPart
from tests.page import PageClient
from tests.projects.build import build_project, join
from tests.statements import count_statements
from tests.street import CAST, Street


@pytest.fixture
def kin(street: Street) -> Street:
    """Amina's project follows a recipe."""
    service.plant_recipes()
    street.project.recipe_id = queries.get_recipe("repair-cafe").id
    db.session.commit()
    return street


def other(street: Street, slug: str = "repair-cafe", *, yes: bool = True) -> tuple[Project, TeamMember]:
    """A project of Chidi's in the other ward, of this recipe."""
    project = build_project(street, name="Fix it", recipe_id=queries.get_recipe(slug).id, ward_id=street.other_ward.id)
    member = join(project, street.chidi, TeamPart.OWNER)
    member.meets_hosts = yes
    db.session.commit()
    return project, member


def say_yes(street: Street) -> None:
    mine = queries.find_member(street.project.id, street.amina.id)
    assert mine is not None
    service.say_may_meet(street.amina.id, mine, yes=True)
    db.session.commit()


def path_of(street: Street) -> str:
    return f"/projects/{street.project.id}/hosts"


def letters() -> list[Promise]:
    return [each for each in db.session.query(Promise) if each.payload.get("name") == "hosts_meet"]


@pytest.mark.parametrize("name", CAST)
def test_hosts_alone(kin: Street, client: PageClient, name: str) -> None:
    page = client.become(kin.person(name)).get(f"/projects/{kin.project.id}").text
    assert (path_of(kin) in page) is (name == "amina")
    answer = client.get(path_of(kin))
    assert answer.status_code == (200 if name == "amina" else 303 if name in ("stranger", "femi") else 403)


def test_not_without_a_recipe(street: Street, client: PageClient) -> None:
    assert client.become(street.amina).get(path_of(street)).status_code == 404


def test_first_name_project_and_ward_of_who_said_yes(kin: Street, client: PageClient) -> None:
    other(kin)
    page = client.become(kin.amina).get(path_of(kin)).text
    for words in ("1 host", "Chidi", "Fix it, Thames View"):
        assert words in page
    for words in ("Okafor", "chidi@example.org", "Ask the hub to bring us together"):
        assert words not in page


@pytest.mark.parametrize("why", ["no yes", "another recipe", "helper", "suspended", "hidden", "in my team"])
def test_who_is_not_shown(kin: Street, client: PageClient, why: str) -> None:
    project, member = other(kin, "bees" if why == "another recipe" else "repair-cafe", yes=why != "no yes")
    if why == "helper":
        member.part = TeamPart.HELPER
    elif why == "suspended":
        kin.chidi.status = PersonStatus.SUSPENDED
    elif why == "hidden":
        service.hide(kin.dora.id, project, "x")
    elif why == "in my team":
        join(kin.project, kin.chidi)
    db.session.commit()
    assert "Fix it" not in client.become(kin.amina).get(path_of(kin)).text


def test_the_whole_family(kin: Street, client: PageClient) -> None:
    project, _member = other(kin)
    child = queries.get_recipe("bees")
    child.grown_from_id = kin.project.recipe_id
    project.recipe_id = child.id
    db.session.commit()
    assert "Fix it" in client.become(kin.amina).get(path_of(kin)).text


def test_yes_and_no(kin: Street, client: PageClient) -> None:
    client.become(kin.amina).send(f"{path_of(kin)}/meet", {"yes": "y"}, page=path_of(kin))
    mine = queries.find_member(kin.project.id, kin.amina.id)
    assert mine is not None
    assert mine.meets_hosts
    client.send(f"{path_of(kin)}/meet", {}, page=path_of(kin))
    db.session.refresh(mine)
    assert not mine.meets_hosts


def test_the_hub_hears_once_a_pair_whoever_asks(kin: Street, client: PageClient) -> None:
    project, member = other(kin)
    say_yes(kin)
    ask = f"{path_of(kin)}/{member.id}/ask"
    for _time in range(2):
        assert client.become(kin.amina).send(ask, page=path_of(kin)).status_code == 303
    (told,) = letters()
    assert told.payload["person_id"] == kin.dora.id
    facts = told.payload["facts"]
    assert (facts["asker"], facts["other"], facts["other_project"]) == ("Amina", "Chidi", "Fix it")
    assert "@" not in str(facts), "no contact goes with it"
    mine = queries.find_member(kin.project.id, kin.amina.id)
    assert mine is not None
    theirs = f"/projects/{project.id}/hosts"
    client.become(kin.chidi).send(f"{theirs}/{mine.id}/ask", page=theirs)
    assert len(letters()) == 1


def test_not_before_i_say_yes(kin: Street, client: PageClient) -> None:
    _project, member = other(kin)
    answer = client.become(kin.amina).send(f"{path_of(kin)}/{member.id}/ask", page=path_of(kin))
    assert answer.status_code == 409
    assert letters() == []


@pytest.mark.parametrize("gone", ["took it back", "no such", "own"])
def test_not_who_is_not_there(kin: Street, client: PageClient, gone: str) -> None:
    _project, member = other(kin, yes=gone != "took it back")
    say_yes(kin)
    mine = queries.find_member(kin.project.id, kin.amina.id)
    assert mine is not None
    number = {"took it back": member.id, "no such": 9999, "own": mine.id}[gone]
    answer = client.become(kin.amina).send(f"{path_of(kin)}/{number}/ask", page=path_of(kin))
    assert answer.status_code == 409
    assert letters() == []


def test_a_hub_without_staff_says_so(kin: Street, client: PageClient) -> None:
    _project, member = other(kin)
    say_yes(kin)
    kin.dora.roles.clear()
    db.session.commit()
    answer = client.become(kin.amina).send(f"{path_of(kin)}/{member.id}/ask", page=path_of(kin))
    assert answer.status_code == 409
    assert "Nobody at the hub can do this just now." in answer.text


def test_few_statements(kin: Street, client: PageClient) -> None:
    for number in range(5):
        project = build_project(kin, name=f"Fix {number}", recipe_id=kin.project.recipe_id)
        join(project, kin.chidi, TeamPart.OWNER).meets_hosts = True
    client.become(kin.amina).get(path_of(kin))
    with count_statements() as counted:
        client.get(path_of(kin))
    assert counted.number <= 12, counted.texts
