"""Ten Tuesdays in a neighbour's kitchen, the sixth taken; on a phone."""

from collections.abc import Callable

from tests.browser.hands import Thumb
from tests.browser.served import Served
from tests.walks.kitchen import Kitchen


def test_ten_tuesdays_in_a_kitchen(own_site: Served, hands: Callable[[str], Thumb]) -> None:
    Kitchen(own_site.app, hands, own_site.ids["ward_id"]).go()
