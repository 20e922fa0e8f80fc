"""In the open: what was suggested is noted as it is read, what came of it is counted, and officers, staff and everybody
read how suggestions do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from flask import Flask
from sqlalchemy import select, update

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db, transaction
from participate.matching import jobs
from participate.matching.models import Suggested
from participate.matching.quality.steps import WEEK, Step, monday_of
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind
from participate.projects.models import Need, Project
from participate.projects.words import Stage
from participate.sessions.models import Attendance, Session
from participate.sessions.words import CameBy
from participate.stories.models import Story
from tests.walks.walk import Hands

OTHERS = 12


@dataclass
class InTheOpen:
    """Chidi finds the session; Efua and Dora look at what comes of it."""

    app: Flask
    hands: Callable[[str], Hands]

    def begin(self) -> None:
        """Chidi can mend: the session is in his list."""
        self.chidi = self.hands("chidi")
        with self.app.app_context(), transaction():
            self.me = db.session.scalars(select(Person.id).where(Person.email == "chidi@example.org")).one()
            found = db.session.scalars(select(Session).order_by(Session.id)).first()
            assert found is not None
            self.session, self.project, self.ward = found.id, found.project_id, found.ward_id
            self.name = db.session.get_one(Project, self.project).name
            profiles.add(self.me, self.me, PostingKind.SKILL, "mending broken things with a sewing machine")
        assert f'href="/sessions/{self.session}"' in self.chidi.read("/for-you?kind=session")
        assert self.step() == Step.SEEN

    def come(self) -> None:
        """He signs up, comes, and a story tells of it."""
        self.chidi.fill(f"/sessions/{self.session}", {})
        self.note()
        assert self.step() == Step.ACCEPTED
        now = clock.now()
        with self.app.app_context(), transaction():
            came_by = next(iter(CameBy))
            db.session.add(Attendance(session_id=self.session, person_id=self.me, came_by=came_by, came_at=now))
        self.note()
        assert self.step() == Step.MET
        with self.app.app_context(), transaction():
            told = {"title": "Mended", "words": "A toaster runs again.", "made_at": now, "changed_at": now}
            db.session.add(Story(project_id=self.project, session_id=self.session, person_id=self.me, **told))
        self.note()
        assert self.step() == Step.MADE

    def count(self) -> None:
        """The week is over; others had suggestions too."""
        last = monday_of(clock.today()) - WEEK
        with self.app.app_context(), transaction():
            db.session.execute(update(Suggested).values(week=last))
            for number in range(OTHERS):
                made = Person(name=f"Neighbour {number}", ward_id=self.ward, joined_at=clock.now())
                db.session.add(made)
                db.session.flush()
                for place in range(1, 6):
                    rows = {"week": last, "subject": f"project:{100 + place}", "place": place}
                    db.session.add(Suggested(person_id=made.id, step=int(place < 4), **rows))
        with self.app.app_context(), transaction():
            jobs.count()

    def look(self) -> None:
        """Staff read the weeks, everybody the quarter; nobody a name."""
        page = self.hands("dora").read("/suggestions/quality")
        assert "Week of" in page
        assert "in\u00a0100" in page.replace("&nbsp;", "\u00a0")
        assert "Chidi" not in page
        assert "Made something" in self.hands("stranger").read("/how-suggestions-do")

    def help_on(self) -> None:
        """Staff see what is stuck, with the way to its best set; and for whom nothing is found."""
        with self.app.app_context(), transaction():
            db.session.execute(update(Project).where(Project.id == self.project).values(stage=Stage.GATHERING))
            before = clock.now() - timedelta(days=30)
            db.session.execute(update(Need).where(Need.project_id == self.project).values(made_at=before))
        dora = self.hands("dora")
        assert f'href="/projects/{self.project}/set"' in dora.read("/suggestions/stuck")
        assert self.name in dora.read(f"/projects/{self.project}/set")
        assert "Offered and asked" in dora.read("/suggestions/supply")
        assert "Nothing found" in dora.read("/suggestions/nobody")

    def step(self) -> int | None:
        """How far the suggestion of the session came."""
        with self.app.app_context():
            mine = (Suggested.person_id == self.me, Suggested.subject == f"session:{self.session}")
            step = db.session.scalar(select(Suggested.step).where(*mine))
            db.session.remove()
            return step

    def note(self) -> None:
        """The hourly look."""
        with self.app.app_context(), transaction():
            jobs.note_lately()

    def go(self) -> None:
        """The whole way."""
        self.begin()
        self.come()
        self.count()
        self.look()
        self.help_on()
