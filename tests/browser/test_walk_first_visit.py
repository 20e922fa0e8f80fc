"""On a phone, with and without scripts: one sentence, what goes with it, joining to keep it, "I'd like to help"."""

import re

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import select

from participate.accounts.models import Person
from participate.core.db import db
from participate.profiles.models import Posting
from participate.projects.models import TeamRequest
from tests.browser.served import Served
from tests.browser.visit import Visitor
from tests.browser.walk import SENTENCE, Walk


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_a_sentence_to_a_team_request(browser: Browser, served: Served, scripts: bool) -> None:
    mail = f"walk-{scripts}@example.org".lower()
    with Visitor(browser, served, java_script_enabled=scripts) as her:
        walk = Walk(served, her.page)
        walk.say()
        neighbour = re.compile("Chidi|Nadia")  # both like baking bread
        for words in ("Mend Club", "Bread for beginners", neighbour):
            expect(her.page.get_by_role("heading", name=words).first).to_be_visible()
        assert her.page.locator(".why mark").count() >= 3
        walk.join("Hana Novak", mail, "Parsloes")
        assert len(walk.typed) <= 3, f"she had to write {walk.typed}"
        walk.follow("Mend Club")
        walk.follow("I’d like to help")
        her.page.locator("main form button").first.click()
        expect(her.page.get_by_text("Thank you").first).to_be_visible()
        assert her.faults == []
    with served.app.app_context():
        person = db.session.scalar(select(Person).where(Person.email == mail))
        assert db.session.scalar(select(TeamRequest).where(TeamRequest.person_id == person.id)) is not None
        said = db.session.scalars(select(Posting.words).where(Posting.person_id == person.id)).all()
        assert said
        assert all(words in SENTENCE for words in said)


def test_lines_appear_while_she_types(browser: Browser, served: Served) -> None:
    with Visitor(browser, served) as her:
        her.go("/")
        her.page.get_by_label("What do you like doing").press_sequentially("mending coats", delay=20)
        expect(her.page.locator("#box-found a").first).to_be_visible()
        assert "Mend Club" in her.page.locator("#box-found").inner_text()
        assert her.axe() == []
        assert her.faults == []
