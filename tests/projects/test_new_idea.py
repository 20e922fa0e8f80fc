"""Saying an idea: one field, nothing typed is lost."""

import pytest
from flask import Flask

from participate.audit import queries as audit
from participate.core.db import db
from participate.outbox.models import Promise
from participate.projects import service
from participate.projects.models import Idea
from participate.projects.service.ideas import add_idea
from tests.page import PageClient
from tests.street import CAST, Street

PATH = "/ideas/new"


def newest() -> Idea:
    return db.session.query(Idea).order_by(Idea.id.desc()).first()


@pytest.mark.parametrize("name", CAST)
def test_everybody_may_begin(street: Street, client: PageClient, name: str) -> None:
    assert client.become(street.person(name)).get(PATH).status_code == 200


def test_a_resident_says_one(street: Street, client: PageClient) -> None:
    answer = client.become(street.amina).send(PATH, {"words": "A swing under the big tree"})
    idea = newest()
    assert answer.headers["Location"] == f"/ideas/{idea.id}"
    assert (idea.words, idea.author_id, idea.ward_id) == ("A swing under the big tree", street.amina.id, street.ward.id)
    assert idea.square is None, "her home is not the idea's place"
    assert idea.hub_id == street.hub.id
    assert [row.verb for row in audit.list_of("idea", idea.id)] == ["made"]
    page = client.get(f"/ideas/{idea.id}").text
    assert "answers by Saturday 4 July" in page, "Thursday noon and two opening days"


def test_the_staff_of_its_hub_hear_of_it(street: Street, client: PageClient) -> None:
    client.become(street.amina).send(PATH, {"words": "A swing"})
    letters = [(each.payload["name"], each.payload["person_id"]) for each in db.session.query(Promise)]
    assert letters == [("idea_new", street.dora.id)]


def test_an_idea_from_a_ward_without_a_hub_goes_to_one_all_the_same(street: Street) -> None:
    street.amina.ward_id, street.amina.square = street.other_ward.id, None
    assert add_idea(street.amina, "A swing").hub_id == street.hub.id


def test_where_there_is_no_hub_nobody_promises(street: Street) -> None:
    db.session.query(Idea).update({"hub_id": None})
    street.session.hub_id = street.space.hub_id = None
    db.session.flush()
    db.session.delete(street.hub)
    db.session.flush()
    idea = service.add_idea(street.amina, "A swing")
    assert (idea.hub_id, idea.answer_by) == (None, None)


def test_a_stranger_s_words_wait_for_her(street: Street, client: PageClient) -> None:
    answer = client.send(PATH, {"words": "A swing under the big tree"})
    assert answer.headers["Location"] == "/join"
    assert db.session.query(Idea).count() == 1
    with client.session_transaction() as kept:
        assert kept["draft"] == {"say": "A swing under the big tree", "kind": "idea"}
        assert kept["then"] == PATH
        draft = kept["draft"]
    client.become(street.chidi)
    with client.session_transaction() as kept:
        kept["draft"] = draft  # as signing in leaves it
    assert "A swing under the big tree</textarea>" in client.get(PATH).text


def test_the_one_box_brings_its_words_by_post(street: Street, client: PageClient) -> None:
    page = client.become(street.chidi).send(PATH, {"say": "A swing"})
    assert page.status_code == 200
    assert "A swing</textarea>" in page.text
    assert db.session.query(Idea).count() == 1, "nothing is kept before she says so"


def test_words_in_an_address_are_not_taken(street: Street, client: PageClient) -> None:
    assert "A swing" not in client.become(street.chidi).get(f"{PATH}?say=A+swing&words=A+swing").text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Write your idea in a sentence or two."),
        ("   \n ", "Write your idea in a sentence or two."),
        ("x" * 601, "This has one too many."),
        ("x" * 10_000, "too many."),
        ("A\x00swing", "Some of these signs cannot be shown."),
        ("Ring me on 07700 900123", "leave phone numbers out"),
        ("Write to ann@example.org", "leave e-mail addresses out"),
        ("Come to RM10 7XX", "leave the postcode out"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(street: Street, client: PageClient, typed: str, said: str) -> None:
    for person in (street.chidi, None):
        answer = client.become(person).send(PATH, {"words": typed})
        assert answer.status_code == 422
        assert said in answer.text
        assert 'href="#words"' in answer.text
        if 0 < len(typed.strip()) < 100:
            assert typed.replace("\x00", "") in answer.text
    assert db.session.query(Idea).count() == 1


@pytest.mark.parametrize(
    "typed", ["🍞 auf dem Platz", "مقعد عند موقف الحافلة", "<script>alert(1)</script>", "O’Brien & Söhne", "x" * 600]
)
def test_words_of_every_kind_are_kept(street: Street, client: PageClient, typed: str) -> None:
    client.become(street.chidi).send(PATH, {"words": typed})
    idea = newest()
    assert idea.words == typed
    page = client.get(f"/ideas/{idea.id}").text
    assert "<script>alert" not in page


def test_without_a_token_nothing_happens(street: Street, client: PageClient) -> None:
    assert client.become(street.chidi).post(PATH, data={"words": "A swing"}).status_code == 400
    assert db.session.query(Idea).count() == 1


def test_not_without_end(street: Street, client: PageClient, app: Flask) -> None:
    client.become(street.chidi)
    statuses = [client.send(PATH, {"words": f"Idea {number}"}).status_code for number in range(21)]
    assert statuses == [303] * 20 + [429]
