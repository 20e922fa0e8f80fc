"""The page of one project."""

import pytest

from participate.accounts.words import PersonStatus
from participate.core.db import db
from participate.projects import service
from participate.projects.words import NeedKind, NeedStatus, Stage, TeamPart
from participate.sessions.words import SessionStatus
from tests.page import PageClient
from tests.projects.build import ask, build_elsewhere, build_idea, build_need, build_project, join
from tests.statements import count_statements
from tests.street import CAST, NOON, Street

TEAM = ("amina", "bilal", "dora", "gita")
LEADS = ("amina", "dora", "gita")


@pytest.mark.parametrize("name", CAST)
def test_everybody_may_read_it(street: Street, client: PageClient, name: str) -> None:
    answer = client.become(street.person(name)).get(f"/projects/{street.project.id}")
    assert answer.status_code == 200
    for words in ("Mend Club", "Bring a torn coat", "Trying out", "Amina looks after it. Bilal helps.", "1 hour"):
        assert words in answer.text
    for surname in ("Rahman", "Sheikh"):
        assert surname not in answer.text
    base = f"/projects/{street.project.id}"
    assert ("For the team" in answer.text) is (name in TEAM)
    assert (f"{base}/edit" in answer.text) is (name in LEADS)
    assert (f"{base}/stage" in answer.text) is (name in LEADS)
    assert (f"/needs/{street.need.id}" in answer.text) is (name in TEAM)
    assert (f"{base}/help?need={street.need.id}" in answer.text) is (name not in TEAM)


def test_the_next_session_stands_first(street: Street, client: PageClient) -> None:
    page = client.get(f"/projects/{street.project.id}").text
    assert "Bring it broken, take it home working" in page
    assert f"/sessions/{street.session.id}" in page
    assert 'datetime="2026-07-04"' in page
    street.session.hidden_at = NOON
    db.session.commit()
    page = client.get(f"/projects/{street.project.id}").text
    assert "Bring it broken" not in page
    assert "No date yet." in page


def test_nobody_is_asked_to_come_to_what_is_cancelled(street: Street, client: PageClient) -> None:
    street.session.status, street.session.cancelled_at = SessionStatus.CANCELLED, NOON
    db.session.commit()
    page = client.get(f"/projects/{street.project.id}").text
    assert "Cancelled" in page
    assert ">Come once</a>" not in page
    assert "Come on " not in page


@pytest.mark.parametrize(
    ("kind", "offer"),
    [(NeedKind.PERSON, "I can"), (NeedKind.SPACE, "I know one"), (NeedKind.MATERIAL, "I have some")],
)
def test_each_need_has_its_button(street: Street, client: PageClient, kind: NeedKind, offer: str) -> None:
    project = build_project(street)
    build_need(project, "What we lack", kind=kind, when_words="Saturdays", minutes=20)
    page = client.get(f"/projects/{project.id}").text
    assert f">{offer}<" in page
    assert "Saturdays. 20 minutes" in page


def test_what_is_met_stays_with_thanks(street: Street, client: PageClient) -> None:
    build_need(street.project, "A room", status=NeedStatus.MET, met_at=NOON, thanks="Parsloes Primary School")
    page = client.get(f"/projects/{street.project.id}").text
    assert "Met: A room" in page
    assert "Thank you, Parsloes Primary School" in page


def test_a_hidden_need_is_seen_by_the_team_alone(street: Street, client: PageClient) -> None:
    service.hide(street.dora.id, street.need, "unkind")
    for name in CAST:
        page = client.become(street.person(name)).get(f"/projects/{street.project.id}").text
        assert ("thread a sewing machine" in page) is (name in TEAM), name
        assert ("Not shown to others just now" in page) is (name in TEAM)


@pytest.mark.parametrize("name", CAST)
def test_a_hidden_project(street: Street, client: PageClient, name: str) -> None:
    service.hide(street.dora.id, street.project, "It is not true")
    answer = client.become(street.person(name)).get(f"/projects/{street.project.id}")
    assert answer.status_code == (200 if name in TEAM else 404)
    assert ("It is not true" in answer.text) is (name in TEAM)


def test_whoever_is_suspended_is_not_named(street: Street, client: PageClient) -> None:
    street.bilal.status = PersonStatus.SUSPENDED
    db.session.commit()
    assert "Bilal" not in client.get(f"/projects/{street.project.id}").text


def test_a_project_that_nobody_looks_after(street: Street, client: PageClient) -> None:
    project = build_project(street)
    page = client.get(f"/projects/{project.id}").text
    assert "Nobody looks after it at the moment." in page
    assert "The hub answers within two working days" in page


