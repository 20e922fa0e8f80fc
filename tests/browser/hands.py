"""The hands of the walks in Chromium: what a thumb does with a form on a phone."""

from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

from tests.browser.visit import Visitor

FIND = """([wanted, to]) => [...document.querySelectorAll('form')].findIndex(form =>
    form.method === 'post' && new URL(form.action).pathname.endsWith(to)
    && Object.entries(wanted).every(([name, value]) => [...form.querySelectorAll(`[name="${name}"]`)].some(
        field => field.type !== 'hidden' || field.value === value)))"""
OPEN = """form => {
    form.querySelectorAll('details').forEach(each => { each.open = true })
    for (let around = form.closest('details'); around; around = around.parentElement.closest('details')) {
        around.open = true
    }
}"""

# Whether what the form brings may come into the page that stands, instead of a new one.
PART = "form => window.htmx !== undefined && (form.matches('[hx-post]') || form.querySelector('[hx-post]') !== null)"


class Thumb:
    """One person's browser."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor

    @property
    def page(self) -> Page:
        return self.visitor.page

    def read(self, page: str) -> str:
        """The source of a page as it stands in the browser."""
        status = self.visitor.go(page)
        assert status == 200, f"{page} answered {status}"
        return self.page.content()

    def values(self, page: str, name: str) -> list[str]:
        """Every value that can be ticked under `name`."""
        self.read(page)
        ticks = self.page.locator(f'input[name="{name}"]')
        return [ticks.nth(number).get_attribute("value") or "y" for number in range(ticks.count())]

    def fill(self, page: str, changes: dict[str, object], *, to: str = "") -> str:
        """Fill in the form on `page` that has all fields of `changes` and press its button; the path where that leads.

        `page` “” is the one that stands. Raises AssertionError with what the page says is wrong.
        """
        if page:
            self.read(page)
        number = self.page.evaluate(FIND, [changes, to])
        assert number >= 0, f"no form to “{to}” with {sorted(changes)} on {page}"
        form = self.page.locator("form").nth(number)
        form.evaluate(OPEN)
        button = form.locator("button:not([type=button])").last
        for name, value in changes.items():
            button = self._set(form, name, value) or button
        with self.page.expect_response(lambda answer: answer.request.method == "POST") as waited:
            if form.evaluate(PART):
                button.click()
                self.page.wait_for_load_state("networkidle")
            else:
                with self.page.expect_event("load"):
                    button.click()
        wrong = " | ".join(self.page.locator(".err").all_inner_texts())
        assert waited.value.status < 400, f"{page} answered {waited.value.status}: {wrong}"
        return urlsplit(self.page.url).path

    def look(self, page: str, changes: dict[str, object], *, to: str = "") -> str:
        """As `fill`, where the answer is a page to look over before anything is done; its source. It stands."""
        self.fill(page, changes, to=to)
        return self.page.content()

    def _set(self, form: Locator, name: str, value: object) -> Locator | None:
        """Write or choose; the button, where a button is what is chosen."""
        field = form.locator(f'[name="{name}"]').first
        tag, kind = field.evaluate("each => [each.tagName, each.type]")
        if kind == "hidden":
            return None  # the page has written it in already
        if tag == "BUTTON":
            return form.locator(f'button[name="{name}"][value="{value}"]')
        if tag == "SELECT":
            field.select_option(value=str(value))
        elif kind in ("checkbox", "radio"):
            for each in value if isinstance(value, list) else [value]:
                form.locator(f'input[name="{name}"][value="{each}"]').check()
        else:
            field.fill(str(value))
        return None
