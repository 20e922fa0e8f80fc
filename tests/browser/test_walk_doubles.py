"""One neighbour known three times, on phones with scripts and without: made one, counted once, taken back."""

from collections.abc import Callable

from tests.browser.hands import Thumb
from tests.browser.served import Served
from tests.walks.doubles import Doubles


def test_known_three_times(own_site: Served, hands: Callable[[str], Thumb]) -> None:
    ids = own_site.ids
    Doubles(own_site.app, hands, int(ids["open_session_id"]), int(ids["project_id"]), int(ids["ward_id"])).go()
