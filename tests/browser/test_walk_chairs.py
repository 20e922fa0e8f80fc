"""A wish for chairs, met by the second keeper who is asked: on a phone."""

from collections.abc import Callable

from tests.browser.hands import Thumb
from tests.browser.served import Served
from tests.walks.chairs import Chairs


def test_a_wish_for_chairs(own_site: Served, hands: Callable[[str], Thumb]) -> None:
    Chairs(own_site.app, hands).go()
