"""Short notes of a team on its project's page."""

from datetime import timedelta

import pytest

from participate.accounts.words import PersonStatus
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotAllowed
from participate.projects import queries, service
from participate.projects.models import Update
from participate.projects.rules.team import NotInTeam
from tests.page import PageClient
from tests.projects.build import build_elsewhere
from tests.statements import count_statements
from tests.street import CAST, NOON, Street

TEAM = ("amina", "bilal")


def base(street: Street) -> str:
    return f"/projects/{street.project.id}"


def write(street: Street, words: str = "The beds are built.", by: str = "bilal", hours: int = 0) -> Update:
    with clock.stop_at(NOON + timedelta(hours=hours)):
        update = service.add_update(getattr(street, by).id, street.project, words)
    db.session.commit()
    return update


@pytest.mark.parametrize("name", CAST)
def test_everybody_reads_and_the_team_writes(street: Street, client: PageClient, name: str) -> None:
    write(street)
    client.become(street.person(name))
    for path in (base(street), f"{base(street)}/updates"):
        page = client.get(path).text
        assert "The beds are built." in page
        assert ("Write a short note" in page) is (name in TEAM)
    out = name in ("stranger", "femi")
    assert client.get(f"{base(street)}/updates/new").status_code == (200 if name in TEAM else 303 if out else 403)
    page = f"{base(street)}/updates/new" if name in TEAM else "/ideas/new" if out else "/projects/new"
    answer = client.send(f"{base(street)}/updates/new", {"words": "Beans!"}, page=page)
    assert answer.status_code == (303 if name in TEAM else 403)
    assert db.session.query(Update).count() == (2 if name in TEAM else 1)


@pytest.mark.parametrize("name", CAST)
def test_only_its_writer_takes_it_away(street: Street, client: PageClient, name: str) -> None:
    update = write(street)
    page = "/ideas/new" if name in ("stranger", "femi") else "/projects/new"
    answer = client.become(street.person(name)).send(f"/updates/{update.id}/remove", page=page)
    assert answer.status_code == (303 if name == "bilal" else 403)
    assert db.session.query(Update).count() == (0 if name == "bilal" else 1)


def test_the_newest_three_and_the_older_on_their_page(street: Street, client: PageClient) -> None:
    for number in range(3):
        write(street, f"Note number {number}", hours=number)
    assert "Older notes" not in client.get(base(street)).text
    write(street, "The newest note", hours=9)
    page = client.get(base(street)).text
    assert "Older notes" in page
    assert page.index("The newest note") < page.index("Note number 2") < page.index("Note number 1")
    assert "Note number 0" not in page
    assert "Note number 0" in client.get(f"{base(street)}/updates").text


def test_they_are_paged(street: Street, client: PageClient) -> None:
    for number in range(25):
        write(street, f"Note number {number}", hours=number)
    client.become(street.chidi).get(f"{base(street)}/updates")
    with count_statements() as counted:
        page = client.get(f"{base(street)}/updates").text
    assert counted.number <= 10, counted.texts
    assert "1 to 20 of 25" in page
    assert "Note number 0<" in client.get(f"{base(street)}/updates?page=2").text
    assert "No notes here" in client.get(f"{base(street)}/updates?page=9").text


@pytest.mark.parametrize("words", ["", "  ", "x" * 281, "x" * 10_000, "a\x00b"])
def test_what_is_wrong_is_said(street: Street, client: PageClient, words: str) -> None:
    answer = client.become(street.amina).send(f"{base(street)}/updates/new", {"words": words})
    assert answer.status_code == 422
    assert 'id="words-error"' in answer.text
    assert db.session.query(Update).count() == 0


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "سبت", "🌱 beans"])
def test_words_are_words(street: Street, client: PageClient, words: str) -> None:
    client.become(street.amina).send(f"{base(street)}/updates/new", {"words": words})
    assert db.session.query(Update.words).scalar() == words
    assert "<script>alert" not in client.get(base(street)).text


def test_hidden_and_suspended_are_out_of_sight(street: Street, client: PageClient) -> None:
    update = write(street)
    service.hide(street.dora.id, update, "x")
    assert "The beds are built." not in client.get(base(street)).text
    service.restore(street.dora.id, update)
    assert "The beds are built." in client.get(base(street)).text
    street.bilal.status = PersonStatus.SUSPENDED
    assert "The beds are built." not in client.get(base(street)).text


def test_it_is_reported_and_hidden_by_staff(street: Street, client: PageClient) -> None:
    update = write(street)
    assert f'href="/report/update/{update.id}"' in client.get(base(street)).text
    assert client.get(f"/report/update/{update.id}").status_code == 200


def test_the_rules_hold_below_the_page(street: Street) -> None:
    with pytest.raises(NotInTeam):
        service.add_update(street.chidi.id, street.project, "x")
    with pytest.raises(NotAllowed):
        service.remove_update(street.amina.id, write(street))
    assert [note.by for note in queries.list_newest_notes(street.project.id)] == ["Bilal"]


def test_elsewhere_there_are_none(street: Street, client: PageClient) -> None:
    other = build_elsewhere()
    assert client.get(f"/projects/{other.id}/updates").status_code == 404
    assert client.get("/projects/999/updates").status_code == 404
    assert client.become(street.amina).send("/updates/999/remove", page="/projects/new").status_code == 404
