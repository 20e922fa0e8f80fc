"""(a) From an idea to a recipe that is started in another ward, on a phone, with and without scripts."""

from collections.abc import Callable

from tests.browser.hands import Thumb
from tests.browser.served import Served
from tests.walks.way import Way


def test_from_an_idea_to_a_recipe_in_another_ward(own_site: Served, hands: Callable[[str], Thumb]) -> None:
    ids = own_site.ids
    Way(own_site.app, hands, ids["ward_id"], ids["other_ward_id"], ids["space_id"]).go()
