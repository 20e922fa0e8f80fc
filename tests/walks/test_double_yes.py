"""A double yes; and a no that nobody sees, looked for in every page that anybody can open, and in the letters."""

import re

import pytest
from flask import Flask

from participate.core import mail
from participate.core.db import db
from participate.introductions import queries, service
from participate.introductions.words import Said
from participate.outbox import service as outbox
from tests.page import PageClient
from tests.samples import crawl, ids_of
from tests.street import Street
from tests.walks.double_yes import DoubleYes
from tests.walks.hands import Hands

NEW_EACH_TIME = re.compile(r'name="csrf_token" value="[^"]+"|\bReference:? \w+|[0-9a-f]{8}(?=</code>)|DTSTAMP:\w+')
LEAST_PAGES = 150
OF_IT = ("introductions", "notifications", "desk")


def test_two_say_yes_and_another_says_no(app: Flask, street: Street) -> None:
    people = {name: street.person(name) for name in ("amina", "bilal", "chidi")}
    DoubleYes(app, lambda name: Hands(app.test_client().become(people.get(name)))).go()


def everything(app: Flask, client: PageClient, ids: dict[str, object]) -> dict[str, str]:
    """Path → what stands there for this browser, whatever the answer is."""
    return {each.path: look(client, each.path) for each in crawl(app, ids, always=OF_IT)}


def look(client: PageClient, path: str) -> str:
    """What stands there, without the tokens of its forms."""
    answer = client.get(path)
    words = answer.text if answer.mimetype.startswith("text/") or answer.is_json else str(len(answer.data))
    return f"{answer.status_code} {NEW_EACH_TIME.sub('', words)}"


def letters(app: Flask, address: str) -> list[str]:
    """Everything that lies there for an address, after the worker ran."""
    outbox.run_due()
    db.session.commit()
    laid = mail.list_laid(app.extensions["settings"].data / "letters", 500)
    return [f"{each.subject}\n{each.body}" for each in laid if each.to == address]


@pytest.mark.parametrize("reader", ["chidi", "amina"])
def test_a_no_is_nowhere(app: Flask, street: Street, reader: str) -> None:
    """Chidi asked Bilal, or Amina brings Bilal and Chidi together, who has said yes. Bilal says no: each page and
    letter of Chidi, and of the host, is letter for letter what it was."""
    ids = ids_of(street)
    made = _asked(street, reader)
    ids["introduction_id"] = made.id
    client: PageClient = app.test_client().become(street.person(reader))  # type: ignore[attr-defined]
    mails = letters(app, f"{reader}@example.org")
    everything(app, client, ids)  # what her own looking around notes of suggestions is noted then
    before = everything(app, client, ids)
    service.answer(street.bilal.id, queries.get_introduction(made.id), Said.NO)
    db.session.commit()
    after = everything(app, client, ids)
    differ = [path for path in before if before[path] != after[path]]
    assert [path for path in differ if look(client, path) == look(client, path)] == []  # the rest: new each time
    assert letters(app, f"{reader}@example.org") == mails
    assert len(before) >= LEAST_PAGES
    assert "baking bread" in before[f"/introductions/{made.id}"]


def test_a_yes_is_somewhere(app: Flask, street: Street) -> None:
    """The control: the same look finds a yes."""
    ids = ids_of(street)
    made = _asked(street, "chidi")
    ids["introduction_id"] = made.id
    client: PageClient = app.test_client().become(street.chidi)  # type: ignore[attr-defined]
    path = f"/introductions/{made.id}"
    before, mails = client.get(path).text, letters(app, "chidi@example.org")
    service.answer(street.bilal.id, queries.get_introduction(made.id), Said.YES)
    db.session.commit()
    assert client.get(path).text != before
    assert len(letters(app, "chidi@example.org")) == len(mails) + 1


def _asked(street: Street, reader: str):  # type: ignore[no-untyped-def]
    if reader == "chidi":
        made = service.ask(street.chidi.id, street.bilal.id, "baking bread", 30)
    else:
        made = service.introduce(street.amina.id, street.bilal.id, street.chidi.id, "baking bread", 30)
        service.answer(street.chidi.id, made, Said.YES)
    db.session.commit()
    return made
