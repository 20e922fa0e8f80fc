"""Changing the page of a project, and its next step."""

import pytest

from participate.audit import queries as audit
from participate.core.db import db
from participate.profiles.words import Theme
from participate.projects import service
from participate.projects.rules.stages import DoneElsewhere
from participate.projects.words import Stage, TeamPart
from tests.page import PageClient
from tests.projects.build import build_elsewhere, build_project, join
from tests.projects.test_start import filled
from tests.street import CAST, SQUARE, Street

MAY = ("amina", "dora", "gita")


@pytest.mark.parametrize("action", ["edit", "stage"])
@pytest.mark.parametrize("name", CAST)
def test_who_may(street: Street, client: PageClient, name: str, action: str) -> None:
    path = f"/projects/{street.project.id}/{action}"
    answer = client.become(street.person(name)).get(path)
    signed_out = name in ("stranger", "femi")
    assert answer.status_code == (200 if name in MAY else 303 if signed_out else 403)
    if name not in MAY:
        page = "/ideas/new" if signed_out else "/projects/new"
        assert client.send(path, filled(street, stage="ended"), page=page).status_code == 403
        db.session.refresh(street.project)
        assert (street.project.name, street.project.stage) == ("Mend Club", Stage.TRYING_OUT)


@pytest.mark.parametrize("action", ["edit", "stage"])
def test_a_host_may(street: Street, client: PageClient, action: str) -> None:
    join(street.project, street.chidi, TeamPart.HOST)
    assert client.become(street.chidi).get(f"/projects/{street.project.id}/{action}").status_code == 200


@pytest.mark.parametrize("name", ["dora", "gita", "chidi"])
@pytest.mark.parametrize("action", ["edit", "stage"])
def test_what_was_done_elsewhere_stays_as_it_was_told(
    street: Street, client: PageClient, name: str, action: str
) -> None:
    other = build_elsewhere()
    assert client.become(street.person(name)).get(f"/projects/{other.id}/{action}").status_code == 403
    with pytest.raises(DoneElsewhere):
        service.change_project(1, other, service.ProjectFacts("x", "x", Theme.COOK), None)  # type: ignore[arg-type]
    with pytest.raises(DoneElsewhere):
        service.move_project(1, other, Stage.RESTING)


def test_the_form_comes_filled(street: Street, client: PageClient) -> None:
    project = build_project(street, cost_pence=150, bring="An apron", take_home="A loaf", minutes=90)
    join(project, street.chidi, TeamPart.OWNER)
    page = client.become(street.chidi).get(f"/projects/{project.id}/edit").text
    for words in (
        'value="Bread Club"', "We bake on Thursdays.</textarea>", 'value="cook" checked', 'value="90"', 'value="1.50"',
        'value="An apron"', 'value="A loaf"', f'<option value="{street.ward.id}" selected>',
    ):  # fmt: skip
        assert words in page


def test_it_changes(street: Street, client: PageClient) -> None:
    path = f"/projects/{street.project.id}/edit"
    answer = client.become(street.amina).send(path, filled(street, cost="2", minutes=""))
    assert answer.headers["Location"] == f"/projects/{street.project.id}"
    project = street.project
    db.session.refresh(project)
    assert (project.name, project.theme, project.cost_pence, project.minutes) == (
        "Big Pot Sunday",
        Theme.COOK,
        200,
        None,
    )
    assert project.square == SQUARE, "the same neighbourhood keeps its place"
    assert [need.words for need in project.needs] == ["Someone who can thread a sewing machine"], (
        "needs have their own page"
    )
    assert audit.list_of("project", project.id)[0].verb == "changed"


def test_another_neighbourhood_has_another_place(street: Street, client: PageClient) -> None:
    said = filled(street, ward=str(street.other_ward.id))
    client.become(street.amina).send(f"/projects/{street.project.id}/edit", said)
    db.session.refresh(street.project)
    assert (street.project.ward_id, street.project.square) == (street.other_ward.id, None)


@pytest.mark.parametrize(
    ("field", "typed"),
    [("name", ""), ("about", ""), ("about", "x" * 601), ("theme", "x"), ("ward", ""), ("minutes", "-1"), ("cost", "x"),
     ("postcode", "x"), ("name", "a\x00b"), ("bring", "x" * 10_000)],
)  # fmt: skip
def test_what_is_wrong_is_said_and_the_words_kept(street: Street, client: PageClient, field: str, typed: str) -> None:
    path = f"/projects/{street.project.id}/edit"
    answer = client.become(street.amina).send(path, filled(street, **{field: typed}))
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    if field != "about":
        assert "Everyone carries home four dinners." in answer.text
    db.session.refresh(street.project)
    assert street.project.name == "Mend Club"


def test_the_next_step(street: Street, client: PageClient) -> None:
    path = f"/projects/{street.project.id}/stage"
    page = client.become(street.amina).get(path).text
    offered = {stage for stage in Stage if f'value="{stage}"' in page}
    assert offered == {Stage.RUNNING, Stage.RESTING, Stage.ENDED}
    client.send(path, {"stage": "running"})
    db.session.refresh(street.project)
    assert street.project.stage is Stage.RUNNING
    assert audit.list_of("project", street.project.id)[0].verb == "moved to running"
    assert "It happens again and again." in client.get(f"/projects/{street.project.id}").text


@pytest.mark.parametrize("stage", ["", "gathering", "handed_over", "castle", "\x00", "x" * 10_000, "trying_out"])
def test_a_step_that_cannot_be(street: Street, client: PageClient, stage: str) -> None:
    answer = client.become(street.amina).send(f"/projects/{street.project.id}/stage", {"stage": stage})
    assert answer.status_code == 422
    assert "Choose the next step." in answer.text
    db.session.refresh(street.project)
    assert street.project.stage is Stage.TRYING_OUT


def test_in_other_hands_there_is_no_step(street: Street, client: PageClient) -> None:
    project = build_project(street, stage=Stage.HANDED_OVER)
    page = client.become(street.dora).get(f"/projects/{project.id}/stage").text
    assert "It is in other hands" in page
    assert client.send(f"/projects/{project.id}/stage", {"stage": "ended"}, page="/projects/new").status_code == 422


def test_a_hidden_one_is_put_right_by_its_team(street: Street, client: PageClient) -> None:
    service.hide(street.dora.id, street.project, "x")
    assert client.become(street.amina).get(f"/projects/{street.project.id}/edit").status_code == 200
    assert client.become(street.chidi).get(f"/projects/{street.project.id}/edit").status_code == 404
