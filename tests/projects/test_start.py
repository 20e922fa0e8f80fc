"""Starting a project: from an idea, a project done elsewhere, or from nothing; who may start at all."""

import pytest

from participate.audit import queries as audit
from participate.core.db import db
from participate.outbox.models import Promise
from participate.places.rules import square_of
from participate.profiles.words import Theme
from participate.projects import queries, service
from participate.projects.models import Project
from participate.projects.words import IdeaStatus, NeedKind, Stage, TeamPart
from tests.page import PageClient
from tests.projects.build import build_elsewhere, build_idea, build_project
from tests.street import CAST, Street

NEW = "/projects/new"


def filled(street: Street, **more: str) -> dict[str, object]:
    """A good form."""
    return {
        "name": "Big Pot Sunday", "about": "We fill three big pots. Everyone carries home four dinners.",
        "theme": "cook", "ward": str(street.ward.id), "people": "A confident cook\nSomeone with food hygiene",
        "spaces": "A kitchen with two hobs", "things": "Large pots\n\nTubs",
    } | more  # fmt: skip


def newest() -> Project:
    return db.session.query(Project).order_by(Project.id.desc()).first()


def paths(street: Street) -> dict[str, str]:
    service.plant_recipes()
    other = build_elsewhere()
    db.session.commit()
    return {
        "new": NEW,
        "recipe": "/recipes/batch-cook/start",
        "idea": f"/ideas/{street.idea.id}/start",
        "elsewhere": f"/projects/{other.id}/start",
    }


@pytest.mark.parametrize("start", ["new", "recipe", "idea", "elsewhere"])
@pytest.mark.parametrize("name", CAST)
def test_who_may(street: Street, client: PageClient, name: str, start: str) -> None:
    path = paths(street)[start]
    answer = client.become(street.person(name)).get(path)
    if name in ("stranger", "femi"):
        assert answer.headers["Location"] == "/sign-in"
        with client.session_transaction() as kept:
            assert kept["then"] == path, "she comes back to what she pressed"
    elif start == "idea" and name not in ("chidi", "dora", "gita"):
        assert answer.status_code == 403
        assert client.send(path, filled(street), page=NEW).status_code == 403
        assert db.session.query(Project).count() == 2
    else:
        assert answer.status_code == 200


def test_from_nothing(street: Street, client: PageClient) -> None:
    answer = client.become(street.chidi).send(NEW, filled(street, minutes="90", cost="1.50", bring="An apron"))
    project = newest()
    assert answer.headers["Location"] == f"/projects/{project.id}"
    assert (project.name, project.theme, project.stage) == ("Big Pot Sunday", Theme.COOK, Stage.GATHERING)
    assert (project.minutes, project.cost_pence, project.bring) == (90, 150, "An apron")
    assert (project.ward_id, project.square) == (street.ward.id, None), "her home is not the project's place"
    assert [(need.kind, need.words) for need in project.needs] == [
        (NeedKind.PERSON, "A confident cook"), (NeedKind.PERSON, "Someone with food hygiene"),
        (NeedKind.SPACE, "A kitchen with two hobs"), (NeedKind.MATERIAL, "Large pots"), (NeedKind.MATERIAL, "Tubs"),
    ]  # fmt: skip
    assert queries.part_of(project.id, street.chidi.id) is TeamPart.OWNER
    assert street.chidi.holds("host", f"project:{project.id}")
    assert [row.verb for row in audit.list_of("project", project.id)] == ["made"]
    assert [row.verb for row in audit.list_of("need", project.needs[0].id)] == ["made"]
    assert "Chidi looks after it." in client.get(f"/projects/{project.id}").text


def test_from_an_idea_by_its_author(street: Street, client: PageClient) -> None:
    path = f"/ideas/{street.idea.id}/start"
    assert "bench by the bus stop" in client.become(street.chidi).get(path).text
    client.send(path, filled(street))
    project = newest()
    db.session.refresh(street.idea)
    assert (project.idea_id, street.idea.status) == (street.idea.id, IdeaStatus.PROJECT)
    assert queries.part_of(project.id, street.chidi.id) is TeamPart.OWNER
    assert db.session.query(Promise).count() == 0, "she knows"


def test_from_an_idea_by_staff_for_its_author(street: Street, client: PageClient) -> None:
    client.become(street.dora).send(f"/ideas/{street.idea.id}/start", filled(street))
    project = newest()
    assert queries.part_of(project.id, street.chidi.id) is TeamPart.OWNER
    assert queries.part_of(project.id, street.dora.id) is None
    promised = db.session.query(Promise).one()
    assert (promised.payload["person_id"], promised.payload["facts"]["outcome"]) == (street.chidi.id, "project")


@pytest.mark.parametrize("gone", ["nobody", "suspended"])
def test_an_idea_without_its_author_is_looked_after_by_staff(street: Street, client: PageClient, gone: str) -> None:
    idea = build_idea(street, author_id=None if gone == "nobody" else street.femi.id)
    client.become(street.dora).send(f"/ideas/{idea.id}/start", filled(street))
    assert queries.part_of(newest().id, street.dora.id) is TeamPart.OWNER


