"""Every page, for each of the cast, at phone size: axe, sides, sizes, policy, console, in light and dark."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import pseudo
from tests.browser.served import Served
from tests.browser.visit import NARROW, Visitor, content_of, shape_of
from tests.street import CAST

# In one process, so that a page which several of the cast read alike is measured once.
pytestmark = pytest.mark.xdist_group("every page in the browser")
FINE = (200, 303, 403, 404, 422)  # a closed door is a page too; some lead on, some ask to look again
CONTRAST = "color-contrast"


@pytest.fixture(scope="package")
def seen() -> set[int]:
    """Pages, and shapes of pages, that somebody has looked at already, so that the same is measured once."""
    return set()


@pytest.mark.parametrize("name", [each for each in CAST if each != "femi"])
def test_every_page_can_be_read_and_pressed(browser: Browser, served: Served, seen: set[int], name: str) -> None:
    faults: list[str] = []
    client = served.client(name)
    with Visitor(browser, served, name, axe=True) as her:
        for sample in served.pages:
            answer = client.get(sample.path)
            if answer.status_code not in FINE:
                faults.append(f"{sample}: status {answer.status_code}")
            elif answer.mimetype == "text/html" and content_of(answer.text) not in seen:
                her.go(sample.path)
                faults += [f"{sample}: {fault}" for fault in _look(her, new_shape=shape_of(answer.text) not in seen)]
                seen |= {content_of(answer.text), shape_of(answer.text)}
    assert not faults, "\n".join(faults)


def _look(her: Visitor, *, new_shape: bool) -> Iterator[str]:
    """Words can be too long for a page of any shape; what else there is to find, the first page of a shape shows."""
    yield from her.sideways(NARROW)
    yield from her.sideways(text="200%")
    if new_shape:
        yield from her.axe()
        yield from her.small()
        her.page.emulate_media(color_scheme="dark")
        yield from (f"dark: {fault}" for fault in her.axe(CONTRAST))
        her.page.emulate_media(color_scheme="light")
    yield from her.faults
    her.faults.clear()


@pytest.fixture(scope="package")
def seen_mirrored() -> set[int]:
    """The same of the mirrored pages."""
    return set()


@pytest.mark.parametrize("name", ["stranger", "amina", "dora"])
def test_every_page_stands_the_other_way_round(
    browser: Browser, served_mirrored: Served, seen_mirrored: set[int], name: str
) -> None:
    """Right to left, with words a third longer, all of them from the catalogue."""
    faults: list[str] = []
    known = pseudo.typed_by_people(served_mirrored.app) | pseudo.names_of_languages() | pseudo.names_of_concepts()
    client = served_mirrored.client(name)
    with Visitor(browser, served_mirrored, name, locale=pseudo.CODE) as her:
        for sample in served_mirrored.pages:
            answer = client.get(sample.path, headers={"Accept-Language": pseudo.CODE})
            content = content_of(answer.text) if answer.mimetype == "text/html" else id(sample)
            if answer.status_code in FINE and content in seen_mirrored:
                continue  # the same words in the same places
            seen_mirrored.add(content)
            status = her.go(sample.path)
            faults += [f"{sample}: {fault}" for fault in _mirrored_faults(her, status, known)]
    assert not faults, "\n".join(faults)


def _mirrored_faults(her: Visitor, status: int, known: set[str]) -> Iterator[str]:
    if status not in FINE:
        yield f"status {status}"
        return
    root = her.page.locator("html")
    if root.get_attribute("dir") != "rtl" or root.get_attribute("lang") != pseudo.CODE:
        yield "the page does not run from right to left"
    yield from her.sideways(NARROW)
    untranslated = pseudo.foreign(her.words()) - known
    if untranslated:
        yield f"cannot be translated: {', '.join(sorted(untranslated)[:12])}"
