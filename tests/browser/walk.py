"""The way from the front page to a kept interest and on, as a thumb goes it."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Page

from participate.core.mail import list_laid
from participate.outbox import service as outbox
from tests.browser.served import Served

SENTENCE = "I like baking bread and mending coats"


@dataclass
class Walk:
    """Somebody's way through the site. `typed`: what she had to write, field by field; `chosen`: ticks and choices."""

    served: Served
    page: Page
    typed: list[str] = field(default_factory=list)
    chosen: list[str] = field(default_factory=list)
    mail: str = ""

    def write(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=False).first.fill(words)
        self.typed.append(label)

    def press(self, words: str) -> None:
        self.page.get_by_role("button", name=words).first.click()

    def follow(self, words: str) -> None:
        self.page.get_by_role("link", name=words).first.click()

    def say(self, sentence: str = SENTENCE) -> None:
        """From the front page, one sentence."""
        self.page.goto(self.served.address + "/")
        self.write("What do you like doing", sentence)
        self.press("Find")
        self.page.wait_for_url("**/find?**")

    def join(self, name: str, mail: str, ward: str) -> None:
        """Keep it: a name, one way to reach her, the neighbourhood, the adult tick, and the code that comes."""
        self.mail = mail
        self.press("Keep it")
        self.page.wait_for_url("**/join")
        self.write("Your name", name)
        self.write("E-mail or mobile", mail)
        self.page.get_by_label("Your neighbourhood").select_option(label=ward)
        self.page.get_by_label("I am 18 or over").check()
        self.chosen += ["neighbourhood", "18 or over"]
        self.press("Send me a code")
        self.page.wait_for_url("**/code")
        self.page.get_by_label("The code").fill(self.code())  # phones fill it in from the message
        self.chosen.append("code")
        self.press("Go on")
        self.page.wait_for_url("**/for-you")

    def code(self) -> str:
        """The digits of the newest letter, after the worker ran."""
        with self.served.app.app_context():
            outbox.run_due()
        laid = list_laid(self.served.app.extensions["settings"].data / "letters", 500)
        codes = [re.search(r"\b(\d{6})\b", each.body) for each in laid if each.to == self.mail]
        assert codes, "no letter came"
        assert codes[0], "the letter has no code"
        return codes[0].group(1)
