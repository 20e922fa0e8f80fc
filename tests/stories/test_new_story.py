"""Telling a story, signed in."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participate.audit import queries as audit
from participate.core import clock
from participate.core.db import db
from participate.projects.words import Stage
from participate.sessions.words import SessionStatus
from participate.stories import queries, service
from participate.stories.models import Story
from participate.stories.rules import AlreadyTold
from tests.page import PageClient
from tests.projects.build import build_elsewhere
from tests.stories.making import SAID, came, past_session
from tests.street import CAST, Street

# Amina leads, Bilal helps, Dora is staff, Gita is the admin.
MAY = ("amina", "bilal", "dora", "gita")


def newest() -> Story:
    db.session.rollback()
    return db.session.scalars(select(Story).order_by(Story.id.desc())).first()


def count() -> int:
    db.session.rollback()
    return db.session.query(Story).count()


@pytest.mark.parametrize("of", ["session", "project"])
@pytest.mark.parametrize("name", CAST)
def test_who_may(street: Street, client: PageClient, name: str, of: str) -> None:
    session = past_session(street)
    path = f"/sessions/{session.id}/story" if of == "session" else f"/projects/{street.project.id}/story"
    page = client.become(street.person(name)).get(path)
    if name in ("stranger", "femi"):
        assert page.status_code == 303
        assert client.post(path, data=SAID).status_code in (400, 403)
        return
    assert page.status_code == 200
    assert ("Tell the story" in page.text) is (name in MAY)
    if name in MAY:
        answer = client.send(path, SAID)
        told = newest()
        assert answer.headers["Location"] == f"/stories/{told.id}"
        assert (told.person_id, told.session_id) == (street.person(name).id, session.id if of == "session" else None)
        assert [(row.actor_id, row.verb) for row in audit.list_of("story", told.id)] == [(told.person_id, "made")]
    else:
        assert "told by those who were there" in page.text
        assert client.send(path, SAID, page="/materials/new").status_code == 403
        assert count() == 0


def test_whoever_came_may(street: Street, client: PageClient) -> None:
    session = past_session(street)
    came(session, street.chidi)
    client.become(street.chidi)
    for path in (f"/sessions/{session.id}/story", f"/projects/{street.project.id}/story"):
        assert client.send(path, SAID).status_code == 303
    assert count() == 2


def test_coming_to_another_session_is_not_enough(street: Street, client: PageClient) -> None:
    session = past_session(street)
    came(past_session(street, 10), street.chidi)
    page = client.become(street.chidi).get(f"/sessions/{session.id}/story").text
    assert "told by those who were there" in page


def test_it_is_kept_as_told(street: Street, client: PageClient) -> None:
    session = past_session(street)
    said = SAID | {"learnt": "Zips", "made": "Two benches", "numbers": "40 jars, 12 neighbours"}
    client.become(street.amina).send(f"/sessions/{session.id}/story", said)
    told = newest()
    assert {name: getattr(told, name) for name in said} == said
    assert (told.project_id, told.made_at, told.changed_at) == (street.project.id, clock.now(), clock.now())


def test_once_a_session(street: Street, client: PageClient) -> None:
    session = past_session(street)
    path = f"/sessions/{session.id}/story"
    client.become(street.amina).send(path, SAID)
    told = newest()
    assert client.get(path).headers["Location"] == f"/stories/{told.id}/edit"
    assert client.send(path, SAID, page="/materials/new").status_code == 303
    assert count() == 1


def test_two_presses_at_once_make_one_story(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    session = past_session(street)
    facts = service.StoryFacts("Forty jars", "We stirred.")
    service.tell_of_session(street.amina.id, session, facts)
    monkeypatch.setattr(queries, "find_of", lambda *_who: None)  # the second looked before the first was there
    with pytest.raises(AlreadyTold):
        service.tell_of_session(street.amina.id, session, facts)
    service.tell_of_session(street.bilal.id, session, facts)
    for _time in range(2):
        service.tell_of_project(street.amina.id, street.project, facts)
    db.session.commit()
    assert count() == 4


@pytest.mark.parametrize("state", ["to come", "cancelled"])
def test_what_has_not_happened_has_no_story(street: Street, client: PageClient, state: str) -> None:
    if state == "to come":
        session = past_session(street, -2)
    else:
        session = past_session(street, 2, status=SessionStatus.CANCELLED, cancelled_at=clock.now())
    path = f"/sessions/{session.id}/story"
    page = client.become(street.amina).get(path)
    assert ("has not begun" if state == "to come" else "was cancelled") in page.text
    assert client.send(path, SAID, page="/materials/new").status_code == 403
    assert count() == 0


def test_while_it_goes_on_it_can_be_told(street: Street, client: PageClient) -> None:
    session = past_session(street)
    with clock.stop_at(session.starts_at + timedelta(minutes=5)):
        assert client.become(street.amina).send(f"/sessions/{session.id}/story", SAID).status_code == 303


def test_what_was_done_elsewhere_has_none(street: Street, client: PageClient) -> None:
    assert client.become(street.dora).get(f"/projects/{build_elsewhere().id}/story").status_code == 404


@pytest.mark.parametrize("name", ["amina", "chidi", "dora"])
def test_of_what_is_hidden_only_its_people_tell(street: Street, client: PageClient, name: str) -> None:
    session = past_session(street)
    session.hidden_at = clock.now()
    answer = client.become(street.person(name)).get(f"/sessions/{session.id}/story")
    assert answer.status_code == (404 if name == "chidi" else 200)


@pytest.mark.parametrize(
    ("more", "field", "said"),
    [
        ({"title": ""}, "title", "Write a few words for a title."),
        ({"words": " "}, "words", "Write a sentence or two"),
        ({"title": "x" * 121}, "title", "This has one too many."),
        ({"words": "x" * 2001}, "words", "This has one too many."),
        ({"words": "x" * 10_000}, "words", "too many"),
        ({"learnt": "a\x00b"}, "learnt", "cannot be shown"),
        ({"words": "Ring me on 07700 900123"}, "words", "leave phone numbers out"),
        ({"made": "Write to ann@example.org"}, "made", "leave e-mail addresses out"),
        ({"numbers": "x" * 201}, "numbers", "This has one too many."),
    ],
)
def test_what_is_wrong_is_said_beside_it(
    street: Street, client: PageClient, more: dict[str, str], field: str, said: str
) -> None:
    answer = client.become(street.amina).send(f"/projects/{street.project.id}/story", SAID | more)
    assert answer.status_code == 422
    assert said in answer.text
    assert f'href="#{field}"' in answer.text
    assert f'id="{field}-error"' in answer.text
    assert SAID["title"] in answer.text or field == "title"
    assert count() == 0


@pytest.mark.parametrize("typed", ["🍞 tin", "مثقاب كهربائي", "<script>alert(1)</script>", "O’Brien & Söhne"])
def test_words_of_every_kind_are_kept(street: Street, client: PageClient, typed: str) -> None:
    client.become(street.amina).send(f"/projects/{street.project.id}/story", dict.fromkeys(SAID, typed))
    told = newest()
    assert {told.title, told.words, told.learnt, told.made, told.numbers} == {typed}
    for path in (f"/stories/{told.id}", "/stories", f"/projects/{street.project.id}"):
        assert "<script>alert" not in client.get(path).text


def test_the_pages_of_project_and_session_lead_here(street: Street, client: PageClient) -> None:
    session = past_session(street)
    link = f"/sessions/{session.id}/story"
    assert link in client.get(f"/sessions/{session.id}").text
    assert f"/sessions/{street.session.id}/story" not in client.get(f"/sessions/{street.session.id}").text
    project = f"/projects/{street.project.id}"
    assert f"{project}/story" not in client.get(project).text
    assert f"{project}/story" in client.become(street.amina).get(project).text
    street.project.stage = Stage.ENDED
    client.send(f"{project}/story", SAID)
    assert ">Forty jars of jam</a>" in client.become(None).get(project).text
    assert f"{project}/story" in client.get(project).text
