"""Telling a story with the secret link of a sign-up."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participate.accounts.models import Person
from participate.accounts.words import PersonKind, PersonStatus
from participate.core import clock
from participate.core.db import db
from participate.sessions.models import Session
from participate.stories.models import Story
from tests.page import PageClient
from tests.stories.making import SAID, came, link_of, past_session, signed_up
from tests.street import Street, person


def guest_who_came(street: Street) -> tuple[Person, Session, str]:
    """A guest, the session that she came to, and the address of her story."""
    guest, session = person("Hana Novak", kind=PersonKind.GUEST), past_session(street)
    held = signed_up(session, guest)
    came(session, guest)
    return guest, session, f"/come/{link_of(held)}/story"


def stories() -> list[Story]:
    db.session.rollback()
    return list(db.session.scalars(select(Story).order_by(Story.id)))


def test_a_guest_tells_changes_and_takes_away(street: Street, client: PageClient) -> None:
    guest, session, path = guest_who_came(street)
    assert "Tell the story" in client.get(path).text
    answer = client.send(path, SAID)
    [told] = stories()
    assert answer.headers["Location"] == f"/stories/{told.id}"
    assert (told.person_id, told.session_id, told.project_id) == (guest.id, session.id, street.project.id)
    page = client.get(f"/stories/{told.id}").text
    assert "told by Hana" in page
    assert "Novak" not in page
    assert 'value="Forty jars of jam"' in client.get(path).text
    client.send(path, SAID | {"title": "Fifty jars"})
    assert [each.title for each in stories()] == ["Fifty jars"]
    client.send(path, {"answer": "remove"})
    assert stories() == []


def test_looking_changes_nothing(street: Street, client: PageClient) -> None:
    *_who, path = guest_who_came(street)
    client.get(path, query_string=SAID | {"answer": "remove"})
    assert stories() == []


def test_the_page_keeps_its_secret(street: Street, client: PageClient) -> None:
    *_who, path = guest_who_came(street)
    for answer in (client.get(path), client.send(path, SAID | {"title": ""})):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("state", ["not there", "to come", "cancelled"])
def test_who_was_not_there_reads_why(street: Street, client: PageClient, state: str) -> None:
    guest = person("Hana Novak", kind=PersonKind.GUEST)
    session = past_session(street, -2 if state == "to come" else 2)
    path = f"/come/{link_of(signed_up(session, guest))}/story"
    if state != "not there":
        came(session, guest)
    if state == "cancelled":
        session.status, session.cancelled_at = "cancelled", clock.now()
    said = {"not there": "those who were there", "to come": "has not begun", "cancelled": "was cancelled"}[state]
    assert said in client.get(path).text
    assert client.send(path, SAID, page="/join").status_code == 409
    assert stories() == []


@pytest.mark.parametrize("token", ["1-" + "0" * 32, "x", "1", "1-", "-1", "%00", "9" * 300, "1-" + "é" * 32])
def test_a_bad_link_leads_nowhere(street: Street, client: PageClient, token: str) -> None:
    guest_who_came(street)
    assert client.get(f"/come/{token}/story").status_code == 404


@pytest.mark.parametrize("state", ["hidden", "suspended"])
def test_it_ends_with_its_session_and_its_person(street: Street, client: PageClient, state: str) -> None:
    guest, session, path = guest_who_came(street)
    if state == "hidden":
        session.hidden_at = clock.now()
    else:
        guest.status = PersonStatus.SUSPENDED
    assert client.get(path).status_code == 404


def test_wrong_words_come_back(street: Street, client: PageClient) -> None:
    *_who, path = guest_who_came(street)
    answer = client.send(path, SAID | {"words": "Ring 07700 900123"})
    assert answer.status_code == 422
    assert "leave phone numbers out" in answer.text
    assert 'value="Forty jars of jam"' in answer.text
    with clock.stop_at(clock.now() + timedelta(days=300)):
        assert client.get(path).status_code == 200
