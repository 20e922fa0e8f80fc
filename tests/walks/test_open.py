"""In the open: from a suggestion to a figure."""

import pytest
from flask import Flask

from participate.matching import engine
from tests.street import Street
from tests.walks.hands import Hands
from tests.walks.open import InTheOpen


def test_from_a_suggestion_to_a_figure(app: Flask, street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "LOOK_EVERY", 0.0)  # it looks at every question, not a few times a second
    InTheOpen(app, lambda name: Hands(app.test_client().become(street.person(name)))).go()
