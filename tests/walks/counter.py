"""Somebody with no phone, entirely through the desk: from the counter to a neighbour, a session, and the figures."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask import Flask
from sqlalchemy import select

from participate.accounts.models import Consent, Person
from participate.accounts.words import PersonKind
from participate.audit.models import AuditRow
from participate.core import clock
from participate.core.db import db
from participate.matching import engine
from participate.notifications.models import Call
from participate.outbox import service as outbox
from participate.sessions.models import Attendance, Session, SignUp
from participate.stories.queries import list_green_facts
from tests.walks.walk import Hands, Walk

NUMBER = "020 7946 0123"
LIKES = "I like baking bread"


@dataclass
class Counter(Walk):
    """Dora stands at the counter; Nadia, who has no phone and no e-mail, comes in. Chidi likes baking too."""

    app: Flask
    hands: Callable[[str], Hands]
    session: int
    project: int
    page: str = ""
    before: int = 0

    def of(self, name: str) -> Hands:
        """As in every walk. Nadia has none."""
        assert name != "nadia"
        return super().of(name)

    def ask(self, question: Callable[[], Any]) -> Any:
        """A look into the database."""
        with self.app.app_context():
            answer = question()
            db.session.remove()
            return answer

    @property
    def number(self) -> int:
        """Nadia's."""
        return int(self.page.rpartition("/")[2])

    def write_her_down(self) -> None:
        """A name, two ticks, what she likes, and to what else she said yes."""
        given = {"name": "Nadia Karim", "adult": "y", "agreed": "y", "more": ["suggestions", "introduction"],
                 "likes": LIKES, "number": NUMBER}  # fmt: skip
        self.page = self.of("dora").fill("/people/new", given)
        assert re.fullmatch(r"/people/\d+", self.page)
        yes = self.ask(lambda: db.session.scalars(
            select(Consent.what).where(Consent.person_id == self.number).order_by(Consent.id)).all())  # fmt: skip
        assert yes == ["written_down", "suggestions", "introduction"]
        with self.app.app_context():
            engine.of(self.app).build()

    def print_what_fits(self) -> None:
        """The sheet in large type has a neighbour on it; nobody else ever sees her number."""
        sheet = self.of("dora").read(f"{self.page}/suggestions")
        assert "A neighbour: Chidi" in sheet
        assert "7946" not in sheet

    def meet_a_neighbour(self) -> None:
        """Chidi sees her first name and asks; she says yes at the counter; then both know."""
        chidi = self.of("chidi")
        found = chidi.read("/for-you?kind=person")
        assert "Nadia" in found
        assert "Karim" not in found
        asked = chidi.fill(f"/introductions/new/{self.number}", {})
        assert "Asked to meet a neighbour" in self.of("dora").read(self.page)
        self.of("dora").fill(self.page, {"said": "yes"}, to=f"/introductions/{asked.rpartition('/')[2]}")
        assert "Nadia" in chidi.read(asked)

    def sign_her_up(self) -> None:
        """She picks a session from what is on; the letter becomes a line on the hub's call list."""
        assert f"/sessions/{self.session}" in self.of("dora").read(f"{self.page}/sessions")
        self.of("dora").fill(f"{self.page}/sessions/{self.session}", {})
        assert "On the list" in self.of("dora").read(f"{self.page}/sessions")
        with self.app.app_context():
            outbox.run_due()
            calls = db.session.scalars(select(Call).where(Call.person_id == self.number)).all()
            hub = db.session.get_one(Person, self.number).hub_id
            assert "session_place" in [each.letter for each in calls]
            assert {each.hub_id for each in calls} == {hub}
            db.session.remove()

    def count_her(self) -> None:
        """Her name is tapped at the door, and the count is closed."""
        mine = (SignUp.session_id == self.session, SignUp.person_id == self.number)
        sign_up = self.ask(lambda: db.session.scalar(select(SignUp.id).where(*mine)))
        starts = self.ask(lambda: db.session.scalar(select(Session.starts_at).where(Session.id == self.session)))
        page, amina = f"/sessions/{self.session}/check-in", self.of("amina")
        with clock.stop_at(starts + timedelta(minutes=10)):
            amina.fill(page, {}, to=f"/{sign_up}/came")
        with clock.stop_at(starts + timedelta(hours=3)):
            amina.fill(page, {"minutes": "120"}, to="/close")
            self._figures()

    def _figures(self) -> None:
        """She is one person who came, for the first time; the project's green shoot counts her."""
        hers = self.ask(lambda: db.session.execute(select(Attendance.person_id, Attendance.first_time, Attendance.band)
            .where(Attendance.session_id == self.session, Attendance.person_id == self.number)).all())  # fmt: skip
        assert [tuple(row) for row in hers] == [(self.number, True, "adult")]
        assert self._came() == self.before + 1

    def _came(self) -> int:
        """How many came to the project lately, as its green shoot says."""
        shoots = self.ask(lambda: {each.card.id: each.facts.came for each in list_green_facts(50)})
        return int(shoots.get(self.project, 0))

    def see_who_did_it(self) -> None:
        """Everything done for her stands under Dora's name, and nothing under her own: she pressed nothing."""
        page = self.of("dora").read(self.page)
        for words in ("wrote you down", "signed you up", "passed on your answer"):
            assert words in page
        trail = select(AuditRow.id).where(AuditRow.actor_id == self.number)
        assert self.ask(lambda: db.session.scalars(trail).all()) == []
        assert self.ask(lambda: db.session.get_one(Person, self.number).kind) is PersonKind.ENTERED

    def go(self) -> None:
        """All of it."""
        self.before = self._came()
        self.write_her_down()
        self.print_what_fits()
        self.meet_a_neighbour()
        self.sign_her_up()
        self.see_who_did_it()
        self.count_her()
