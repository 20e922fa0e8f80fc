"""“Start this near me”: four questions make a project with needs, weeks and somebody who rings."""

from datetime import timedelta

import pytest

from participate.audit import queries as audit
from participate.core import clock
from participate.core.db import db
from participate.organisations.rules import Spot
from participate.outbox.models import Promise
from participate.places.models import Street as HomesTogether
from participate.places.rules import square_of
from participate.projects import queries, service
from participate.projects.models import Project, WeekLine
from participate.projects.words import NeedKind, NeedStatus, Stage, TeamPart, Tier
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, NOON, SQUARE, Street, add, give, person

PATH = "/recipes/batch-cook/start"


@pytest.fixture
def planted(street: Street) -> Street:
    service.plant_recipes()
    db.session.commit()
    return street


def filled(cast: Street, **more: object) -> dict[str, object]:
    return {"name": "Big Pot Sunday", "ward": str(cast.ward.id), "when": "A Sunday in May", "got": ["need-0"]} | more


def newest() -> Project:
    return db.session.query(Project).order_by(Project.id.desc()).first()  # type: ignore[return-value]


def test_four_questions_filled_in(planted: Street, client: PageClient) -> None:
    page = client.become(planted.chidi).get(PATH).text
    for words in (
        'value="Batch cook together"', f'<option value="{planted.ward.id}" selected>', "When could it first be?",
        'value="need-0"', "A confident cook", "Kitchen with 2 or more hobs", "Large pots",
    ):  # fmt: skip
        assert words in page
    assert "Does it belong to one street?" not in page, "no street is known here"


def test_it_makes_a_project(planted: Street, client: PageClient) -> None:
    answer = client.become(planted.chidi).send(PATH, filled(planted))
    project = newest()
    assert answer.headers["Location"] == f"/projects/{project.id}"
    assert (project.name, project.stage, project.minutes) == ("Big Pot Sunday", Stage.GATHERING, 180)
    assert (project.ward_id, project.square, project.take_home) == (planted.ward.id, None, "Portions for the freezer")
    assert project.recipe is not None
    assert project.recipe.slug == "batch-cook"
    assert queries.part_of(project.id, planted.chidi.id) is TeamPart.OWNER
    met = [need.words for need in project.needs if need.status is NeedStatus.MET]
    assert met == ["A confident cook"]
    rest = [need for need in project.needs if need.status is NeedStatus.OPEN]
    assert {need.kind for need in rest} == set(NeedKind)
    assert {need.when_words for need in rest} == {"A Sunday in May"}
    assert [row.verb for row in audit.list_of("project", project.id)][-1] == "made"
    assert sorted(row.verb for row in audit.list_of("need", project.needs[0].id)) == ["made", "met"]


def test_its_safety_is_begun(planted: Street, client: PageClient) -> None:
    client.become(planted.chidi).send(PATH, filled(planted))
    check = queries.find_check(newest().id)
    assert check is not None
    assert (check.tier, check.risks) == (Tier.AMBER, ["food"])


def test_four_weeks_for_the_team_alone(planted: Street, client: PageClient) -> None:
    client.become(planted.chidi).send(PATH, filled(planted))
    project = newest()
    assert [line.week for line in queries.list_weeks(project.id)] == [1, 2, 3, 4]
    page = client.get(f"/projects/{project.id}").text
    for words in ("Your first four weeks", "Tell two neighbours", "A Sunday in May", f"/projects/{project.id}/invite"):
        assert words in page
    assert "Your first four weeks" not in client.become(planted.bilal).get(f"/projects/{project.id}").text
    assert "Your first four weeks" in client.become(planted.dora).get(f"/projects/{project.id}").text


def test_somebody_at_the_hub_rings(planted: Street, client: PageClient) -> None:
    client.become(planted.chidi).send(PATH, filled(planted))
    project = newest()
    assert project.hub_person_id == planted.dora.id
    (told,) = [each for each in db.session.query(Promise) if each.payload.get("name") == "start_ring"]
    assert told.payload["person_id"] == planted.dora.id
    assert told.payload["facts"]["when"] == "A Sunday in May"
    page = f"/projects/{project.id}"
    assert "Dora at The Shop, Church Elm Lane rings you or writes by Saturday 4 July." in client.get(page).text
    with clock.stop_at(NOON + timedelta(days=10)):
        assert "Dora at The Shop, Church Elm Lane helps you start." in client.get(page).text
    assert "Mensah" not in client.get(page).text


def test_the_next_one_is_rung_by_somebody_else(planted: Street, client: PageClient) -> None:
    second = person("Hana Ito", planted.ward)
    give(second, "staff", f"hub:{planted.hub.id}")  # type: ignore[arg-type]
    db.session.commit()
    rung = []
    for number in range(4):
        client.become(planted.chidi).send(PATH, filled(planted, name=f"Pot {number}"))
        rung.append(newest().hub_person_id)
    assert sorted(rung) == sorted([planted.dora.id, second.id] * 2)


def test_without_staff_the_hub_is_named(planted: Street, client: PageClient) -> None:
    planted.dora.roles.clear()
    db.session.commit()
    client.become(planted.chidi).send(PATH, filled(planted))
    assert newest().hub_person_id is None
    assert "The Shop, Church Elm Lane helps you start." in client.get(f"/projects/{newest().id}").text


