"""(b) Four weeks, one moved, one cancelled; (c) from the front page to a place; on a phone."""

from collections.abc import Callable

from tests.browser.hands import Thumb
from tests.browser.served import Served
from tests.walks.weeks import Weeks, come_once


def test_from_the_front_page_to_a_place_in_two_fields(hands: Callable[[str], Thumb]) -> None:
    place, fields = come_once(hands("hana"), "hana.novak@example.org")
    assert place.startswith("/come/")
    assert fields <= 3


def test_four_weeks_one_moved_one_cancelled(own_site: Served, hands: Callable[[str], Thumb]) -> None:
    Weeks(own_site.app, hands, own_site.ids["project_id"], own_site.ids["space_id"]).go()
