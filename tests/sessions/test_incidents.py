"""A note of what went wrong: half a minute from check-in; the hub's staff and whoever wrote it read it, nobody else."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participate.accounts.words import Role
from participate.core import clock
from participate.core.db import db
from participate.outbox.models import Promise
from participate.sessions import queries, service
from participate.sessions.models import Incident, Session
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, NOON, Street, give, person

NOTED = {"words": "A chair broke under Mr Brown.", "told": "Dora", "follow_up": "Mend it", "by": "1"}


def held(street: Street) -> Session:
    return db.session.get_one(Session, street.session.id)


def noted(street: Street, words: str = "A chair broke.", by: int | None = 0) -> Incident:
    day = None if by is None else clock.today() + timedelta(days=by)
    made = service.note_incident(street.amina.id, held(street), words, "", "", day)
    db.session.commit()
    return made


def test_the_host_writes_it_down_from_check_in(client: PageClient, street: Street) -> None:
    page = f"/sessions/{street.session.id}/incidents/new"
    client.become(street.amina)
    assert f'href="{page}"' in client.get(f"/sessions/{street.session.id}/check-in").text
    answer = client.send(page, NOTED)
    (made,) = db.session.scalars(select(Incident)).all()
    assert answer.headers["Location"] == f"/incidents/{made.id}"
    assert (made.words, made.told, made.follow_up) == (NOTED["words"], "Dora", "Mend it")
    assert made.follow_by == clock.today() + timedelta(days=1)
    text = client.get(f"/incidents/{made.id}").text
    assert "A chair broke under Mr Brown." in text
    assert "It is put right" not in text, "that is for the hub to say"


def test_the_staff_of_the_hub_hear_that_something_was_noted_not_what(street: Street) -> None:
    made = noted(street, "A chair broke under Mr Brown.")
    (promise,) = db.session.scalars(select(Promise).where(Promise.name == "letter"))
    assert promise.payload["person_id"] == street.dora.id
    assert promise.payload["facts"]["id"] == made.id
    assert "Brown" not in str(promise.payload)


@pytest.mark.parametrize("name", CAST)
def test_who_may(client: PageClient, street: Street, name: str) -> None:
    made = noted(street)
    client.become(street.person(name))
    out = name in ("stranger", "femi")
    staff = name in ("dora", "gita")
    reads = staff or name == "amina"
    assert client.get(f"/incidents/{made.id}").status_code == (200 if reads else 303 if out else 404)
    assert client.get("/incidents").status_code == (200 if staff else 303 if out else 404)
    new = client.get(f"/sessions/{street.session.id}/incidents/new").status_code
    assert new == (200 if reads else 303 if out else 403)
    token = client.token(f"/report/space/{street.space.id}")
    for path in ("done", "open"):
        answer = client.post(f"/incidents/{made.id}/{path}", data={"csrf_token": token}).status_code
        assert answer == (303 if staff else 403 if out else 404)


def test_the_staff_of_another_hub_read_nothing(client: PageClient, street: Street) -> None:
    made = noted(street)
    other = person("Olu Bello")
    give(other, Role.STAFF, "hub:999")
    client.become(other)
    assert client.get(f"/incidents/{made.id}").status_code == 404
    assert "Nothing waits here" in client.get("/incidents").text
    assert client.send(f"/incidents/{made.id}/done", page=f"/report/space/{street.space.id}").status_code == 404


def test_it_is_put_right_and_opened_again(client: PageClient, street: Street) -> None:
    made = noted(street)
    client.become(street.dora)
    for path, done in (("done", True), ("done", True), ("open", False)):
        assert client.send(f"/incidents/{made.id}/{path}", page=f"/incidents/{made.id}").status_code == 303
        db.session.refresh(made)
        assert (made.done_at is not None) is done


@pytest.mark.parametrize("words", ["", "   ", "x" * 10_000, "a\x00b"])
def test_what_cannot_be_kept_is_said_beside_its_field(client: PageClient, street: Street, words: str) -> None:
    answer = client.become(street.amina).send(f"/sessions/{street.session.id}/incidents/new", NOTED | {"words": words})
    assert answer.status_code == 422
    assert 'value="Mend it"' in answer.text
    assert db.session.scalars(select(Incident)).all() == []


def test_first_what_is_due_first_in_few_statements(client: PageClient, street: Street) -> None:
    ids = {by: noted(street, by=by).id for by in (3, None, 0, 1)}
    assert [each.id for each in queries.list_open_incidents(street.hub.id)] == [ids[0], ids[1], ids[3], ids[None]]
    assert queries.list_open_incidents(999) == []
    assert len(queries.list_open_incidents(None)) == 4
    for _each in range(25):
        noted(street)
    client.become(street.dora)
    client.get("/incidents")
    with count_statements() as counted:
        page = client.get("/incidents").text
    assert counted.number <= 12
    assert "1 to 20 of 29" in page


def test_what_is_done_is_forgotten_after_three_years(street: Street) -> None:
    open_one, done = noted(street), noted(street)
    service.finish_incident(street.dora.id, done)
    db.session.commit()
    with clock.stop_at(NOON + timedelta(days=4 * 365)):
        service.forget_incidents()
    assert db.session.scalars(select(Incident.id)).all() == [open_one.id]


def test_who_hosts_nothing_soon_is_listed_and_what_runs_out(street: Street) -> None:
    found = held(street)
    assert queries.list_hostless(street.hub.id) == []
    found.host_id = street.femi.id
    db.session.commit()
    assert [each.id for each in queries.list_hostless(street.hub.id)] == [found.id], "a suspended host is none"
    found.host_id = None
    assert [each.id for each in queries.list_hostless(None)] == [found.id]
    assert queries.list_hostless(999) == []
    found.starts_at, found.ends_at = NOON + timedelta(days=20), NOON + timedelta(days=21)
    assert queries.list_hostless(None) == []
