"""A letter of the tests, and the folder where letters are laid."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import ChoiceLoader, DictLoader
from sqlalchemy import select

from participate.accounts.models import Person
from participate.core import mail
from participate.core.db import db, transaction
from participate.notifications.models import Sent
from participate.outbox import service as outbox
from tests.core import fake_smtp, fake_texts
from tests.core.fake_smtp import Post
from tests.core.fake_texts import Sender

RECEIPT_KEY = "receipts-" * 5

HELLO = {
    "mail/hello/subject.txt": "Hello\n  {{ name }}",
    "mail/hello/body.txt": (
        '{% extends "mail/_base.txt" %}{% block words %}Hello {{ person.first_name if person else "you" }}, '
        "come to {{ url_for('sessions.programme', _external=True) }}{% endblock %}"
        "{% block why %}you asked.{% endblock %}"
    ),
    "mail/hello/body.html": (
        '{% extends "mail/_base.html" %}{% block words %}<p>Hello {{ name }}</p>{% endblock %}'
        "{% block why %}you asked.{% endblock %}"
    ),
    "mail/hello/text.txt": "Hello {{ name }}. {{ url_for('sessions.programme', _external=True) }}\n",
}


@pytest.fixture
def hello(app: Flask) -> Iterator[None]:
    """The letter `hello` beside those of the house."""
    loader = app.jinja_env.loader
    app.jinja_env.loader = ChoiceLoader([DictLoader(HELLO), loader]) if loader else None
    yield
    app.jinja_env.loader = loader


@pytest.fixture
def laid(app: Flask) -> Iterator["Laid"]:
    """The letters on the local page, newest first; none at the start."""
    folder = app.extensions["settings"].data / "letters"
    made = Laid(folder)
    made.clear()
    yield made
    made.clear()


class Laid:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def clear(self) -> None:
        for file in self.folder.glob("*.json"):
            file.unlink()

    def all(self) -> list[mail.LaidLetter]:
        return mail.list_laid(self.folder)

    def only(self) -> mail.LaidLetter:
        [letter] = self.all()
        return letter


@pytest.fixture
def post(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Post:
    """A mail server that this site uses; it is there only within `fake_smtp.serving(post)`."""
    made = Post()
    with fake_smtp.serving(made):
        pass  # now it has a port
    monkeypatch.setitem(app.extensions, "settings", replace(app.extensions["settings"], smtp_url=made.url))
    return made


@pytest.fixture
def sender(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sender]:
    """A sender of texts that this site uses."""
    with fake_texts.serving(Sender()) as made:
        settings = replace(
            app.extensions["settings"], text_url=made.url, text_key=fake_texts.KEY, text_template=fake_texts.TEMPLATE,
            text_receipt_key=RECEIPT_KEY,
        )  # fmt: skip
        monkeypatch.setitem(app.extensions, "settings", settings)
        yield made


def promise_letter(person: Person, name: str = "hello", **more: object) -> None:
    """Promise one letter to somebody. `more`: what `promise` takes, and why, about, of, facts for the payload."""
    payload = {"name": name, "person_id": person.id, "facts": more.pop("facts", {"name": "neighbour"})}
    payload |= {key: more.pop(key) for key in ("why", "about", "of") if key in more}
    with transaction():
        outbox.promise("letter", payload, **more)  # type: ignore[arg-type]


def ledger(person: Person) -> list[tuple[str, str | None, str]]:
    """Her ledger, oldest first: outcome, way, why."""
    rows = db.session.scalars(select(Sent).where(Sent.person_id == person.id).order_by(Sent.id))
    return [(row.outcome.value, row.way.value if row.way else None, row.why.value) for row in rows]
