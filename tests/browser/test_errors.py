"""Forms that came back: each is sent empty, and what answers can be read, pressed and left with the keyboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator

from tests.browser.served import Served
from tests.browser.visit import NARROW, Visitor, content_of
from tests.house.test_bad_input import forms_of

# In one process, so that a form which several of the cast are given alike is sent once.
pytestmark = pytest.mark.xdist_group("every form in the browser")
FORMS = "main form[method=post]:has(input.input:not([type=file]), textarea)"
WRITTEN = "input.input:not([type=file]), textarea"
SUMMARY = "main .summary"


@pytest.fixture(scope="package")
def seen_forms() -> set[int]:
    """Pages with a form that somebody has sent already."""
    return set()


@pytest.mark.parametrize("name", ["stranger", "amina", "dora"])
def test_a_form_sent_empty_says_what_to_change(
    browser: Browser, served: Served, seen_forms: set[int], name: str
) -> None:
    faults: list[str] = []
    came_back = 0
    client = served.client(name)
    with Visitor(browser, served, name, axe=True) as her:
        for sample in served.pages:
            answer = client.get(sample.path)
            if answer.status_code != 200 or not any(each.method == "post" for each in forms_of(answer.text, "")):
                continue  # nothing to write in and send
            if content_of(answer.text) in seen_forms:
                continue
            seen_forms.add(content_of(answer.text))
            her.go(sample.path)
            form = her.page.locator(FORMS).locator("visible=true").first
            if not form.count():
                continue
            _send_empty(form)
            if her.page.locator(SUMMARY).count():
                came_back += 1
                faults += [f"{sample}: {fault}" for fault in _faults(her)]
    assert came_back > 0, "no form came back: nothing was tested"
    assert not faults, "\n".join(faults)


def _send_empty(form: Locator) -> None:
    for field in form.locator(WRITTEN).all():
        if field.is_visible():
            field.fill("")
    with form.page.expect_response(lambda answer: answer.request.method == "POST"):
        form.locator("button:visible").last.click()
    form.page.wait_for_load_state()


def _faults(her: Visitor) -> Iterator[str]:
    if not her.page.title().startswith("Error: "):
        yield f"the title says nothing of the error: {her.page.title()}"
    if not her.page.locator(f"{SUMMARY}:focus").count():
        yield "the focus is not on the summary"
    yield from her.axe()
    yield from her.small()
    yield from her.sideways(NARROW)
    her.page.keyboard.press("Tab")
    her.page.keyboard.press("Enter")
    if not her.page.locator("main form :focus").count():
        yield "the first link of the summary does not lead to its field"
    yield from her.faults
    her.faults.clear()
