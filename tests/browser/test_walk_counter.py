"""A person with no phone, entirely through the desk, in Chromium."""

from collections.abc import Callable

from tests.browser.hands import Thumb
from tests.browser.served import Served
from tests.walks.counter import Counter


def test_nobody_needs_a_phone(own_site: Served, hands: Callable[[str], Thumb]) -> None:
    ids = own_site.ids
    Counter(own_site.app, hands, int(ids["open_session_id"]), int(ids["project_id"])).go()
