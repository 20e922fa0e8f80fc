"""A wish for chairs, met by the second keeper who is asked."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask

from participate.core.db import db
from participate.core.mail import list_laid
from participate.outbox import service as outbox
from tests.look_at import Looked
from tests.walks.walk import Hands, Walk

LEADS = re.compile(r"/wishes/\d+")


def letters(app: Flask) -> list[tuple[str, str]]:
    """(address, subject) of every letter, after the worker ran."""
    with app.app_context():
        outbox.run_due()
        db.session.remove()
    return [(each.to, each.subject) for each in list_laid(app.extensions["settings"].data / "letters", 500)]


@dataclass
class Chairs(Walk):
    """Bilal and Amina lend chairs. Chidi needs six on Saturday; one cannot, the other says yes.

    `saturday` is written as the form takes it; `said` holds the words of the pages on the way.
    """

    app: Flask
    hands: Callable[[str], Hands]
    saturday: str = "2026-07-04"

    def list_chairs(self) -> None:
        """Two neighbours put chairs on the list. What else lies there belongs to another story."""
        self.laid = Counter(letters(self.app))
        self.before = {name: set(self._questions(name)) for name in ("bilal", "amina")}
        for name in ("bilal", "amina"):
            given = {"deal": "lend", "name": "Folding chairs", "how_many": "8", "about": "Wooden, they fold."}
            self.of(name).fill("/materials/new", given)

    def wish(self) -> str:
        """Chidi says what he needs and when; where his wish stands."""
        given = {
            "deal": "want", "name": "Chairs", "how_many": "6", "about": "Folding chairs for the street lunch",
            "wanted_from": self.saturday,
        }  # fmt: skip
        self.page = self.of("chidi").fill("/materials/new", given)
        return self.page

    def asked(self) -> str:
        """Who is being asked now: the one who has an answer to give. Nobody else has one."""
        letters(self.app)
        waiting = [name for name in ("bilal", "amina") if self._question(name)]
        assert len(waiting) == 1, f"asked now: {waiting}"
        return waiting[0]

    def _question(self, name: str) -> str:
        return next((link for link in self._questions(name) if link not in self.before[name]), "")

    def _questions(self, name: str) -> list[str]:
        links = [each.attrs.get("href", "") for each in Looked(self.of(name).read("/wishes")).elements("a")]
        return [link for link in links if LEADS.fullmatch(link)]

    def cannot(self, name: str) -> None:
        """Not this time."""
        self.of(name).fill(self._question(name), {"no": "y"})

    def lends(self, name: str) -> None:
        """Yes, all six."""
        self.of(name).fill(self._question(name), {"units": "6"})

    def go(self) -> None:
        """The whole way."""
        self.list_chairs()
        self.wish()
        first = self.asked()
        self.cannot(first)
        second = self.asked()
        assert second != first
        self.lends(second)
        told = list((Counter(letters(self.app)) - self.laid).elements())
        for name in (first, second):
            assert len([to for to, subject in told if to.startswith(name) and "Could you lend it?" in subject]) == 1, (
                told
            )
        assert len([to for to, _subject in told if to.startswith("chidi")]) == 1, told
        assert "6 of 6 are found" in self.of("chidi").read(self.page)
        assert not self._question(first)
