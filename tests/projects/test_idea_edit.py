"""Other words for one's own idea."""

import pytest

from participate.audit import queries as audit
from participate.core.db import db
from participate.projects import service
from participate.projects.words import IdeaStatus
from tests.page import PageClient
from tests.projects.build import build_idea
from tests.street import CAST, Street


@pytest.mark.parametrize("name", CAST)
def test_only_its_author(street: Street, client: PageClient, name: str) -> None:
    path = f"/ideas/{street.idea.id}/edit"
    answer = client.become(street.person(name)).get(path)
    signed_out = name in ("stranger", "femi")
    assert answer.status_code == (200 if name == "chidi" else 303 if signed_out else 403)
    if name != "chidi":
        refused = client.send(path, {"words": "Mine now"}, page="/ideas/new")
        assert refused.status_code == 403
        assert "bench" in street.idea.words


def test_it_changes(street: Street, client: PageClient) -> None:
    path = f"/ideas/{street.idea.id}/edit"
    assert "bus stop?</textarea>" in client.become(street.chidi).get(path).text
    answer = client.send(path, {"words": "Two benches"})
    assert answer.headers["Location"] == f"/ideas/{street.idea.id}"
    db.session.refresh(street.idea)
    assert street.idea.words == "Two benches"
    assert audit.list_of("idea", street.idea.id)[0].verb == "changed"


@pytest.mark.parametrize(("typed", "kept"), [("", ""), ("x" * 601, "x" * 601), ("A\x00bench", "Abench")])
def test_what_is_wrong_is_said_and_the_words_kept(street: Street, client: PageClient, typed: str, kept: str) -> None:
    answer = client.become(street.chidi).send(f"/ideas/{street.idea.id}/edit", {"words": typed})
    assert answer.status_code == 422
    assert 'id="words-error"' in answer.text
    assert f"{kept}</textarea>" in answer.text


def test_not_once_it_is_a_project(street: Street, client: PageClient) -> None:
    idea = build_idea(street, status=IdeaStatus.PROJECT)
    assert client.become(street.bilal).get(f"/ideas/{idea.id}/edit").status_code == 403


def test_its_author_still_reaches_a_hidden_one(street: Street, client: PageClient) -> None:
    service.hide(street.dora.id, street.idea, "It names a neighbour")
    path = f"/ideas/{street.idea.id}/edit"
    assert client.become(street.chidi).get(path).status_code == 200
    assert client.become(street.bilal).get(path).status_code == 404