def test_it_may_belong_to_a_street(planted: Street, client: PageClient) -> None:
    near = HomesTogether(ward_id=planted.ward.id, name="Parsloes Avenue", homes=42, square=SQUARE)
    far = HomesTogether(ward_id=planted.other_ward.id, name="Bastable Road", homes=42, square=None)
    add(near, far)
    db.session.commit()
    page = client.become(planted.chidi).get(PATH).text
    assert "Parsloes Avenue (Parsloes)" in page
    client.send(PATH, filled(planted, street=str(near.id)))
    project = newest()
    assert (project.street_id, project.ward_id, project.square) == (near.id, planted.ward.id, SQUARE)
    assert "Parsloes Avenue" in client.get(f"/projects/{project.id}").text
    assert client.send(PATH, filled(planted, street="999999")).status_code == 422


def test_a_postcode_decides(planted: Street, client: PageClient) -> None:
    near = HomesTogether(ward_id=planted.ward.id, name="Parsloes Avenue", homes=42, square=SQUARE)
    add(near)
    db.session.commit()
    client.become(planted.chidi).send(PATH, filled(planted, postcode="rm10 7de", ward=str(planted.other_ward.id)))
    project = newest()
    assert (project.ward_id, project.square) == (planted.ward.id, square_of(51.553493, 0.141954))
    assert "7DE" not in client.get(f"/projects/{project.id}").text.upper()


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "", "Give it a short name"),
        ("name", "x" * 81, "one too many"),
        ("name", "x" * 10_000, "too many"),
        ("name", "Ring 07700 900123", "leave phone numbers out"),
        ("ward", "", "Choose the neighbourhood."),
        ("ward", "abc", "Choose the neighbourhood."),
        ("postcode", "nowhere", "postcode"),
        ("when", "x" * 101, "one too many"),
        ("when", "a\x00b", "cannot be shown"),
    ],
)
def test_what_is_wrong_is_said_and_the_words_kept(
    planted: Street, client: PageClient, field: str, typed: str, said: str
) -> None:
    answer = client.become(planted.chidi).send(PATH, filled(planted, **{field: typed}))
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert said in answer.text
    assert "<title>Error: Start “Batch cook together” near you" in answer.text
    assert 'value="need-0" checked' in answer.text
    assert db.session.query(Project).count() == 1


def test_ticks_that_are_none_of_ours_are_left_out(planted: Street, client: PageClient) -> None:
    client.become(planted.chidi).send(PATH, filled(planted, got=["need-99", "<script>", "need-0"]))
    assert sum(need.status is NeedStatus.MET for need in newest().needs) == 1


@pytest.mark.parametrize("name", CAST)
def test_who_marks_a_week(planted: Street, client: PageClient, name: str) -> None:
    client.become(planted.chidi).send(PATH, filled(planted))
    path = f"/projects/{newest().id}/weeks/1"
    page = f"/projects/{planted.project.id}/help" if name in ("amina", "bilal", "efua") else f"/projects/{newest().id}"
    client.become(planted.person(name))
    if name in ("stranger", "femi"):
        assert client.post(path, data={"done": "yes"}).status_code in (400, 403)
    else:
        answer = client.send(path, {"done": "yes"}, page="/ideas/new" if name in ("amina", "bilal", "efua") else page)
        assert answer.status_code == (303 if name in ("chidi", "dora", "gita") else 403)
    done = db.session.query(WeekLine).filter_by(week=1).one().done_at is not None
    assert done is (name in ("chidi", "dora", "gita"))


def test_a_week_is_marked_and_opened_again(planted: Street, client: PageClient) -> None:
    client.become(planted.chidi).send(PATH, filled(planted))
    page, path = f"/projects/{newest().id}", f"/projects/{newest().id}/weeks/2"
    client.send(path, {"done": "yes"}, page=page)
    assert queries.get_week(newest().id, 2).done_at is not None
    client.send(path, {"done": "no"}, page=page)
    db.session.expire_all()
    assert queries.get_week(newest().id, 2).done_at is None
    for bad in ({"done": "x"}, {}):
        assert client.send(path, bad, page=page).status_code == 404
    assert client.send(f"/projects/{newest().id}/weeks/5", {"done": "yes"}, page=page).status_code == 404


def test_no_such_recipe(planted: Street, client: PageClient) -> None:
    client.become(planted.chidi)
    for slug in ("no-such", "BATCH-COOK", "a%00b"):
        assert client.get(f"/recipes/{slug}/start").status_code == 404


def test_every_recipe_starts(planted: Street, client: PageClient) -> None:
    for slug, recipe in queries.recipes_by_slug().items():
        facts = service.NearFacts("X", Spot(planted.ward.id), None, "", [], [], ["a", "b", "c", "d"])
        service.start_near(planted.chidi, recipe, facts)
        assert client.become(planted.chidi).get(f"/recipes/{slug}/start").status_code == 200, slug


def test_few_statements(planted: Street, client: PageClient) -> None:
    client.become(planted.chidi).send(PATH, filled(planted))
    client.get(f"/projects/{newest().id}")
    with count_statements() as counted:
        client.get(PATH)
    assert counted.number <= 12, counted.texts
