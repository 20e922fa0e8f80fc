"""Two shorter ways: a weekly series with one week moved and one cancelled; and from the front page to a place."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from flask import Flask
from icalendar import Calendar
from recurring_ical_events import of
from sqlalchemy import func, select

from participate.core import clock
from participate.core.db import db
from participate.core.mail import list_laid
from participate.outbox import service as outbox
from participate.sessions.models import Series, Session
from tests.look_at import Looked
from tests.walks.walk import Hands

WEEK = timedelta(days=7)


def letters(app: Flask) -> list[tuple[str, str]]:
    """(address, subject) of every letter, after the worker ran."""
    with app.app_context():
        outbox.run_due()
        db.session.remove()
    return [(each.to, each.subject) for each in list_laid(app.extensions["settings"].data / "letters", 500)]


@dataclass
class Weeks:
    """Amina plans four Tuesdays around the end of summer time; Hana and Ivo mean to come to all of them."""

    app: Flask
    hands: Callable[[str], Hands]
    project: int
    space: int
    sessions: list[int] = field(default_factory=list)

    def plan(self) -> None:
        """Four weeks from Tuesday 13 October 2026 at 6pm: the clocks go back on the 25th."""
        self.amina = self.hands("amina")
        self.amina.fill(
            f"/projects/{self.project}/sessions/new",
            {"day": "2026-10-13", "hour": "18:00", "length": "120", "place": f"space:{self.space}",
             "rhythm": "weekly", "times": "4"},
        )  # fmt: skip
        with self.app.app_context():
            newest = select(func.max(Series.id)).scalar_subquery()
            made = select(Session.id).where(Session.series_id == newest).order_by(Session.starts_at)
            self.sessions = list(db.session.scalars(made))
            db.session.remove()
        assert len(self.sessions) == 4

    def sign_up(self) -> None:
        """Two neighbours without an account, each for the second and the third week."""
        for name in ("Hana", "Ivo"):
            for number in self.sessions[1:3]:
                form = {"name": name, "contact": f"{name.lower()}@example.org"}
                self.hands(name).fill(f"/sessions/{number}", form)

    def change(self) -> None:
        """The second week moves to Wednesday; the third is cancelled; each tells both of them once."""
        before = letters(self.app)
        self.amina.fill(f"/sessions/{self.sessions[1]}/edit", {"reach": "one", "day": "2026-10-21"})
        self.amina.fill(f"/sessions/{self.sessions[2]}/cancel", {"reach": "one", "reason": "The oven is broken."})
        letters(self.app)
        told = letters(self.app)  # the worker ran twice: nobody hears anything twice
        fresh = list(told)
        for each in before:
            fresh.remove(each)
        for mail in ("hana@example.org", "ivo@example.org"):
            assert len([to for to, _subject in fresh if to == mail]) == 2, fresh

    def read_the_calendar(self) -> None:
        """Any calendar reads the right days and hours from the project's file, across the clock change."""
        text = self.hands("phone").read(f"/projects/{self.project}/sessions.ics")
        calendar = Calendar.from_ical(text)
        events = of(calendar).between("20261001", "20261201")
        on = sorted(
            f"{clock.local(event['DTSTART'].dt):%a %d %b %H:%M}"
            for event in events
            if event.get("STATUS") != "CANCELLED"
        )
        assert on == ["Tue 03 Nov 18:00", "Tue 13 Oct 18:00", "Wed 21 Oct 18:00"]

    def go(self) -> None:
        """The whole way."""
        self.plan()
        self.sign_up()
        self.change()


def come_once(hands: Hands, contact: str) -> tuple[str, int]:
    """From the front page to a place on a session: (the page of her place, how many fields she filled in)."""
    front = Looked(hands.read("/"))
    links = [each.attrs.get("href", "") for each in front.elements("a")]
    session = next(each for each in links if re.fullmatch(r"/sessions/\d+", each))
    two = {"name": "Hana", "contact": contact}
    return hands.fill(session, dict(two)), len(two)
