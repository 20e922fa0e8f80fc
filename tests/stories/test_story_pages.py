"""The list of stories, one story, changing it and taking it away."""

from datetime import timedelta

import pytest

from participate.accounts.words import PersonStatus
from participate.audit import queries as audit
from participate.core import clock
from participate.core.db import db
from participate.profiles.words import Theme
from participate.stories import queries, service
from tests.page import PageClient
from tests.projects.build import build_project
from tests.statements import count_statements
from tests.stories.making import SAID, past_session, story
from tests.street import CAST, Street


@pytest.mark.parametrize("name", CAST)
def test_everybody_may_read(street: Street, client: PageClient, name: str) -> None:
    told = story(street, learnt="Zips", made="A bench", numbers="40 jars")
    client.become(street.person(name))
    assert ">Forty jars of jam</a>" in client.get("/stories").text
    page = client.get(f"/stories/{told.id}").text
    for words in (
        "told by Chidi",
        "We stirred",
        "Zips",
        "A bench",
        "40 jars",
        ">Mend Club</bdi></a>",
        "/report/story/",
    ):
        assert words in page
    assert "Okafor" not in page
    assert (f"/stories/{told.id}/edit" in page) is (name == "chidi")


@pytest.mark.parametrize("action", ["edit", "remove"])
@pytest.mark.parametrize("name", CAST)
def test_only_its_writer_changes_it(street: Street, client: PageClient, name: str, action: str) -> None:
    told = story(street)
    path = f"/stories/{told.id}/{action}"
    page = client.become(street.person(name)).get(path)
    assert page.status_code == (303 if name in ("stranger", "femi") else 200 if name == "chidi" else 403)
    if name in ("amina", "dora", "gita"):
        assert client.send(path, SAID | {"title": "Mine"}, page="/materials/new").status_code == 403
        db.session.expire_all()
        assert queries.get_story(told.id).title == "Forty jars of jam"


def test_it_changes(street: Street, client: PageClient) -> None:
    told = story(street, learnt="Zips")
    client.become(street.chidi)
    page = client.get(f"/stories/{told.id}/edit").text
    assert 'value="Forty jars of jam"' in page
    with clock.stop_at(clock.now() + timedelta(hours=1)):
        client.send(f"/stories/{told.id}/edit", SAID | {"title": "Fifty"})
        db.session.refresh(told)
        assert (told.title, told.learnt, told.changed_at) == ("Fifty", "", clock.now())
    assert told.made_at < told.changed_at
    assert [row.verb for row in audit.list_of("story", told.id)] == ["changed"]
    assert client.send(f"/stories/{told.id}/edit", SAID | {"title": ""}).status_code == 422


def test_it_goes_after_a_question(street: Street, client: PageClient) -> None:
    told_id = story(street).id
    assert "Take your story away?" in client.become(street.chidi).get(f"/stories/{told_id}/remove").text
    answer = client.send(f"/stories/{told_id}/remove")
    assert answer.headers["Location"] == f"/projects/{street.project.id}"
    assert client.get(f"/stories/{told_id}").status_code == 404
    assert [row.verb for row in audit.list_of("story", told_id)] == ["removed"]


def _take_off(street: Street, state: str) -> int:
    session = past_session(street)
    told = story(street, session_id=session.id)
    if state == "story":
        service.hide(street.dora.id, told, "It names somebody.")
    elif state == "session":
        session.hidden_at = clock.now()
    elif state == "project":
        street.project.hidden_at = clock.now()
    else:
        street.chidi.status = PersonStatus.SUSPENDED
    db.session.commit()
    return told.id


@pytest.mark.parametrize("state", ["story", "session", "project", "writer"])
def test_what_is_out_of_sight_is_on_no_list(street: Street, client: PageClient, state: str) -> None:
    told_id = _take_off(street, state)
    assert queries.list_latest() == []
    assert queries.list_of_project(street.project.id) == []
    assert queries.list_whole(street.project.id, 9) == []
    for name in ("stranger", "bilal", "dora"):
        client.become(street.person(name))
        assert ">Forty jars of jam</a>" not in client.get("/stories").text
        assert client.get(f"/stories/{told_id}").status_code == (200 if name == "dora" else 404)
    if state != "writer":
        assert client.become(street.chidi).get(f"/stories/{told_id}").status_code == 200


def test_hidden_and_shown_again(street: Street, client: PageClient) -> None:
    told = story(street)
    service.hide(street.dora.id, told, "It names somebody.")
    assert "It names somebody." in client.become(street.chidi).get(f"/stories/{told.id}").text
    service.restore(street.dora.id, told)
    assert client.become(None).get(f"/stories/{told.id}").status_code == 200
    assert [row.verb for row in audit.list_of("story", told.id)] == ["restored", "hidden"]


def test_by_theme_the_newest_first(street: Street, client: PageClient) -> None:
    bread = build_project(street, theme=Theme.COOK)
    story(street, title="Old", made_at=clock.now() - timedelta(days=9))
    story(street, title="New")
    story(street, title="Bread", project_id=bread.id)
    page = client.get("/stories?theme=make").text
    assert page.index(">New<") < page.index(">Old<")
    assert ">Bread<" not in page
    assert ">Bread<" in client.get("/stories?theme=cook").text
    assert [card.title for card in queries.list_latest(2)] == ["Bread", "New"]
    assert [card.title for card in queries.list_of_project(bread.id)] == ["Bread"]


@pytest.mark.parametrize("asked", ["theme=steal", "theme=%00", "page=0", "page=x", "theme=<b>", "page=99"])
def test_what_makes_no_sense_narrows_nothing(street: Street, client: PageClient, asked: str) -> None:
    story(street)
    answer = client.get(f"/stories?{asked}")
    assert answer.status_code == 200
    assert (">Forty jars of jam</a>" in answer.text) is (asked != "page=99")


def test_an_empty_list_shows_a_way_on(app: object, client: PageClient) -> None:
    assert "No story yet" in client.get("/stories").text


def test_it_comes_in_pages_and_asks_little(street: Street, client: PageClient) -> None:
    for number in range(22):
        story(street, title=f"Story {number:02}", made_at=clock.now() - timedelta(minutes=number))
    client.become(street.chidi)
    with count_statements() as counted:
        first = client.get("/stories").text
    assert counted.number <= 8, counted.texts
    second = client.get("/stories?page=2").text
    assert all((f">Story {n:02}<" in first) != (f">Story {n:02}<" in second) for n in range(22))
    assert "21 to 22 of 22" in second


def test_a_story_outlives_its_writer(street: Street, client: PageClient) -> None:
    told = story(street, person_id=None)
    page = client.get(f"/stories/{told.id}").text
    assert "told by" not in page
    assert ">Forty jars of jam</a>" in client.get("/stories").text
