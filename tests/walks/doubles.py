"""One neighbour known three times: without an account, written down at the counter, and with an account.

The night finds the pairs, staff make them one, all history is hers and each session counts her once; then it is undone,
and everything is as it was.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from flask import Flask
from sqlalchemy import func, select

from participate.accounts.models import Merge, Person, SamePerson
from participate.accounts.words import PersonKind, SameStatus
from participate.core import clock
from participate.core.db import Base, db, transaction
from participate.core.jobs import periodic
from participate.core.mail import list_laid
from participate.outbox import service as outbox
from participate.sessions.models import Attendance, Session, SignUp
from participate.stories.queries import list_green_facts
from tests.walks.walk import Hands, Walk

NAME = "Safiya Dar"
AS_GUEST, AS_MEMBER = "safiya@example.org", "safiya.dar@example.org"
NIGHT = ("accounts.find_doubles", "sessions.find_doubles")
# What says that a merge was made and undone, and who used which browser when.
BESIDE = {"merge", "same_person", "audit_row", "audit_seal", "promise", "sign_in", "throttle"}
LONGEST = 4  # nights until nobody is left to be asked about


@dataclass
class Doubles(Walk):
    """Dora is staff, Amina hosts the session. Safiya is known three times in the end."""

    app: Flask
    hands: Callable[[str], Hands]
    session: int
    project: int
    ward: int
    rows: dict[str, int] = field(default_factory=dict)
    before: int = 0
    decided: list[int] = field(default_factory=list)
    was: dict[str, Any] = field(default_factory=dict)

    def ask(self, question: Callable[[], Any]) -> Any:
        """A look into the database."""
        with self.app.app_context():
            answer = question()
            db.session.remove()
            return answer

    def newest(self) -> int:
        """The person who was made last."""
        return int(self.ask(lambda: db.session.scalar(select(func.max(Person.id)))))

    def come_three_times(self) -> None:
        """She signs up without an account; is written down and signed up at the counter; joins, months later."""
        self.of("a guest").fill(f"/sessions/{self.session}", {"name": NAME, "contact": AS_GUEST})
        self.rows["guest"] = self.newest()
        page = self.of("dora").fill("/people/new", {"name": NAME, "adult": "y", "agreed": "y"})
        self.rows["entered"] = int(page.rpartition("/")[2])
        self.of("dora").fill(f"{page}/sessions/{self.session}", {})
        safiya = self.of("safiya")
        safiya.fill("/join", {"name": NAME, "contact": AS_MEMBER, "ward": str(self.ward), "adult": "y"})
        safiya.fill("/code", {"code": self.code()})
        self.rows["account"] = self.newest()
        kinds = self.ask(lambda: [db.session.get_one(Person, each).kind for each in self.rows.values()])
        assert kinds == [PersonKind.GUEST, PersonKind.ENTERED, PersonKind.ACCOUNT]

    def code(self) -> str:
        """The digits of the letter that came."""
        with self.app.app_context():
            outbox.run_due()
            db.session.remove()
        laid = list_laid(self.app.extensions["settings"].data / "letters", 500)
        found = next(re.search(r"\b(\d{6})\b", each.body) for each in laid if each.to == AS_MEMBER)
        assert found
        return found.group(1)

    def count_her_twice(self) -> None:
        """At the door two names are tapped; the figures have one too many."""
        self.before = self._came()
        amina, page = self.of("amina"), f"/sessions/{self.session}/check-in"
        signed = self.ask(lambda: db.session.scalars(select(SignUp.id).where(*self._hers(SignUp))).all())
        with clock.stop_at(self.starts_at + timedelta(minutes=10)):
            for sign_up in signed:
                amina.fill(page, {}, to=f"/{sign_up}/came")
        with clock.stop_at(self.starts_at + timedelta(hours=3)):
            amina.fill(page, {"minutes": "120"}, to="/close")
        self._counted(2)
        assert self.on_the_list() == 2

    @property
    def starts_at(self) -> Any:
        """When the session begins."""
        return self.ask(lambda: db.session.scalar(select(Session.starts_at).where(Session.id == self.session)))

    def _hers(self, model: type[Attendance] | type[SignUp]) -> tuple[Any, ...]:
        return model.session_id == self.session, model.person_id.in_(self.rows.values())

    def _came(self) -> int:
        """How many came to the project lately, as its green shoot says on the day of the session."""
        with clock.stop_at(self.starts_at + timedelta(hours=3)):
            shoots = self.ask(lambda: {each.card.id: each.facts.came for each in list_green_facts(50)})
        return int(shoots.get(self.project, 0))

    def _counted(self, times: int) -> None:
        """So many rows of attendance, sign-ups and taken places are hers; the figures say as many."""
        for model in (Attendance, SignUp):
            query = select(func.count(model.id)).where(*self._hers(model))
            assert self.ask(lambda query=query: db.session.scalar(query)) == times, model
        assert self._came() == self.before + times

    def on_the_list(self) -> int:
        """How often her host reads her name among those who come."""
        source = self.of("amina").read(f"/sessions/{self.session}/coming")
        return len(re.findall(r"<strong>(?:<bdi>)?Safiya", source))

    def night(self) -> list[int]:
        """The nightly jobs; the pairs of hers that staff find in the morning."""
        with self.app.app_context():
            with transaction():
                for name in NIGHT:
                    periodic[name][1]()
            db.session.remove()
        found = [int(each) for each in re.findall(r'href="/same-person/(\d+)"', self.of("dora").read("/same-person"))]
        hers = select(SamePerson.id).where(SamePerson.low_id.in_(self.rows.values()))
        of_her = set(self.ask(lambda: db.session.scalars(hers).all()))
        return [each for each in found if each in of_her]  # the street has other pairs too

    def make_one(self) -> None:
        """Pair by pair, as the nights find them, Dora keeps the account where there is one."""
        self.was = self.everything()
        for _night in range(LONGEST):
            pairs = self.night()
            if not pairs:
                break
            page = f"/same-person/{pairs[0]}"
            source = self.of("dora").read(page)
            assert source.count(NAME) >= 2
            assert AS_GUEST not in source, "enough of a contact to compare, no more"
            assert AS_MEMBER not in source
            low, high = self.ask(lambda pair=pairs[0]: db.session.execute(
                select(SamePerson.low_id, SamePerson.high_id).where(SamePerson.id == pair)).one())  # fmt: skip
            stays = self.rows["account"] if self.rows["account"] in (low, high) else self.rows["entered"]
            assert self.of("dora").fill(page, {"which": str(stays)}) == "/same-person"
            self.decided.append(pairs[0])
        assert len(self.decided) == 2
        assert self.night() == [], "nobody is asked about again"

    def see_her_once(self) -> None:
        """Her account has it all, each session once; who was another row is nobody any more."""
        self._counted(1)
        query = select(SignUp.person_id).where(*self._hers(SignUp))
        assert self.ask(lambda: db.session.scalars(query).all()) == [self.rows["account"]]
        taken = self.ask(lambda: db.session.scalar(select(Session.taken).where(Session.id == self.session)))
        assert taken == self.was["taken"] - 1
        assert self.on_the_list() == 1
        stays = select(Person.merged_into_id).where(Person.id.in_((self.rows["guest"], self.rows["entered"])))
        assert None not in self.ask(lambda: db.session.scalars(stays).all())

    def take_it_back(self) -> None:
        """They are three after all, the last made one first: every row of every table is what it was."""
        for _again in self.decided:
            made = self.ask(lambda: db.session.scalar(select(func.max(Merge.id)).where(Merge.undone_at.is_(None))))
            self.of("dora").fill("/same-person", {}, to=f"/merges/{made}/undo")
        back = self.everything()
        assert {name: rows for name, rows in back.items() if rows != self.was[name]} == {}
        self._counted(2)
        assert not set(self.night()) & set(self.decided), "staff have said that they are not one"
        status = select(SamePerson.status).where(SamePerson.low_id.in_(self.rows.values()))
        assert SameStatus.SAME not in self.ask(lambda: db.session.scalars(status).all())

    def everything(self) -> dict[str, Any]:
        """Every row of every table, but for what says that a merge was made."""
        tables = [each for each in Base.metadata.sorted_tables if each.name not in BESIDE]
        taken = select(Session.taken).where(Session.id == self.session)
        return self.ask(lambda: {"taken": db.session.scalar(taken)} | {
            each.name: sorted((tuple(row) for row in db.session.execute(select(each))), key=repr) for each in tables
        })  # fmt: skip

    def go(self) -> None:
        """All of it."""
        self.come_three_times()
        self.count_her_twice()
        self.make_one()
        self.see_her_once()
        self.take_it_back()