def test_many_in_the_team_are_not_all_named(street: Street, client: PageClient) -> None:
    project = build_project(street)
    for name in ("amina", "chidi", "dora", "efua", "gita", "bilal"):
        join(project, getattr(street, name))
    page = client.get(f"/projects/{project.id}").text
    assert "Amina, Chidi, Dora, Efua and 2 more neighbours help." in page


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_its_page(street: Street, client: PageClient, stage: Stage) -> None:
    project = build_project(street, stage=stage)
    build_need(project)
    page = client.get(f"/projects/{project.id}").text
    assert stage.says in page
    assert page.count('aria-current="step"') == 1
    assert (f"/projects/{project.id}/help" in page) is stage.alive
    assert ("It is over" in page) is not stage.alive


def test_my_own_request(street: Street, client: PageClient) -> None:
    ask(street, street.chidi, "I can sew.")
    page = client.become(street.chidi).get(f"/projects/{street.project.id}").text
    assert "You asked to help" in page
    assert "“I can sew.”" in page
    assert "Take it back" in page
    for name in ("stranger", "bilal", "efua", "amina"):
        assert "I can sew." not in client.become(street.person(name)).get(f"/projects/{street.project.id}").text
    assert "1 person would like to help." in client.become(street.amina).get(f"/projects/{street.project.id}").text
    assert "would like to help." not in client.become(street.bilal).get(f"/projects/{street.project.id}").text


def test_after_a_not_now_she_is_welcome_all_the_same(street: Street, client: PageClient) -> None:
    service.say_not_now(street.amina.id, ask(street, street.chidi))
    page = client.become(street.chidi).get(f"/projects/{street.project.id}").text
    assert "Come once all the same" in page


def test_where_it_came_from(street: Street, client: PageClient) -> None:
    service.plant_recipes()
    idea, other = build_idea(street), build_elsewhere()
    project = build_project(
        street, recipe_id=1, idea_id=idea.id, grown_from_id=other.id, organisation_id=street.organisation.id
    )
    page = client.get(f"/projects/{project.id}").text
    for words in ("Made from the recipe", f"/ideas/{idea.id}", "Barton Sings", street.organisation.name):
        assert words in page
    for thing in (idea, other):
        service.hide(None, thing, "x")
    page = client.get(f"/projects/{project.id}").text
    assert f"/ideas/{idea.id}" not in page
    assert "Barton Sings" not in page


def test_the_matcher_tells_the_team_how_many_may_fit(street: Street, client: PageClient) -> None:
    build_need(street.project, "Somebody who likes baking bread", kind=NeedKind.PERSON)
    assert "may fit" in client.become(street.amina).get(f"/projects/{street.project.id}").text
    assert "may fit" not in client.become(street.chidi).get(f"/projects/{street.project.id}").text


@pytest.mark.parametrize("name", CAST)
def test_one_done_elsewhere(street: Street, client: PageClient, name: str) -> None:
    other = build_elsewhere()
    answer = client.become(street.person(name)).get(f"/projects/{other.id}")
    assert answer.status_code == 200
    for words in ("Done elsewhere", "Barton, Oxford", "Singing for two hours", f"/projects/{other.id}/start"):
        assert words in answer.text
    assert "Oxfordshire Community Foundation" in answer.text
    assert "Creative Commons Attribution 4.0" in answer.text
    for words in ("I’d like to help", "For the team", "Who is in it", f"/projects/{other.id}/edit"):
        assert words not in answer.text


def test_an_unknown_source_is_named_all_the_same(street: Street, client: PageClient) -> None:
    assert "green_fund".replace("_", " ") in client.get(f"/projects/{build_elsewhere(source='green_fund').id}").text


@pytest.mark.parametrize("path", ["0", "999", "99999999999999999999", "abc"])
def test_no_such_project(street: Street, client: PageClient, path: str) -> None:
    assert client.get(f"/projects/{path}").status_code == 404


def test_few_statements(street: Street, client: PageClient) -> None:
    for number in range(8):
        build_need(street.project, f"A sewing machine, number {number}")
    join(street.project, street.gita, TeamPart.HOST)
    ask(street, street.chidi)
    page = f"/projects/{street.project.id}"
    for name in ("stranger", "chidi", "bilal", "amina", "gita"):
        client.become(street.person(name)).get(page)  # builds the index once
        with count_statements() as counted:
            client.get(page)
        # One page of a dozen parts, not a list: each part asks once, however much there is of it.
        assert counted.number <= 16, (name, counted.texts)
