"""A suggestion answers back, and what we think can be switched off."""

import pytest
from flask import Flask

from participate.matching import engine
from tests.street import Street
from tests.walks.answers import Answering
from tests.walks.hands import Hands


def test_a_suggestion_answers_back(app: Flask, street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "LOOK_EVERY", 0.0)  # it looks at every question, not a few times a second
    Answering(app, lambda name: Hands(app.test_client().become(street.person(name)))).go()
