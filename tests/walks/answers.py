"""A suggestion answers back: its reason; not for me, because …; it goes and what is like it comes later; what we think
you like; switched off, and gone.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from flask import Flask
from sqlalchemy import select

from participate.accounts.models import Person
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.profiles import service as profiles
from participate.profiles.models import Posting
from participate.profiles.words import PostingKind, Theme
from participate.projects.models import Project
from participate.projects.words import Stage
from tests.walks.walk import Hands

LIST, THOUGHT = "/for-you?kind=project", "/what-we-think"
BREAD, SINGING = "I like baking bread", "Singing in a choir"
# Two go with the one of his lines, the third with the other.
PROJECTS = (
    ("Bread Circle", "Baking sourdough bread: flour, yeast, a slow oven and patience. Baking bread."),
    ("Sourdough Bread Circle", "Baking sourdough bread: flour, yeast, a hot oven and patience. Baking bread."),
    ("Folk Sundays", "We meet by the river with tea, blankets and guitars, and there is singing till the sun is down."),
)


@dataclass
class Answering:
    """Chidi likes baking bread, and singing."""

    app: Flask
    hands: Callable[[str], Hands]
    ids: dict[str, int] = field(default_factory=dict)

    def begin(self) -> None:
        """Three projects go with his words, each with its reason."""
        self.chidi = self.hands("chidi")
        with self.app.app_context():
            me = db.session.scalars(select(Person).where(Person.email == "chidi@example.org")).one()
            for name, about in PROJECTS:
                self._project(me, name, about)
            mine = Posting.person_id == me.id, Posting.words == BREAD
            self.ids["line"] = db.session.scalars(select(Posting.id).where(*mine)).one()
            bilal = db.session.scalars(select(Person.id).where(Person.email == "bilal@example.org")).one()
            for person_id, words in ((me.id, SINGING), (bilal, BREAD)):
                profiles.add(person_id, person_id, PostingKind.INTEREST, words)
            db.session.commit()
            db.session.remove()
        page = self.chidi.read(LIST)
        for name, _about in PROJECTS:
            assert name in page, name
        assert "You said <mark>baking bread</mark>, and this is about it" in page

    def _project(self, me: Person, name: str, about: str) -> None:
        now = clock.now()
        made = Project(
            name=name, about=about, theme=Theme.COOK, stage=Stage.RUNNING, minutes=60, ward_id=me.ward_id,
            square=me.square, made_at=now, changed_at=now,
        )  # fmt: skip
        db.session.add(made)
        db.session.flush()
        record(None, "made", "project", made.id)
        self.ids[name] = made.id

    def say_no(self) -> None:
        """The Bread Circle is not his thing: it goes at once, and what is like it falls behind the singing."""
        before = self.order()
        assert before.index("Sourdough Bread Circle") < before.index("Folk Sundays"), before
        self.answer("Bread Circle", "not_my_thing")
        after = self.order()
        assert "Bread Circle" not in after
        assert after.index("Folk Sundays") < after.index("Sourdough Bread Circle"), after

    def take_back(self) -> None:
        """As if he had said nothing; then he says it again."""
        self.chidi.fill(THOUGHT, {}, to=f"/project/{self.ids['Bread Circle']}/back")
        assert "Bread Circle" in self.order()
        self.answer("Bread Circle", "not_my_thing")

    def look_at_what_we_think(self) -> None:
        """All of it stands there: his line, where he is, his answer."""
        page = self.chidi.read(THOUGHT)
        for words in (BREAD, SINGING, "Parsloes", "Bread Circle", "Not for me: Not my thing"):
            assert words in page, words

    def switch_off(self) -> None:
        """His line is used no more: what goes with it is gone for him, and nobody finds him by it."""
        bilal = self.hands("bilal")
        assert ">Chidi<" in bilal.read("/for-you?kind=person")
        self.chidi.fill(THOUGHT, {}, to=f"/posting:{self.ids['line']}/off")
        assert self.order() == ["Folk Sundays"]
        assert ">Chidi<" not in bilal.read("/for-you?kind=person")
        self.chidi.fill(THOUGHT, {}, to=f"/posting:{self.ids['line']}/on")
        assert "Sourdough Bread Circle" in self.order()

    def switch_all_off(self) -> None:
        """And all of it: the page says so and shows what is on near him."""
        self.chidi.fill(THOUGHT, {}, to="/all/off")
        page = self.chidi.read("/for-you")
        assert "You switched your suggestions off" in page
        assert "<mark>" not in page
        self.chidi.fill(THOUGHT, {}, to="/all/on")
        assert "Folk Sundays" in self.chidi.read(LIST)

    def answer(self, name: str, reason: str) -> None:
        """One tap on a card."""
        self.chidi.fill(LIST, {"reason": reason}, to=f"/project/{self.ids[name]}/not")

    def order(self) -> list[str]:
        """The projects of his list, as they stand."""
        page = self.chidi.read(LIST)
        places = {name: page.find(f'href="/projects/{self.ids[name]}"') for name, _about in PROJECTS}
        return sorted((name for name, place in places.items() if place >= 0), key=lambda name: places[name])

    def go(self) -> None:
        """The whole way."""
        self.begin()
        self.say_no()
        self.take_back()
        self.look_at_what_we_think()
        self.switch_off()
        self.switch_all_off()
