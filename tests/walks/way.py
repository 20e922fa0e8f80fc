"""The way from an idea to a recipe that is started in another ward, step by step, by whatever hands."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from flask import Flask
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.core.mail import list_laid
from participate.outbox import service as outbox
from participate.projects.models import Idea, Project, Recipe
from participate.sessions.models import Attendance, Session, SignUp
from participate.sessions.words import SignUpStatus
from tests.walks.walk import Hands, Walk

DAY = timedelta(days=1)
STEPS = "Find a room with sockets.\nAsk two people who can mend.\nPut up a poster.\nOpen the door."
CREDIT = "Chidi and Bilal, Parsloes"


@dataclass
class Way(Walk):
    """Who goes it, and what was made on the way. `hands` gives a person's browser by name; a new one each time for
    somebody without an account.
    """

    app: Flask
    hands: Callable[[str], Hands]
    ward: int
    other_ward: int
    space: int
    project: int = 0
    session: int = 0
    recipe: str = ""

    @contextmanager
    def ask(self) -> Iterator[None]:
        """A look into the database."""
        with self.app.app_context():
            yield
            db.session.remove()

    def letter_to(self, mail: str) -> str:
        """The newest letter at this address, after the worker ran."""
        with self.ask():
            outbox.run_due()
        laid = list_laid(self.app.extensions["settings"].data / "letters", 500)
        return next(each.body for each in laid if each.to == mail)

    def secret_of(self, mail: str) -> str:
        """The secret page that the newest letter leads to."""
        found = re.search(r"/come/[\w-]+", self.letter_to(mail))
        assert found
        return found.group(0)

    def statuses(self) -> list[str]:
        """Where the sign-ups of the session stand, in the order in which they were made."""
        with self.ask():
            return list(
                db.session.scalars(select(SignUp.status).where(SignUp.session_id == self.session).order_by(SignUp.id))
            )

    def add_to_an_idea(self) -> None:
        """Chidi has an idea, Bilal would join, the hub says what comes next."""
        self.of("chidi").fill("/ideas/new", {"words": "Wouldn’t it be good if we juggled outside the station?"})
        with self.ask():
            idea = db.session.scalar(select(Idea.id).order_by(Idea.id.desc()))
        self.of("bilal").fill(f"/ideas/{idea}/replies/new?kind=join", {"kind": "join"})
        step = "Chidi and Dora look at the room."
        answer = {"words": "Lovely. The shop is free on Thursdays.", "next_step": step}
        self.of("dora").fill(f"/ideas/{idea}/answer", answer)
        shown = self.of("reader").read(f"/ideas/{idea}")
        assert "Bilal" in shown
        assert step in shown

    def start_the_recipe(self) -> None:
        """Four questions make a project with needs; Bilal can help; tools ask for the host's short list."""
        chidi = self.of("chidi")
        four = {"name": "Toaster Café", "ward": str(self.ward), "when": "Thursday evenings"}
        page = chidi.fill("/recipes/repair-cafe/start", four)
        with self.ask():
            project = db.session.scalar(select(Project).where(Project.name == "Toaster Café"))
            self.project = project.id
            need = next(each.id for each in project.needs if each.kind.value == "person")
        assert page == f"/projects/{self.project}"
        assert "Dora" in chidi.read(page), "somebody at the hub rings him"
        self.of("bilal").fill(f"{page}/help?need={need}", {"words": "I can solder."})
        chidi.fill(f"{page}/team", {}, to="/answer")  # the first of two buttons: "Welcome"
        assert "Bilal" in self.of("reader").read(page), "he is on the team"
        chidi.fill(f"{page}/safety", {"lines": chidi.values(f"{page}/safety", "lines")})

    def plan_the_first_session(self) -> None:
        """Day, hour, place; then it is made small, and children may come."""
        day = (clock.local(clock.now()) + 7 * DAY).date().isoformat()
        when = {"day": day, "hour": "18:00", "length": "120", "place": f"space:{self.space}"}
        page = self.of("chidi").fill(f"/projects/{self.project}/sessions/new", when)
        self.session = int(re.sub(r"\D", "", page))
        self.of("chidi").fill(f"/sessions/{self.session}/edit", {"capacity": "3", "children": "y"})

    def move_the_waiting_list(self) -> None:
        """Hana comes with two children and no account; Ivo waits; she gives up, he says yes."""
        page = f"/sessions/{self.session}"
        family = {"name": "Hana", "contact": "hana@example.org", "toddlers": "1", "children": "1"}
        place = self.of("hana").fill(page, family)
        self.of("ivo").fill(page, {"name": "Ivo", "contact": "ivo@example.org"})
        assert self.statuses() == ["going", "waiting"]
        assert self.secret_of("hana@example.org") == place
        self.of("hana").fill(place, {}, to="/away")
        assert self.statuses() == ["cancelled", "offered"]
        self.of("ivo").fill(self.secret_of("ivo@example.org"), {}, to="/yes")
        assert self.statuses() == ["cancelled", "going"]

    def count_who_came(self) -> None:
        """Ivo came; so did a walk-in and two children."""
        page, chidi = f"/sessions/{self.session}/check-in", self.of("chidi")
        with self.ask():
            ivo = db.session.scalar(
                select(SignUp.id).where(SignUp.session_id == self.session, SignUp.status == SignUpStatus.GOING)
            )
        with clock.stop_at(self.starts_at + timedelta(minutes=10)):
            chidi.fill(page, {}, to=f"/{ivo}/came")
            chidi.fill(page, {"band": "adult", "name": "Jo"}, to="/walk-in")
            chidi.fill(page, {"band": "child"}, to="/walk-in")
            chidi.fill(page, {"band": "toddler"}, to="/walk-in")
        with clock.stop_at(self.starts_at + timedelta(hours=3)):
            chidi.fill(page, {"minutes": "130"}, to="/close")
        with self.ask():
            bands = db.session.scalars(select(Attendance.band).where(Attendance.session_id == self.session)).all()
        assert sorted(bands) == ["adult", "adult", "child", "toddler"]

    @property
    def starts_at(self):  # type: ignore[no-untyped-def]
        """When the session begins."""
        with self.ask():
            return db.session.scalar(select(Session.starts_at).where(Session.id == self.session))

    def tell_the_story(self) -> None:
        """The day after, on the page of the project."""
        told = {"title": "Four toasters live again", "words": "We mended four toasters and ate the proof."}
        story = self.of("chidi").fill(f"/sessions/{self.session}/story", told)
        for page in (story, f"/projects/{self.project}", f"/sessions/{self.session}"):
            assert told["title"] in self.of("reader").read(page), page

    def hand_it_on(self) -> None:
        """It runs, is written down as a recipe, and is started in another ward: the family tree knows."""
        chidi, page = self.of("chidi"), f"/projects/{self.project}"
        for stage in ("trying_out", "running"):
            chidi.fill(f"{page}/stage", {"stage": stage})
        self.recipe = chidi.fill(f"{page}/recipe", {"steps": STEPS, "credit": CREDIT})
        four = {"name": "Toaster Café, Thames", "ward": str(self.other_ward), "when": "Sundays"}
        self.of("bilal").fill(f"{self.recipe}/start", four)
        tree = self.of("reader").read(self.recipe)
        assert "Toaster Café, Thames" in tree
        assert CREDIT in tree
        with self.ask():
            made = db.session.scalar(select(Recipe).where(Recipe.project_id == self.project))
            assert made.grown_from.slug == "repair-cafe"
            started = select(Project.recipe_id).where(Project.name == "Toaster Café, Thames")
            assert db.session.scalar(started) == made.id

    def go(self) -> None:
        """The whole way."""
        self.add_to_an_idea()
        self.start_the_recipe()
        self.plan_the_first_session()
        self.move_the_waiting_list()
        self.count_who_came()
        with clock.stop_at(self.starts_at + DAY):
            self.tell_the_story()
            self.hand_it_on()
