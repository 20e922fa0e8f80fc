"""In the open: from a suggestion to a figure; on a phone."""

from collections.abc import Callable

import pytest

from participate.matching import engine
from tests.browser.hands import Thumb
from tests.browser.served import Served
from tests.walks.open import InTheOpen


def test_from_a_suggestion_to_a_figure(
    own_site: Served, hands: Callable[[str], Thumb], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LOOK_EVERY", 0.0)  # it looks at every question, not a few times a second
    InTheOpen(own_site.app, hands).go()
