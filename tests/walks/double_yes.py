"""A double yes: two who like the same are asked, say yes, write, and meet; and another pair, of whom one says no."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from flask import Flask
from sqlalchemy import select

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.core.mail import list_laid
from participate.introductions import queries
from participate.introductions import service as introductions
from participate.introductions.models import Introduction
from participate.outbox import service as outbox
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind
from tests.walks.walk import Hands, Walk

HELLO = "Hello! Shall we bake on Saturday?"


@dataclass
class DoubleYes(Walk):
    """Chidi likes baking bread; so do Amina and Bilal."""

    app: Flask
    hands: Callable[[str], Hands]
    people: dict[str, int] = field(default_factory=dict)
    page: str = ""

    def share_words(self) -> None:
        """Amina and Bilal say that they like baking bread too."""
        for name in ("amina", "bilal", "chidi"):
            self.of(name)
        with self.app.app_context():
            for name in ("amina", "bilal", "chidi"):
                mail = Person.email == f"{name}@example.org"
                self.people[name] = db.session.scalars(select(Person.id).where(mail)).one()
            for name in ("amina", "bilal"):
                profiles.add(self.people[name], self.people[name], PostingKind.INTEREST, "Baking bread on Sundays")
            db.session.commit()
            db.session.remove()

    def ask(self) -> None:
        """From the suggestion Chidi asks to meet Amina: half an hour, at the hub."""
        chidi, path = self.of("chidi"), f"/introductions/new/{self.people['amina']}"
        assert path in chidi.read("/for-you?kind=person")
        self.page = chidi.fill(path, {"minutes": "30"})
        assert re.fullmatch(r"/introductions/\d+", self.page)
        assert "You said yes. We are asking the other neighbour." in chidi.read(self.page)
        assert "Amina" not in chidi.read(self.page)

    def say_yes(self) -> None:
        """Amina hears what they share, and no name; she says yes, and now both know a first name."""
        letter = self.letter_to("amina@example.org")
        assert "baking bread" in letter.lower()
        amina = self.of("amina")
        for words in (letter, amina.read("/introductions"), amina.read(self.page)):
            assert "Chidi" not in words
        amina.fill(self.page, {"said": "yes"}, to="/answer")
        for name, other, last in (("amina", "Chidi", "Okafor"), ("chidi", "Amina", "Rahman")):
            words = self.of(name).read(self.page)
            assert other in words
            assert last not in words
            letter = self.letter_to(f"{name}@example.org")
            assert other in letter
            assert last not in letter

    def talk(self) -> None:
        """They write; numbers wait until they have met."""
        self.of("chidi").fill(self.page, {"words": HELLO}, to="/write")
        assert HELLO in self.of("amina").read(self.page)
        assert HELLO not in self.letter_to("amina@example.org")
        self.of("amina").fill(self.page, {"words": "Yes! At the Shop, then."}, to="/write")
        assert "At the Shop, then." in self.of("chidi").read(self.page)

    def meet(self) -> None:
        """Both come to the same session and are counted: nobody asks them whether they met."""
        with self.app.app_context():
            introductions.note_met([self.people["amina"], self.people["chidi"]], clock.now() + timedelta(days=2))
            db.session.commit()
            db.session.remove()
        assert "You met." in self.of("chidi").read(self.page)
        self.of("chidi").fill(self.page, {"words": "Ring me: 07700 900123"}, to="/write")

    def say_no(self) -> None:
        """Chidi asks Bilal next; Bilal says no. Whatever Chidi opens reads as before."""
        chidi, bilal = self.of("chidi"), self.of("bilal")
        page = chidi.fill(f"/introductions/new/{self.people['bilal']}", {"minutes": "30"})
        shown = (page, self.page, "/introductions", "/mine", "/for-you?kind=person")
        chidi.read(page)  # what is said once is said
        before = [self.words_of(chidi, each) for each in shown]
        letters = self.letters_of("chidi@example.org")
        bilal.fill(page, {"said": "no"}, to="/answer")
        assert "nobody hears it" in bilal.read(page)
        assert [self.words_of(chidi, each) for each in shown] == before
        assert self.letters_of("chidi@example.org") == letters
        self.page = page

    def end(self) -> None:
        """When the week is over he reads "not this time", as if Bilal had been away."""
        with self.app.app_context():
            number = int(self.page.rsplit("/", 1)[-1])
            until = db.session.get_one(Introduction, number).good_until
            with clock.stop_at(until + timedelta(hours=14)):  # by day
                introductions.end_asking()
                db.session.commit()
                assert "It was not to be this time" in self.letter_to("chidi@example.org")
            assert not queries.is_asking(self.people["chidi"])
            db.session.remove()
        words = self.of("chidi").read(self.page)
        assert "Not this time" in words
        assert "Bilal" not in words

    def words_of(self, hands: Hands, page: str) -> str:
        """A page without what is new in every answer: the tokens of its forms."""
        plain = re.sub(r'value="[\w.-]{40,}"|nonce="[^"]*"', "", hands.read(page))
        return re.sub(r"/(?:keep-apart|apart)/[\w.-]+", "", plain)

    def letters_of(self, mail: str) -> list[str]:
        """Everything that lies there for an address, after the worker ran."""
        with self.app.app_context():
            outbox.run_due()
            db.session.remove()
        laid = list_laid(self.app.extensions["settings"].data / "letters", 500)
        return [each.body for each in laid if each.to == mail]

    def letter_to(self, mail: str) -> str:
        """The newest letter at an address that leads to this introduction, or else the newest of all."""
        found = self.letters_of(mail)
        return next((each for each in found if self.page in each), found[0])

    def go(self) -> None:
        """The whole way."""
        self.share_words()
        self.ask()
        self.say_yes()
        self.talk()
        self.meet()
        self.say_no()
        self.end()
