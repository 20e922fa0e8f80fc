"""Something is reported: hidden with a reason, asked about again, answered by somebody else, and taken back."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from flask import Flask
from sqlalchemy import String, inspect, select

from participate.audit.models import AuditRow
from participate.core import clock
from participate.core.db import db
from participate.core.mail import LaidLetter, list_laid
from participate.moderation.models import Report
from participate.outbox import service as outbox
from tests.walks.walk import Hands, Walk
from tests.walks.way import DAY

NAME = "Pewter polishing for everyone"
ABOUT = "We rub old pewter until it shines."
TOLD, REASON = "The fumes made me cough.", "Nobody says how the room is aired."
PLEA, ANSWER = "We work at the open door.", "The open door is enough."
WORDS = (NAME, ABOUT, TOLD, REASON, PLEA, ANSWER)


@dataclass
class ReportWalk(Walk):
    """Amina plans a session. Somebody signed out reports it, and so does Chidi. Dora is the hub's staff, Gita the
    admin.
    """

    app: Flask
    hands: Callable[[str], Hands]
    project: int
    space: int
    session: int = 0
    known: dict[str, int] = field(default_factory=dict)

    @property
    def page(self) -> str:
        return f"/sessions/{self.session}"

    def plan(self) -> None:
        """A session that anybody can find: Chidi likes what it is about."""
        day, amina = (clock.local(clock.now()) + 4 * DAY).date().isoformat(), self.of("amina")
        when = {"day": day, "hour": "15:00", "length": "120", "place": f"space:{self.space}"}
        made = amina.fill(f"/projects/{self.project}/sessions/new", when)
        self.session = int(re.sub(r"\D", "", made))
        amina.fill(f"{self.page}/edit", {"name": NAME, "about": ABOUT})
        self.of("chidi").fill("/find?say=Polishing+pewter", {"kind": "interest"}, to="/keep")

    def places(self) -> dict[str, bool]:
        """Whether it stands in lists, search, suggestions, on its own page, and in the files for calendars."""
        stranger, chidi = self.of("somebody"), self.of("chidi")
        lists = ("/programme", f"/projects/{self.project}", "/find?say=polish+pewter")
        found = {path: NAME in stranger.read(path) for path in lists}
        found |= {f"{path} for Chidi": NAME in chidi.read(path) for path in ("/for-you", "/programme")}
        for path in (self.page, f"/projects/{self.project}/sessions.ics", f"{self.page}.ics"):
            with self.app.app_context():
                answer = self.app.test_client().get(path)
                db.session.remove()
            assert answer.status_code in (200, 404)
            found[path] = NAME in re.sub(r"\r\n[ \t]", "", answer.text)
        return found

    def report(self) -> None:
        """Signed out: what is wrong, send; and thank you, with the day by which somebody reads it. Chidi, too."""
        stranger, chidi = self.of("somebody"), self.of("chidi")
        assert f'href="/report/session/{self.session}"' in stranger.read(self.page)
        path = f"/report/session/{self.session}"
        assert stranger.fill(path, {"reason": "other"}) == "/report/thank-you"
        assert "We write to you" not in stranger.read("/report/thank-you")
        assert chidi.fill(path, {"reason": "unsafe", "words": TOLD}) == "/report/thank-you"
        assert "We write to you when it is decided." in chidi.read("/report/thank-you")
        assert all(self.places().values()), self.places()

    def hide(self) -> None:
        """Dora takes it in hand, and hides it: it is gone from everywhere at once."""
        dora, report = self.of("dora"), self.newest()
        assert "2 reports" in dora.read("/reports")
        assert dora.fill(report, {}, to="/in-hand") == report
        assert "You have this in hand" in dora.read(report)
        assert "Dora has this in hand" in self.of("gita").read(report)
        assert dora.fill(report, {"choice": "hide", "reason": REASON}) == "/reports"
        assert not any(self.places().values()), self.places()
        assert f"Our reason: {REASON}" not in self.of("somebody").read("/programme")

    def newest(self) -> str:
        """The page of the newest report."""
        with self.app.app_context():
            number = db.session.scalar(select(Report.id).order_by(Report.id.desc()).limit(1))
            db.session.remove()
        return f"/reports/{number}"

    def tell_both(self) -> None:
        """Amina and Chidi read what was done and why; neither who told, nor who decided."""
        (amina,), (chidi,) = self.letters("amina"), self.letters("chidi")
        assert amina.subject == "We hid something of yours"
        assert f"/ask-again/session/{self.session}" in amina.body
        assert chidi.subject == "You told us about something"
        assert "We hid it." in chidi.body
        for letter, others in ((amina, "Chidi|Dora|Gita|cough"), (chidi, "Amina|Dora|Gita")):
            assert NAME in letter.body
            assert f"Our reason: {REASON}" in letter.body
            assert not re.search(others, letter.body + letter.html)

    def letters(self, name: str) -> list[LaidLetter]:
        """What the moderation wrote to somebody since this was asked last, the newest first."""
        with self.app.app_context():
            outbox.run_due()
            db.session.remove()
        folder = self.app.extensions["settings"].data / "letters"
        about = re.compile("We hid something|You told us|We show something|We looked again")
        every = [
            each for each in list_laid(folder, 500) if each.to == f"{name}@example.org" and about.match(each.subject)
        ]
        known = self.known.get(name, 0)
        self.known[name] = len(every)
        return every[: len(every) - known]

    def ask_again(self) -> None:
        """Amina asks. Dora decided, so she cannot answer; the page says so before she writes a word."""
        amina, path = self.of("amina"), f"/ask-again/session/{self.session}"
        assert REASON in amina.read(path)
        assert amina.fill(path, {"words": PLEA}) == "/report/thank-you"
        assert "You asked us on" in amina.read("/where-it-stands")
        dora, asked = self.of("dora"), self.newest()
        assert "Its author asks again" in dora.read("/reports")
        page = dora.read(asked)
        assert PLEA in page
        assert "A colleague looks at it this time." in page
        assert 'name="choice"' not in page
        assert "in-hand" not in page
        assert not any(self.places().values())

    def take_back(self) -> None:
        """Gita answers: it is there again, everywhere, and both hear of it."""
        gita, asked = self.of("gita"), self.newest()
        assert REASON in gita.read(asked), "what was decided before, and why"
        assert gita.fill(asked, {"choice": "show", "reason": ANSWER}) == "/reports"
        assert all(self.places().values()), self.places()
        (amina,), (chidi,) = self.letters("amina"), self.letters("chidi")
        assert amina.subject == "We show something of yours again"
        assert "Now we have looked again, and it can be seen." in chidi.body
        for letter, others in ((amina, "Chidi|Dora|Gita"), (chidi, "Amina|Dora|Gita")):
            assert f"Our reason: {ANSWER}" in letter.body
            assert not re.search(others, letter.body + letter.html)
        assert self.letters("amina") == self.letters("chidi") == []

    def trail(self) -> None:
        """Who did what to which: verbs and numbers, and no word of anybody's."""
        with self.app.app_context():
            rows = list(db.session.scalars(select(AuditRow).order_by(AuditRow.id)))
            about = (Report.kind == "session", Report.thing_id == self.session)
            numbers = list(db.session.scalars(select(Report.id).where(*about)))
            session = [row.verb for row in rows if (row.kind, row.thing_id) == ("session", self.session)]
            db.session.remove()
        told = [row.verb for row in rows if row.kind == "report" and row.thing_id in numbers]
        assert session[-5:] == ["reported", "reported", "hidden", "reported", "restored"]
        assert told == ["took in hand", "decided", "decided"]
        kept = {column.key: column.columns[0].type for column in inspect(AuditRow).column_attrs}
        assert set(kept) == {"id", "at", "actor_id", "verb", "kind", "thing_id"}
        said = {getattr(row, key) for row in rows for key, kind in kept.items() if isinstance(kind, String)}
        assert all(re.fullmatch(r"[A-Za-z_ ]{2,40}", each) for each in said), said
        assert not any(words.lower() in " ".join(said) for words in WORDS)

    def go(self) -> None:
        """The whole way."""
        self.plan()
        self.report()
        self.hide()
        self.tell_both()
        self.ask_again()
        self.take_back()
        self.trail()
