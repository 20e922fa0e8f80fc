"""Worried, on a phone without scripts: told, read by one, looked after. Away in a hurry, with scripts or without."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser
from sqlalchemy import select

from participate.accounts.models import Person
from participate.core.db import db
from tests.browser.hands import Thumb
from tests.browser.served import Served
from tests.browser.visit import Visitor
from tests.page import PageClient
from tests.walks.worry import WorryWalk

ELSEWHERE = "https://www.bbc.co.uk/weather"


@pytest.fixture
def lead_id(own_site: Served) -> int:
    """Halima, who looks after worries; she can sign in like the others."""
    with own_site.app.app_context():
        halima = db.session.scalars(select(Person).where(Person.name == "Halima Yusuf")).one()
        own_site.cookies["halima"] = _cookie(own_site.app, halima)
        return halima.id


def _cookie(app: Flask, person: Person) -> str:
    client: PageClient = app.test_client()  # type: ignore[assignment]
    kept = client.become(person).get_cookie("session")
    return kept.value if kept else ""


@pytest.fixture
def bare_hands(browser: Browser, own_site: Served) -> Iterator[Callable[[str], Thumb]]:
    """A phone without scripts for whoever."""
    opened: list[Visitor] = []

    def open_phone(name: str) -> Thumb:
        opened.append(Visitor(browser, own_site, name, java_script_enabled=False))
        return Thumb(opened[-1])

    yield open_phone
    for each in opened:
        each.context.close()
    assert [fault for each in opened for fault in each.faults] == []


def test_a_worry_is_looked_after(own_site: Served, lead_id: int, bare_hands: Callable[[str], Thumb]) -> None:
    WorryWalk(own_site.app, bare_hands, lead_id).go()


@pytest.mark.parametrize("scripts", [True, False])
def test_away_in_a_hurry(browser: Browser, own_site: Served, lead_id: int, scripts: bool) -> None:
    """One press leads elsewhere, without a word of where from; with scripts “Back” does not lead here again."""
    with Visitor(browser, own_site, "stranger", java_script_enabled=scripts) as stranger:
        asked: list[dict[str, str]] = []

        def answer(route: object) -> None:
            asked.append(route.request.headers)  # type: ignore[attr-defined]
            route.fulfill(status=200, content_type="text/html", body="<title>Weather</title>Rain later.")  # type: ignore[attr-defined]

        stranger.context.route(f"{ELSEWHERE}**", answer)
        stranger.go("/programme")
        stranger.go("/worried")
        stranger.page.get_by_role("link", name="Leave this page now").click()
        stranger.page.wait_for_url(ELSEWHERE)
        assert "Rain later" in stranger.page.content()
        assert [each.get("referer") for each in asked] == [None]
        stranger.page.go_back()
        assert stranger.page.url.endswith("/programme" if scripts else "/worried")
