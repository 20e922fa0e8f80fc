"""The hub answers an idea, and its author hears."""

import pytest

from participate.audit import queries as audit
from participate.core.db import db
from participate.outbox.models import Promise
from participate.outbox.service import run_due
from participate.projects import service
from participate.projects.rules.ideas import IdeaIsClosed, IdeaIsProject
from participate.projects.words import IdeaStatus
from tests.page import PageClient
from tests.projects.build import build_idea, move_away
from tests.street import CAST, Street

GOOD = "Come in on Friday, the school has wood."


@pytest.mark.parametrize("name", CAST)
def test_who_may(street: Street, client: PageClient, name: str) -> None:
    path = f"/ideas/{street.idea.id}/answer"
    answer = client.become(street.person(name)).get(path)
    may = name in ("dora", "gita")
    assert answer.status_code == (200 if may else 303 if name in ("stranger", "femi") else 404)
    if not may:
        refused = client.send(path, {"words": GOOD}, page="/ideas/new")
        assert refused.status_code in (403, 404)
        db.session.refresh(street.idea)
        assert street.idea.status is IdeaStatus.NEW


def test_staff_of_another_hub_do_not(street: Street, client: PageClient) -> None:
    move_away(street)
    assert client.become(street.dora).get(f"/ideas/{street.idea.id}/answer").status_code == 403


@pytest.mark.parametrize(
    ("outcome", "status"), [("", IdeaStatus.ANSWERED), ("close", IdeaStatus.CLOSED), ("\x00", IdeaStatus.ANSWERED)]
)
def test_it_is_answered_or_closed(street: Street, client: PageClient, outcome: str, status: IdeaStatus) -> None:
    path = f"/ideas/{street.idea.id}/answer"
    answer = client.become(street.dora).send(path, {"words": GOOD, "outcome": outcome})
    assert answer.status_code == 303
    db.session.refresh(street.idea)
    assert (street.idea.status, street.idea.answer, street.idea.answered_by) == (status, GOOD, street.dora.id)
    assert audit.list_of("idea", street.idea.id)[0].verb == status.value


def test_the_author_gets_a_letter(street: Street, client: PageClient) -> None:
    client.become(street.dora).send(f"/ideas/{street.idea.id}/answer", {"words": GOOD})
    promised = db.session.query(Promise).filter_by(name="letter").one()
    assert (promised.payload["name"], promised.payload["person_id"]) == ("idea_answered", street.chidi.id)
    run_due()
    letters = client.get("/letters").text
    assert "the school has wood" in letters
    assert "The hub has answered your idea" in letters


@pytest.mark.parametrize("typed", ["", "x" * 601, "x" * 10_000, "a\x00b", "Ring 07700 900123"])
def test_what_is_wrong_is_said_beside_the_field(street: Street, client: PageClient, typed: str) -> None:
    answer = client.become(street.dora).send(f"/ideas/{street.idea.id}/answer", {"words": typed})
    assert answer.status_code == 422
    assert 'id="words-error"' in answer.text
    assert db.session.query(Promise).count() == 0


def test_closed_twice_is_said_on_the_page(street: Street, client: PageClient) -> None:
    idea = build_idea(street, status=IdeaStatus.CLOSED)
    answer = client.become(street.dora).send(f"/ideas/{idea.id}/answer", {"words": GOOD, "outcome": "close"})
    assert answer.status_code == 422
    assert "This idea is closed already." in answer.text


def test_what_is_a_project_is_answered_there(street: Street, client: PageClient) -> None:
    idea = build_idea(street, status=IdeaStatus.PROJECT)
    assert client.become(street.dora).get(f"/ideas/{idea.id}/answer").status_code == 403
    for settle in (service.answer_idea, service.close_idea):
        with pytest.raises(IdeaIsProject):
            settle(street.dora.id, idea, GOOD)


def test_an_answer_may_be_put_right(street: Street) -> None:
    service.answer_idea(street.dora.id, street.idea, GOOD)
    service.answer_idea(street.dora.id, street.idea, "On Saturday.")
    assert street.idea.answer == "On Saturday."
    service.close_idea(street.dora.id, street.idea, "Sorry.")
    with pytest.raises(IdeaIsClosed):
        service.close_idea(street.dora.id, street.idea, "Sorry.")
    service.answer_idea(street.dora.id, street.idea, "It may be after all.")
    assert street.idea.status is IdeaStatus.ANSWERED


def test_nobody_is_written_to_where_there_is_no_author(street: Street) -> None:
    idea = build_idea(street, author_id=None)
    service.answer_idea(street.dora.id, idea, GOOD)
    db.session.commit()
    assert db.session.query(Promise).count() == 0
