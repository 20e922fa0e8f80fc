"""A suggestion answers back, and what we think can be switched off; on a phone."""

from collections.abc import Callable

import pytest

from participate.matching import engine
from tests.browser.hands import Thumb
from tests.browser.served import Served
from tests.walks.answers import Answering


def test_a_suggestion_answers_back(
    own_site: Served, hands: Callable[[str], Thumb], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LOOK_EVERY", 0.0)  # it looks at every question, not a few times a second
    Answering(own_site.app, hands).go()
