"""Somebody is worried: told signed out, read by the safeguarding lead alone, looked after, closed; every look noted."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask
from sqlalchemy import select

from participate.audit.models import AuditRow
from participate.core.db import db
from participate.moderation.models import Worry
from participate.outbox.models import Promise
from tests.walks.walk import Hands, Walk

WORDS = "Nobody has opened at number nine since Monday."
WHO = "Old Mr Brennan"
CONTACT = "Ring the baker after six"
KEPT = (WORDS, WHO, CONTACT)
OTHERS = ("somebody", "chidi", "dora", "efua", "gita")


@dataclass
class WorryWalk(Walk):
    """A stranger is worried. Halima is the hub's safeguarding lead (`lead_id`), Dora its staff, Gita the admin."""

    app: Flask
    hands: Callable[[str], Hands]
    lead_id: int
    case: str = ""

    def tell(self) -> None:
        """From the foot of the front page: whom to ring, who reads it and when, and that nobody is watching."""
        stranger = self.of("somebody")
        assert 'href="/worried"' in stranger.read("/")
        page = stranger.read("/worried")
        for words in ("999", "116 123", "Nobody is reading it this minute", "Leave this page now"):
            assert words in page, words
        told = {"kind": "adult", "words": WORDS, "who": WHO, "contact": CONTACT}
        assert stranger.fill("/worried", told) == "/worried/thank-you"
        thanks = stranger.read("/worried/thank-you")
        assert "nobody is looking" in thanks
        assert not any(words in thanks for words in KEPT)
        assert not any(words in stranger.read("/worried") for words in KEPT), "what was written is not on the phone"

    def wait(self) -> None:
        """The lead is told that something waits, in words that say nothing; nobody else finds a door."""
        with self.app.app_context():
            (held,) = db.session.scalars(select(Worry).where(Worry.words == WORDS))
            self.case = f"/cases/{held.id}"
            letters = db.session.scalars(select(Promise).where(Promise.key.like(f"worry_new:{held.id}:%"))).all()
            assert [each.payload["person_id"] for each in letters] == [self.lead_id]
            assert not any(words in str(each.payload) for each in letters for words in KEPT)
        for name in OTHERS:
            for page in (self.case, "/cases"):
                try:
                    source = self.of(name).read(page)
                except AssertionError:
                    continue  # no such page, or the way to sign in
                assert "Sign in" in source
                assert not any(words in source for words in KEPT)

    def look_after(self) -> None:
        """She takes it, notes what she did, and closes it; the words stay where they are."""
        halima = self.of("halima")
        assert re.search(r"Case \d+", halima.read("/cases"))
        assert not any(words in halima.read("/cases") for words in KEPT)
        assert all(words in halima.read(self.case) for words in KEPT)
        assert halima.fill(self.case, {}, to="/take") == self.case
        assert halima.fill(self.case, {"words": "I rang. He is with his sister."}, to="/note") == self.case
        assert "He is with his sister" in halima.read(self.case)
        assert halima.fill(self.case, {"outcome": "talked", "ending": "All is well."}, to="/close") == "/cases"
        assert "We talked with them" in halima.read("/cases?closed=1")

    def trail(self) -> None:
        """The trail knows of the telling and of every look; of nobody who told, and of no word."""
        with self.app.app_context():
            number = int(self.case.rsplit("/", 1)[1])
            rows = db.session.scalars(
                select(AuditRow).where(AuditRow.kind == "worry", AuditRow.thing_id == number).order_by(AuditRow.id)
            ).all()
            assert (rows[0].verb, rows[0].actor_id) == ("told", None)
            assert {each.actor_id for each in rows[1:]} == {self.lead_id}
            verbs = [each.verb for each in rows]
            assert [each for each in verbs if each != "looked at"] == ["told", "took", "noted", "closed"]
            assert verbs.count("looked at") >= 4

    def go(self) -> None:
        """The whole way."""
        self.tell()
        self.wait()
        self.look_after()
        self.trail()
