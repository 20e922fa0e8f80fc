"""One page in the browser: fetched, watched while it loads, measured."""

import re
from pathlib import Path
from types import TracebackType

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from tests.browser.chromium import PHONE
from tests.browser.served import Served

AXE = (Path(__file__).parent / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Chromium notes each answer of 400 or more as an error; those that a test asked for are no fault of the page.
ANSWERED = re.compile(r"Failed to load resource: the server responded with a status of (4\d\d)")
NARROW = 320
PATIENCE = 120_000  # milliseconds: a busy machine is no fault of the page
MAIN = re.compile(r"<main.*</main>", re.DOTALL)
TOKEN = re.compile(r'name="csrf_token" value="[^"]*"')
WORDS = re.compile(r">[^<]+<")
LOOKS = ("class", "role", "type", "lang", "dir", "hidden", "aria-hidden", "aria-current", "open", "disabled")
VALUE = re.compile(rf'\s(?!(?:{"|".join(LOOKS)})=)[a-z][a-z0-9-]*="[^"]*"')
MEASURE = (Path(__file__).parent / "measure.js").read_text()


def content_of(html: str) -> int:
    """What tells one page from another: its main part, without the token that differs each time."""
    return hash(TOKEN.sub("", "".join(MAIN.findall(html))))


def shape_of(html: str) -> int:
    """What is left of a page's main part without words, names and addresses: what it is built of, and how it looks."""
    return hash(VALUE.sub("", WORDS.sub("><", "".join(MAIN.findall(html)))))


class Visitor:
    """Somebody of the cast with a phone. Collects `faults`: console, policy, third parties, broken answers."""

    def __init__(
        self, browser: Browser, served: Served, name: str = "stranger", *, axe: bool = False, **more: object
    ) -> None:
        self.served = served
        self.name = name
        options = {"viewport": PHONE, "reduced_motion": "reduce", "locale": "en-GB"} | more
        self.context: BrowserContext = browser.new_context(**options)  # type: ignore[arg-type]
        self.context.add_cookies(served.cookie(name))  # type: ignore[arg-type]
        self.context.set_default_timeout(PATIENCE)
        if axe:
            self.context.add_init_script(AXE)  # for whoever measures page after page: quicker than to hand it to each
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        self.page.on("request", self._asked)

    def __enter__(self) -> "Visitor":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.context.close()

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not ANSWERED.search(message.text):
            self.faults.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.served.address, "data:")):
            self.faults.append(f"third party: {request.url}")

    def go(self, path: str) -> int:
        """Open `path`; its status."""
        response = self.page.goto(self.served.address + path)
        return response.status if response else 0

    def axe(self, *rules: str) -> list[str]:
        """What axe finds: every violation with the first places where it is."""
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(AXE)
        only = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": RULES}
        options = {"runOnly": only, "resultTypes": ["violations"]}  # what it found right need not be told
        found = self.page.evaluate("options => axe.run(document, options)", options)
        return [
            f"axe {each['id']}: {'; '.join(' '.join(map(str, node['target'])) for node in each['nodes'][:4])}"
            for each in found["violations"]
        ]

    def words(self) -> str:
        """All the words of the page, those for readers included, a line for each piece."""
        found: str = self.page.evaluate(MEASURE, "words")
        return found

    def small(self) -> list[str]:
        """What is too small to press: 24 px everywhere, 44 where the look says so."""
        found: list[str] = self.page.evaluate(MEASURE, "small")
        return found

    def sideways(self, width: int | None = None, text: str = "100%") -> list[str]:
        """Whether the page scrolls sideways, at `width` px (default: as it is) and with text at `text` of its size."""
        if width:
            self.page.set_viewport_size({"width": width, "height": PHONE["height"]})
        # Set through the object model, which the strict policy allows; a style element it would not.
        self.page.evaluate("size => { document.documentElement.style.fontSize = size }", text)
        found: list[str] = self.page.evaluate(MEASURE, "sideways")
        self.page.evaluate("() => { document.documentElement.style.fontSize = '' }")
        if width:
            self.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        return [f"{width or PHONE['width']} px, text {text}: {each}" for each in found]
