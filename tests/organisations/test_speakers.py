"""Who speaks for a partner."""

import pytest

from participate.audit import queries as audit
from participate.core.db import db
from participate.organisations import queries, service
from tests.page import PageClient
from tests.street import CAST, Street, person


def path(street: Street) -> str:
    return f"/organisations/{street.organisation.id}/people"


@pytest.mark.parametrize("name", CAST)
def test_only_staff(street: Street, client: PageClient, name: str) -> None:
    answer = client.become(street.person(name)).get(path(street))
    may = name in ("dora", "gita")
    assert answer.status_code == (200 if may else 303 if name in ("stranger", "femi") else 404)
    assert ("Bilal Sheikh" in answer.text) is may


def test_somebody_is_named(street: Street, client: PageClient) -> None:
    answer = client.become(street.dora).send(path(street), {"email": "Chidi@Example.org "})
    assert answer.status_code == 303
    assert "Chidi speaks for them now." in client.get(path(street)).text
    assert queries.ids_spoken_for(street.chidi.id) == {street.organisation.id}
    assert audit.list_of("organisation", street.organisation.id)[0].verb == "named speaker"
    client.send(path(street), {"email": "chidi@example.org"})  # twice is once
    assert [member.person.first_name for member in queries.list_speakers(street.organisation.id)] == ["Bilal", "Chidi"]
    assert client.become(street.chidi).get(f"/organisations/{street.organisation.id}/edit").status_code == 200


@pytest.mark.parametrize(
    "typed", ["", "nobody@example.org", "chidi", "x" * 10_000, "a\x00b", "🍞", "<script>", "femi@example.org"]
)
def test_nobody_known(street: Street, client: PageClient, typed: str) -> None:
    answer = client.become(street.dora).send(path(street), {"email": typed})
    assert answer.status_code == 422
    assert 'id="email-error"' in answer.text
    assert len(queries.list_speakers(street.organisation.id)) == 1


def test_two_people_at_one_address(street: Street, client: PageClient) -> None:
    other = person("Chika Okafor", street.ward)
    other.email = "chidi@example.org"
    db.session.commit()
    answer = client.become(street.dora).send(path(street), {"email": "chidi@example.org"})
    assert answer.status_code == 422
    assert "Chidi Okafor" in answer.text
    assert "Chika Okafor" in answer.text
    client.send(path(street), {"email": "chidi@example.org", "person": str(other.id)})
    assert queries.ids_spoken_for(other.id) == {street.organisation.id}
    assert queries.ids_spoken_for(street.chidi.id) == frozenset()


def test_somebody_else_cannot_be_slipped_in(street: Street, client: PageClient) -> None:
    other = person("Chika Okafor", street.ward)
    other.email = "chidi@example.org"
    db.session.commit()
    answer = client.become(street.dora).send(
        path(street), {"email": "chidi@example.org", "person": str(street.efua.id)}
    )
    assert answer.status_code == 422
    assert queries.ids_spoken_for(street.efua.id) == frozenset()


@pytest.mark.parametrize("name", CAST)
def test_who_may_take_it_back(street: Street, client: PageClient, name: str) -> None:
    may = name in ("dora", "gita")
    client.become(street.person(name))
    remove = f"{path(street)}/{street.bilal.id}/remove"
    if name in ("stranger", "femi"):
        assert client.post(remove).status_code in (400, 403)
    else:
        assert client.send(remove, page=path(street) if may else "/spaces/new").status_code == (303 if may else 404)
    assert bool(queries.ids_spoken_for(street.bilal.id)) is not may


def test_taking_back_what_was_not_given_changes_nothing(street: Street, client: PageClient) -> None:
    before = len(audit.list_of("organisation", street.organisation.id))
    service.unname_speaker(street.dora.id, street.organisation, street.efua.id)
    assert len(audit.list_of("organisation", street.organisation.id)) == before
