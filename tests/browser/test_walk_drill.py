"""A drill is borrowed, waited for, back with a note, and the next told once; on a phone."""

from collections.abc import Callable

from tests.browser.hands import Thumb
from tests.browser.served import Served
from tests.walks.drill import Drill


def test_a_drill_goes_round(own_site: Served, hands: Callable[[str], Thumb]) -> None:
    Drill(own_site.app, hands).go()
