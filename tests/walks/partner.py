"""A partner meets a need, and a mission counts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from flask import Flask

from participate.core import clock
from participate.core.db import db
from participate.missions import queries as missions
from participate.missions.models import Mission
from participate.projects.models import Need
from participate.projects.words import NeedStatus
from tests.missions.build import come, hold
from tests.walks.chairs import letters
from tests.walks.walk import Hands, Walk

LED = "Sewing for an evening"
LINK = re.compile(r"/speak-for/[\w-]+")


@dataclass
class Partner(Walk):
    """Bilal speaks for the school and asks Chidi to. Chidi finds where they can help; Amina's team says yes; the hub's
    mission counts what came of it.
    """

    app: Flask
    hands: Callable[[str], Hands]
    school: int
    project: int
    need: int
    mission: str = ""
    pledge: str = ""

    def invite(self) -> None:
        """Bilal makes a link; Chidi follows it and speaks for the school; nobody else can use it."""
        shown = self.of("bilal").look(f"/organisations/{self.school}/invitations", {})
        found = LINK.search(shown)
        assert found, shown
        self.link = found.group(0)
        assert self.of("chidi").fill(self.link, {}) == f"/organisations/{self.school}"
        assert "This invitation is over" in self.of("amina").read(self.link)
        assert "You look after this page" in self.of("chidi").read(f"/organisations/{self.school}")

    def say_what_we_have(self) -> None:
        """An hour of somebody who threads machines: now the open need stands first where we could help."""
        given = {"kind": "skill", "words": "somebody who can thread a sewing machine", "amount": "6"}
        self.of("chidi").fill(f"/organisations/{self.school}/pledges/new", given)
        page = self.of("chidi").read(f"/organisations/{self.school}/help")
        assert "This goes with what you have" in page
        assert f"/needs/{self.need}/pledge" in page

    def offer(self) -> None:
        """We can help; the team is asked by a letter, and nobody else reads of it."""
        form = f"/needs/{self.need}/pledge"
        self.pledge = self.of("chidi").fill(form, {"words": LED, "amount": "2"})
        told = letters(self.app)
        assert [to for to, subject in told if subject == "Elm Tree School can help Mend Club"] == ["amina@example.org"]
        assert LED not in self.of("reader").read(f"/organisations/{self.school}")
        assert LED not in self.of("reader").read(f"/projects/{self.project}")

    def answer(self) -> None:
        """Yes please; and when it is there: thank you. The need is met."""
        page = f"/projects/{self.project}/pledges"
        self.press("amina", page, "yes")
        assert "Mend Club has answered you" in [subject for _to, subject in letters(self.app)]
        assert "They said yes please" in self.of("chidi").read(self.pledge)
        self.press("amina", page, "here")
        with self.app.app_context():
            need = db.session.get_one(Need, self.need)
            assert (need.status, need.thanks) == (NeedStatus.MET, "Elm Tree School")
            db.session.remove()
        came = "Twelve neighbours learnt to thread a machine."
        self.of("chidi").fill(f"{self.pledge}/came", {"came": came})
        shown = self.of("reader").read(f"/organisations/{self.school}")
        for words in (LED, came, "What they back", "Mend Club"):
            assert words in shown, words

    def press(self, name: str, page: str, value: str) -> None:
        """One of two buttons of a form."""
        self.of(name).fill(page, {"answer": value}, to=f"{self.pledge}/answer")

    def name_the_mission(self) -> None:
        """The hub names a goal; the project joins; nothing is shown while it is few."""
        today = clock.today()
        goal = {
            "name": "50 neighbours mend together", "about": "What is mended is not bought.", "measure": "visits",
            "target": "50", "first_day": today.isoformat(), "last_day": (today + timedelta(days=90)).isoformat(),
        }  # fmt: skip
        self.mission = self.of("dora").fill("/missions/new", goal | self.named("dora"))
        self.of("amina").fill(f"{self.mission}/join", {"project": str(self.project)})
        self.meet(9)
        assert "Just begun" in self.of("reader").read(self.mission)

    def named(self, name: str) -> dict[str, object]:
        """In whose name: the hub's, which stands in the form."""
        found = re.search(r'value="(hub:\d+)"', self.of(name).read("/missions/new"))
        assert found
        return {"behalf": found.group(1)}

    def meet(self, heads: int) -> None:
        """A session of the project is held, and so many are counted."""
        with self.app.app_context():
            come(hold(db.session.get_one(Need, self.need).project, clock.now()), strangers=heads)
            db.session.commit()
            db.session.remove()

    def count(self) -> None:
        """More come: it is counted in steps of five, and the project goes from inspiration to tested."""
        self.meet(3)
        assert "10 or more of 50" in self.of("reader").read(self.mission)
        stage = f"{self.mission}/projects/{self.project}"
        self.of("amina").fill(stage, {"stage": "prototype", "learnt": ""})
        self.of("amina").fill(stage, {"stage": "tested", "learnt": "Two machines are enough for ten people."})
        self.meet(40)
        shown = self.of("reader").read(self.mission)
        for words in ("Reached: 50 or more", "Tested", "Two machines are enough", "Mend Club"):
            assert words in shown, words
        with self.app.app_context():
            mission = db.session.get_one(Mission, int(self.mission.rpartition("/")[2]))
            assert missions.progress(mission).shown == 50
            db.session.remove()

    def go(self) -> None:
        """The whole way."""
        self.invite()
        self.say_what_we_have()
        self.offer()
        self.answer()
        self.name_the_mission()
        self.count()
