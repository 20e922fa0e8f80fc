"""On a phone: an idea that is there already, while she types and without scripts; and a thought of the hub's staff."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.served import Served
from tests.browser.visit import Visitor

MEND = "Wouldn’t it be good if we sat down together to mend a torn coat?"


def test_what_is_there_appears_while_she_types(browser: Browser, served: Served) -> None:
    with Visitor(browser, served, "bilal") as her:
        her.go("/ideas/new")
        her.page.locator("#words").press_sequentially(MEND, delay=5)
        found = her.page.locator("#projects-idea-already")
        expect(found.get_by_role("heading", name="Mend Club")).to_be_visible()
        expect(her.page.locator("#status")).to_contain_text("about the same")
        assert her.page.locator("#words").input_value() == MEND
        assert "mend" not in her.page.url
        assert her.axe() == []
        her.page.locator("#words").fill("zxqv")
        expect(found.get_by_role("heading")).to_have_count(0)
        her.page.locator("#words").fill(MEND)
        found.get_by_role("link", name="Join this instead").click()
        expect(her.page).to_have_url(re.compile("/help$"))
        assert her.faults == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_she_sends_hers_all_the_same(browser: Browser, own_site: Served, scripts: bool) -> None:
    with Visitor(browser, own_site, "bilal", java_script_enabled=scripts) as her:
        her.go("/ideas/new")
        her.page.locator("#words").fill(MEND)
        if scripts:
            expect(her.page.locator("#already")).to_be_visible()
            her.page.get_by_role("button", name="Send it to the hub").click()
        else:
            her.page.get_by_role("button", name="Send it to the hub").click()
            expect(her.page.get_by_text("Look below first")).to_be_visible()
            her.page.get_by_role("button", name="Send mine all the same").click()
        expect(her.page.get_by_text("Your idea is at the hub now")).to_be_visible()
        assert her.faults == []


def test_the_hub_thinks_of_a_neighbour(browser: Browser, own_site: Served) -> None:
    with Visitor(browser, own_site, "dora") as dora:
        dora.go("/people/by-hand")
        dora.page.locator("#words").fill("Chidi")
        dora.page.get_by_role("button", name="Find").click()
        dora.page.get_by_role("link", name="Choose").first.click()
        dora.page.locator("#words").fill("mending coats")
        dora.page.get_by_role("button", name="Find").click()
        dora.page.get_by_text("Project: Mend Club").click()
        assert dora.axe() == []
        dora.page.get_by_role("button", name="Keep it").click()
        expect(dora.page.get_by_text("Chidi finds it under For you")).to_be_visible()
        assert dora.faults == []
    with Visitor(browser, own_site, "chidi") as chidi:
        chidi.go("/for-you")
        first = chidi.page.locator("article.card").first
        expect(first).to_contain_text("Dora at the hub thinks of you for this")
        first.get_by_text("Not for me").click()
        first.get_by_role("button", name="Not my thing").click()
        expect(chidi.page.get_by_text("thinks of you for this")).to_have_count(0)
        assert chidi.faults == []
