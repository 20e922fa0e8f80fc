"""Staff hide and restore what people made; it is noted, and nobody else meets it meanwhile."""

import pytest

from participate.audit import queries as audit
from participate.core.db import db
from participate.projects import queries, service
from participate.projects.queries import Near
from participate.projects.words import Shelf
from tests.projects.build import ask
from tests.street import Street


@pytest.mark.parametrize("kind", ["idea", "project", "need", "team_request"])
def test_hidden_and_back(street: Street, kind: str) -> None:
    thing = ask(street, street.chidi) if kind == "team_request" else getattr(street, kind)
    service.hide(street.dora.id, thing, "unkind")
    db.session.commit()
    assert thing.hidden_at is not None
    assert thing.hidden_because == "unkind"
    assert (audit.list_of(kind, thing.id)[0].verb, audit.list_of(kind, thing.id)[0].actor_id) == (
        "hidden",
        street.dora.id,
    )
    service.restore(street.dora.id, thing)
    db.session.commit()
    assert (thing.hidden_at, thing.hidden_because) == (None, "")
    assert audit.list_of(kind, thing.id)[0].verb == "restored"


def test_a_hidden_project_is_in_no_reader(street: Street) -> None:
    number, need = street.project.id, street.need.id
    assert queries.cards_of([number])
    assert queries.need_cards_of([need])
    service.hide(None, street.project, "x")
    db.session.commit()
    assert queries.cards_of([number]) == {}
    assert queries.need_cards_of([need]) == {}
    assert queries.list_projects(Shelf.NOW, None, None, Near(), 1).total == 0
    assert queries.list_projects_near([street.ward.id]) == []
    assert queries.list_needs_open().total == 0
    assert list(queries.projects_for_matching()) == []
    assert list(queries.needs_for_matching()) == []


def test_a_hidden_idea_is_in_no_reader(street: Street) -> None:
    assert queries.idea_cards_of([street.idea.id])
    assert [row.id for row in queries.ideas_for_matching()] == [street.idea.id]
    service.hide(None, street.idea, "x")
    db.session.commit()
    assert queries.idea_cards_of([street.idea.id]) == {}
    assert queries.list_ideas(1).total == 0
    assert queries.list_waiting(None, 1).total == 0
    assert list(queries.ideas_for_matching([street.idea.id])) == []
    assert [idea.id for idea in queries.list_of_author(street.chidi.id)] == [street.idea.id], "her own page has it"


def test_a_hidden_request_waits_for_nobody(street: Street) -> None:
    request = ask(street, street.chidi)
    assert queries.count_requests(street.project.id) == 1
    service.hide(None, request, "x")
    db.session.commit()
    assert queries.count_requests(street.project.id) == 0
    assert queries.list_requests(street.project.id, 1).total == 0
    assert queries.list_taking(street.amina.id)[0].waiting == 0
