"""What a first visit on a poor connection costs: bytes on the wire and requests, with nothing kept from before."""

from playwright.sync_api import Browser, Request

from tests.browser.served import Served
from tests.browser.visit import Visitor

MOST_BYTES = 60 * 1024
MOST_OF_THE_PAGE = 40 * 1024
MOST_REQUESTS = 8


def test_the_front_page_is_light(browser: Browser, served: Served) -> None:
    asked: list[Request] = []
    with Visitor(browser, served) as her:
        her.page.on("requestfinished", lambda request: asked.append(request))
        her.go("/")
        her.page.wait_for_load_state("networkidle")
        sizes = {each.url.split("?")[0]: _size(each) for each in asked}
        assert len(asked) <= MOST_REQUESTS, sorted(sizes)
        assert sum(sizes.values()) <= MOST_BYTES, sizes
        assert sizes[served.address + "/"] <= MOST_OF_THE_PAGE
        assert her.faults == []


def _size(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]
