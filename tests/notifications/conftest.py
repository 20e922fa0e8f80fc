"""A letter of the tests, and the folder where letters are laid."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import ChoiceLoader, DictLoader

from participate.core import mail

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
