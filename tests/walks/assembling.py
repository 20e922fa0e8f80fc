"""A stuck project: staff find the smallest set, three neighbours get one ask each, one says no, the next is asked."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask
from sqlalchemy import delete, select

from participate.accounts.models import Person
from participate.core.db import db
from participate.core.mail import list_laid
from participate.matching.models import ProjectSet
from participate.organisations.rules import Spot
from participate.outbox import service as outbox
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind, Theme
from participate.projects import service as projects
from participate.projects.words import NeedKind
from tests.street import SQUARE
from tests.walks.walk import Hands, Walk

FOLDERS = ("bilal", "chidi", "efua", "gita")
LACKS = [(NeedKind.PERSON, "Three neighbours who fold dumplings"), (NeedKind.SPACE, "A kitchen with two ovens")]


@dataclass
class Assembling(Walk):
    """Amina's Dumpling Club lacks three people and a kitchen; Dora is staff; four neighbours can fold dumplings."""

    app: Flask
    hands: Callable[[str], Hands]
    project: int = 0

    @property
    def page(self) -> str:
        return f"/projects/{self.project}/set"

    def get_stuck(self) -> None:
        """The project with what it lacks, and who could help."""
        with self.app.app_context():
            db.session.execute(delete(ProjectSet))  # a fuller street has asked some of them already
            known = {name: self._person(name) for name in ("amina", *FOLDERS)}
            for name in FOLDERS:
                number = known[name].id
                profiles.add(number, number, PostingKind.SKILL, "I can show how to fold dumplings")
            facts = projects.ProjectFacts("Dumpling Club", "We fold and eat.", Theme.COOK, minutes=60)
            amina = known["amina"]
            made = projects.start_project(amina.id, amina, facts, Spot(amina.ward_id, SQUARE), LACKS)
            self.project = made.id
            db.session.commit()
            db.session.remove()

    def _person(self, name: str) -> Person:
        return db.session.scalars(select(Person).where(Person.email == f"{name}@example.org")).one()

    def ask_all_of_them(self) -> list[str]:
        """Dora sees the set and presses once: three have one letter each. Returns who."""
        dora = self.of("dora")
        assert self.page in dora.read(f"/projects/{self.project}")
        found = dora.read(self.page)
        assert "3 neighbours" in found
        assert "Kitchen at the Shop" in found
        dora.fill(self.page, {}, to="/ask")
        asked = [name for name in FOLDERS if self.asks_of(name)]
        assert len(asked) == 3
        assert all(len(self.asks_of(name)) == 1 for name in asked)
        standing = dora.read(self.page)
        assert "3 are being asked" in standing
        assert "Kitchen at the Shop: sure" in standing, "she looks after it herself"
        return asked

    def say_no(self, name: str, others: list[str]) -> str:
        """One cannot; nobody reads it; the fourth is asked, once. Returns who."""
        page = self.asks_of(name)[0]
        assert "Dora thinks of you for this." in self.of(name).read(page)
        before = self._lines(self.of("dora").read(self.page))
        self.of(name).fill(page, {"said": "no"}, to="/answer")
        assert "nobody hears it" in self.of(name).read(page)
        fourth = next(each for each in FOLDERS if each not in others)
        assert len(self.asks_of(fourth)) == 1
        assert self._lines(self.of("dora").read(self.page)) == before
        assert name.title() not in "".join(before)
        return fourth

    def _lines(self, source: str) -> list[str]:
        return re.findall(r'<span class="small soft">(.*?)</span>', source)

    def say_yes(self, names: list[str]) -> None:
        """The others can; then it is on, and each of them hears it."""
        for name in names:
            assert self.asks_of(name)[0] in self.of(name).read("/for-you")
            self.of(name).fill(self.asks_of(name)[0], {"said": "yes"}, to="/answer")
        for name in (*names, "amina"):
            assert any("There is enough for “Dumpling Club” to start." in each for each in self.letters_of(name)), name
        standing = self.of("amina").read(self.page)
        assert "It is on" in standing
        assert all(name.title() in standing for name in names)
        assert "Met" in self.of("somebody").read(f"/projects/{self.project}")

    def letters_of(self, name: str) -> list[str]:
        """Everything that lies there for somebody, the newest first, after the worker ran."""
        with self.app.app_context():
            outbox.run_due()
            db.session.remove()
        laid = list_laid(self.app.extensions["settings"].data / "letters", 500)
        return [each.body for each in laid if each.to == f"{name}@example.org"]

    def asks_of(self, name: str) -> list[str]:
        """The pages of asks to which somebody's letters lead."""
        return [found for each in self.letters_of(name) for found in re.findall(r"(?<!/funds)/asks/\d+", each)[:1]]

    def go(self) -> None:
        """The whole way."""
        for name in ("amina", "dora", *FOLDERS):
            self.of(name)
        self.get_stuck()
        asked = self.ask_all_of_them()
        fourth = self.say_no(asked[0], asked)
        self.say_yes([*asked[1:], fourth])
