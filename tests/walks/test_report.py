"""A report, the decision, and the answer when its author asks again: on both databases."""

import pytest
from flask import Flask

from participate.matching import engine
from tests.street import Street
from tests.walks.hands import Hands
from tests.walks.report import ReportWalk


def test_reported_hidden_and_taken_back(app: Flask, street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "LOOK_EVERY", 0.0)  # it looks at every question, not a few times a second
    people = {name: street.person(name) for name in ("amina", "chidi", "dora", "gita")}
    ready = {name: Hands(app.test_client().become(person)) for name, person in people.items()}
    ReportWalk(app, lambda name: ready.get(name) or Hands(app.test_client()), street.project.id, street.space.id).go()
