"""A set for a stuck project: asked, mended when one says no, and on; on a phone."""

from collections.abc import Callable

from tests.browser.hands import Thumb
from tests.browser.served import Served
from tests.walks.assembling import Assembling


def test_three_are_asked_and_one_says_no(own_site: Served, hands: Callable[[str], Thumb]) -> None:
    Assembling(own_site.app, hands).go()
