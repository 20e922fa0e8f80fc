"""A partner meets a need, and a mission counts: on a phone."""

from collections.abc import Callable

from tests.browser.hands import Thumb
from tests.browser.served import Served
from tests.walks.partner import Partner


def test_a_partner_and_a_mission(own_site: Served, hands: Callable[[str], Thumb]) -> None:
    ids = (own_site.ids[name] for name in ("organisation_id", "project_id", "need_id"))
    Partner(own_site.app, hands, *ids).go()
