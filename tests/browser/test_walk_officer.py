"""A quarter for the committee, on a phone, with and without scripts; then on paper and in high contrast."""

from collections.abc import Callable

from playwright.sync_api import Browser

from tests.browser.chromium import PHONE
from tests.browser.hands import Thumb
from tests.browser.served import Served
from tests.browser.visit import Visitor
from tests.walks.officer import OfficerWalk

PAGES = ("/figures", "/figures/map", "/figures/ward/parsloes", "/figures/measure/people", "/figures/questions")


def test_from_the_overview_to_the_spreadsheet(own_site: Served, hands: Callable[[str], Thumb]) -> None:
    OfficerWalk(hands, lambda address: own_site.client("efua").get(address).data).go()


def test_the_report_on_paper(browser: Browser, served: Served) -> None:
    """What is only for a screen is gone, nothing is cut off, and the map and its table are there."""
    with Visitor(browser, served, "efua", viewport={"width": 794, "height": 1123}) as her:
        her.page.emulate_media(media="print")
        her.go("/figures/report")
        assert not her.page.locator(".nav").is_visible()
        assert not her.page.locator(".noprint").first.is_visible()
        assert her.page.locator(".tilemap svg").is_visible()
        assert her.sideways() == []
        paper = her.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        assert paper == "rgb(255, 255, 255)"


def test_the_pages_are_whole_without_colours(browser: Browser, served: Served) -> None:
    """In forced colours what is drawn stands out, and every ward can be reached by Tab, in the table."""
    with Visitor(browser, served, "efua", forced_colors="active", color_scheme="dark") as her:
        for path in PAGES:
            assert her.go(path) == 200
        her.go("/figures")
        drawn = her.page.locator(".drawn .chart").first
        line, words = drawn.locator("polyline, rect").first, drawn.locator(".lab").first
        ground = her.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        assert words.evaluate("each => getComputedStyle(each).fill") != ground
        assert line.evaluate("each => getComputedStyle(each).stroke") != ground
        her.go("/figures/map")
        assert her.page.locator("table a:visible").count() == 19
        assert her.page.locator(".tilemap a:not([tabindex='-1'])").count() == 0
        assert her.faults == []


def test_the_open_tab_is_in_sight_and_a_wide_table_shows_that_it_goes_on(browser: Browser, served: Served) -> None:
    """On a phone a line of tabs begins at the open one, and what is cut off at the edge is shaded there."""
    with Visitor(browser, served, "efua") as her:
        for path in ("/figures/how-we-count", "/figures/commitments", "/figures/compare"):
            her.go(path)
            box = her.page.locator(".tabs [aria-current]").bounding_box()
            assert box is not None
            assert box["x"] >= 0, path
            assert box["x"] + box["width"] <= PHONE["width"], path
        shade = her.page.evaluate("() => getComputedStyle(document.querySelector('.scroll')).backgroundAttachment")
        assert shade == "local, local, scroll, scroll"
