"""Fixtures of the browser tests: one Chromium and one served site for all of them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sqlalchemy import update

from participate.accounts.models import Person
from participate.core.db import db, transaction
from participate.projects import service as projects
from tests.browser import chromium, pseudo
from tests.browser.hands import Thumb
from tests.browser.served import Served, site
from tests.browser.visit import Visitor
from tests.street import CAST

HERE = "tests/browser/"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test here as a browser test."""
    for item in items:
        if HERE in item.nodeid:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with chromium.launched() as launched:
        yield launched


@pytest.fixture(scope="package")
def served(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The street, served on a socket. It asks for the browser first: without one nothing is built."""
    with site(tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture(scope="package")
def served_mirrored(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The same street in the pseudo language: longer words, from the other side."""
    with site(tmp_path_factory.mktemp("mirrored"), languages=pseudo.LANGUAGES) as running:
        pseudo.speak(running.app, tmp_path_factory.mktemp("catalogue"))
        with running.app.app_context(), transaction():
            db.session.execute(update(Person).values(language=pseudo.CODE))  # what is printed for her is in hers
        yield running


@pytest.fixture
def visit(browser: Browser, served: Served) -> Iterator[Callable[..., Visitor]]:
    """`visit("amina")`: a phone in the hands of one of the cast; more keywords go to the browser's context."""
    opened: list[Visitor] = []

    def open_phone(name: str = "stranger", **more: object) -> Visitor:
        opened.append(Visitor(browser, served, name, **more))
        return opened[-1]

    yield open_phone
    for each in opened:
        each.context.close()


@pytest.fixture
def own_site(browser: Browser, tmp_path: Path) -> Iterator[Served]:
    """A site for one walk alone, with all recipes: it leaves much behind."""
    with site(tmp_path) as running:
        with running.app.app_context():
            with transaction():
                projects.plant_recipes()
            db.session.remove()
        yield running


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def hands(request: pytest.FixtureRequest, browser: Browser, own_site: Served) -> Iterator[Callable[[str], Thumb]]:
    """`hands("amina")`: a phone on `own_site`; any name not of the cast is a stranger. No page may have faults."""
    opened: list[Visitor] = []

    def open_phone(name: str) -> Thumb:
        known = name if name in CAST else "stranger"
        opened.append(Visitor(browser, own_site, known, java_script_enabled=request.param))
        return Thumb(opened[-1])

    yield open_phone
    for each in opened:
        each.context.close()
    assert [fault for each in opened for fault in each.faults] == []
