"""A report, the decision, and the answer when its author asks again: on a phone, with and without scripts."""

from collections.abc import Callable

import pytest

from participate.matching import engine
from tests.browser.hands import Thumb
from tests.browser.served import Served
from tests.walks.report import ReportWalk


def test_reported_hidden_and_taken_back(
    own_site: Served, hands: Callable[[str], Thumb], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LOOK_EVERY", 0.0)  # it looks at every question, not a few times a second
    ids = own_site.ids
    ReportWalk(own_site.app, hands, int(ids["project_id"]), int(ids["space_id"])).go()
