"""A double yes and a no that nobody sees; on a phone."""

from collections.abc import Callable

from tests.browser.hands import Thumb
from tests.browser.served import Served
from tests.walks.double_yes import DoubleYes


def test_two_say_yes_and_another_says_no(own_site: Served, hands: Callable[[str], Thumb]) -> None:
    DoubleYes(own_site.app, hands).go()