def test_an_idea_becomes_one_project(street: Street, client: PageClient) -> None:
    path = f"/ideas/{street.idea.id}/start"
    client.become(street.chidi).send(path, filled(street))
    again = client.get(path)
    assert again.status_code == 409
    assert "This idea is a project already" in again.text
    assert client.send(path, filled(street), page=NEW).status_code == 409
    assert db.session.query(Project).count() == 2


def test_from_a_project_done_elsewhere(street: Street, client: PageClient) -> None:
    other = build_elsewhere()
    page = client.become(street.chidi).get(f"/projects/{other.id}/start").text
    assert 'value="Barton Sings"' in page
    assert "Singing for two hours" in page
    client.send(f"/projects/{other.id}/start", filled(street))
    project = newest()
    assert (project.grown_from_id, project.source) == (other.id, "")
    assert "Grown from" in client.get(f"/projects/{project.id}").text


def test_not_from_one_of_our_own(street: Street, client: PageClient) -> None:
    assert client.become(street.chidi).get(f"/projects/{street.project.id}/start").status_code == 404
    hidden = build_elsewhere(source_key="h", hidden_at=street.project.made_at)
    assert client.get(f"/projects/{hidden.id}/start").status_code == 404
    assert client.get("/recipes/no-such/start").status_code == 404
    assert client.get("/ideas/999/start").status_code == 404


def test_the_postcode_of_a_hall_gives_its_square(street: Street, client: PageClient) -> None:
    client.become(street.chidi).send(NEW, filled(street, postcode="rm10 7de", ward=str(street.other_ward.id)))
    project = newest()
    assert (project.ward_id, project.square) == (street.ward.id, square_of(51.553493, 0.141954)), "it decides"
    assert "7DE" not in client.get(f"/projects/{project.id}").text.upper()


def test_a_speaker_may_name_her_organisation(street: Street, client: PageClient) -> None:
    choice = f">{street.organisation.name}</option>"
    assert choice in client.become(street.bilal).get(NEW).text
    assert choice not in client.become(street.chidi).get(NEW).text
    refused = client.send(NEW, filled(street, organisation=str(street.organisation.id)))
    assert refused.status_code == 422
    client.become(street.bilal).send(NEW, filled(street, organisation=str(street.organisation.id)))
    assert newest().organisation_id == street.organisation.id


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "", "Give it a short name"),
        ("name", "x" * 81, "This has one too many."),
        ("about", "", "Write two sentences"),
        ("about", "x" * 10_000, "too many."),
        ("about", "Ring 07700 900123", "leave phone numbers out"),
        ("theme", "", "Choose the kind that fits best."),
        ("theme", "castle", "Choose the kind that fits best."),
        ("ward", "", "Choose the neighbourhood."),
        ("ward", "999", "Choose the neighbourhood."),
        ("minutes", "abc", "Write a whole number from 5 to 480."),
        ("minutes", "4", "Write a whole number from 5 to 480."),
        ("minutes", "9" * 30, "Write a whole number from 5 to 480."),
        ("cost", "lots", "Write what it costs each in pounds"),
        ("take_home", "x" * 201, "This has one too many."),
        ("bring", "a\x00b", "Some of these signs cannot be shown."),
        ("postcode", "nowhere", "postcode"),
        ("people", "x" * 201, "One of the lines is too long."),
        ("things", "\n".join(f"Thing {n}" for n in range(13)), "At most 12 open needs"),
        ("things", "x" * 10_000, "too many."),
        ("spaces", "ann@example.org", "leave e-mail addresses out"),
    ],
)
def test_what_is_wrong_is_said_and_the_words_kept(
    street: Street, client: PageClient, field: str, typed: str, said: str
) -> None:
    answer = client.become(street.chidi).send(NEW, filled(street, **{field: typed}))
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert said.lower() in answer.text.lower()
    assert "<title>Error: Start a project" in answer.text
    if field != "name":
        assert 'value="Big Pot Sunday"' in answer.text
    if field != "people":
        assert "A confident cook" in answer.text
    assert db.session.query(Project).count() == 1


@pytest.mark.parametrize("typed", ["🍞 jeden Tag", "طبخ مع الجيران", "<script>alert(1)</script>", "O’Brien & Söhne"])
def test_words_of_every_kind_are_kept(street: Street, client: PageClient, typed: str) -> None:
    names = ("name", "about", "people", "spaces", "things", "take_home", "bring")
    client.become(street.chidi).send(NEW, filled(street, **dict.fromkeys(names, typed)))
    project = newest()
    assert (project.name, project.about, project.bring) == (typed, typed, typed)
    assert {need.words for need in project.needs} == {typed}
    assert "<script>alert" not in client.get(f"/projects/{project.id}").text


def test_not_without_end(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    statuses = [client.send(NEW, filled(street)).status_code for _number in range(11)]
    assert statuses == [303] * 10 + [429]


def test_what_one_started_stands_on_the_list(street: Street, client: PageClient) -> None:
    client.become(street.chidi).send(NEW, filled(street))
    assert "Big Pot Sunday" in client.get("/projects").text
    assert build_project(street).id > newest().id - 1
