"""Letters that were promised: to whom, which way, once, and what happens when they cannot go."""

import smtplib
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from participate.accounts.models import Person
from participate.core import clock, mail
from participate.core.db import db, transaction
from participate.notifications import queries
from participate.notifications.models import Sent
from participate.notifications.service import posting
from participate.notifications.words import Outcome, Way
from participate.outbox import rules, service
from participate.outbox.models import Promise
from tests.notifications.conftest import Laid
from tests.street import NOON, Street

pytestmark = pytest.mark.usefixtures("hello")


def promise_hello(person_id: int) -> None:
    with transaction():
        service.promise("letter", {"name": "hello", "person_id": person_id, "facts": {"name": "neighbour"}})


def outcome() -> str:
    return db.session.scalars(select(Promise.outcome)).one()


def test_a_person_with_an_address_gets_a_mail(street: Street, laid: Laid) -> None:
    promise_hello(street.chidi.id)
    service.run_due()
    letter = laid.only()
    assert (letter.channel, letter.to, letter.subject) == ("mail", "chidi@example.org", "Hello neighbour")
    assert "Hello Chidi, come to http://127.0.0.1:8000/programme" in letter.body
    assert "Why you get this: you asked." in letter.body
    assert "<p>Hello neighbour</p>" in letter.html
    assert "http://127.0.0.1:8000" in letter.html
    assert outcome() == "done"


def test_a_person_with_only_a_number_gets_a_text(street: Street, laid: Laid) -> None:
    with transaction():
        chidi = db.session.get_one(Person, street.chidi.id)
        chidi.email, chidi.phone = None, "+447700900123"
    promise_hello(street.chidi.id)
    service.run_due()
    letter = laid.only()
    assert (letter.channel, letter.to, letter.html) == ("text", "+447700900123", "")
    assert letter.body == "Hello neighbour. http://127.0.0.1:8000/programme"


@pytest.mark.parametrize("who", ["femi", "nobody"])
def test_nobody_writes_to_the_suspended_or_the_gone(street: Street, laid: Laid, who: str) -> None:
    promise_hello(street.femi.id if who == "femi" else 10**9)
    service.run_due()
    assert laid.all() == []
    assert outcome() == "done"


def test_a_contact_without_a_person(app: Flask, laid: Laid) -> None:
    facts = {"name": "hello", "channel": "mail", "to": "new@example.org", "facts": {"name": "stranger"}}
    with transaction():
        service.promise("letter.to_contact", facts)
    service.run_due()
    assert laid.only().to == "new@example.org"
    assert "Hello you, come" in laid.only().body


def test_the_key_of_a_letter_is_the_same_at_every_try(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    keys: list[str] = []

    def fail(letter: mail.Letter) -> None:
        keys.append(letter.key)
        raise smtplib.SMTPDataError(451, b"not now")

    monkeypatch.setattr(posting, "send", fail)
    promise_hello(street.chidi.id)
    promise_hello(street.amina.id)
    service.run_due()
    with clock.stop_at(NOON + rules.FIRST_WAIT):
        service.run_due()
    assert len(keys) == 4
    assert keys[:2] == keys[2:]
    assert len(set(keys)) == 2


def test_a_failed_letter_goes_when_the_server_is_back(
    street: Street, laid: Laid, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as down:
        down.setattr(posting, "send", lambda letter: (_ for _ in ()).throw(TimeoutError()))
        promise_hello(street.chidi.id)
        service.run_due()
    assert (laid.all(), outcome()) == ([], "TimeoutError")
    with clock.stop_at(NOON + rules.FIRST_WAIT):
        service.run_due()
    assert laid.only().to == "chidi@example.org"


@pytest.mark.parametrize(("code", "expected"), [(550, "done"), (450, "SMTPRecipientsRefused")])
def test_what_the_server_says_about_an_address(
    street: Street, monkeypatch: pytest.MonkeyPatch, code: int, expected: str
) -> None:
    def refuse(letter: mail.Letter) -> None:
        raise smtplib.SMTPRecipientsRefused({letter.to: (code, b"no")})

    monkeypatch.setattr(posting, "send", refuse)
    promise_hello(street.chidi.id)
    service.run_due()
    assert outcome() == expected


def test_where_nobody_sends_texts_the_hub_rings(
    app: Flask, street: Street, laid: Laid, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = replace(app.extensions["settings"], smtp_url="smtp://localhost")
    monkeypatch.setitem(app.extensions, "settings", settings)
    with transaction():
        db.session.get_one(Person, street.chidi.id).email = None
        db.session.get_one(Person, street.chidi.id).phone = "+447700900123"
    promise_hello(street.chidi.id)
    service.run_due()
    assert outcome() == "done"
    [call] = queries.list_calls(street.hub.id).items
    assert (call.person_id, call.letter, call.hub_id) == (street.chidi.id, "hello", street.hub.id)
    line = db.session.scalars(select(Sent)).one()
    assert (line.outcome, line.way) == (Outcome.CALL_LIST, Way.CALL)


def test_no_transaction_is_open_while_a_letter_goes(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail server that never answers must not hold the database."""
    open_then: list[bool] = []
    monkeypatch.setattr(posting, "send", lambda letter: open_then.append(db.session().in_transaction()))
    promise_hello(street.chidi.id)
    service.run_due()
    assert open_then == [False]


def test_a_letter_is_never_in_the_log(
    street: Street, laid: Laid, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(letter: mail.Letter) -> None:
        raise OSError(f"cannot reach {letter.to}")

    monkeypatch.setattr(posting, "send", fail)
    promise_hello(street.chidi.id)
    service.run_due()
    said = capsys.readouterr()
    assert "promise failed" in said.out + said.err
    assert "chidi" not in said.out + said.err
