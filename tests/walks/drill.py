"""A drill: borrowed, waited for, back with a note; the next is told once, and it is theirs."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from flask import Flask
from sqlalchemy import func, select

from participate.core.db import db
from participate.materials.models import Loan
from participate.materials.words import LoanStatus
from participate.outbox import service as outbox
from participate.outbox.models import Promise
from tests.walks.walk import Hands, Walk

NOTE = "The cable is loose near the plug."


@dataclass
class Drill(Walk):
    """Chidi lends his drill; Amina has it; Bilal waits, and Dora after him."""

    app: Flask
    hands: Callable[[str], Hands]
    thing: str = ""
    loans: dict[str, str] = field(default_factory=dict)

    def list_it(self) -> None:
        """He puts it on the list, and says that whoever asks first has it, for three days."""
        chidi = self.of("chidi")
        self.thing = chidi.fill("/materials/new", {"deal": "lend", "name": "Hammer drill", "how_many": "1"})
        assert re.fullmatch(r"/materials/\d+", self.thing)
        terms = {"how": "at_once", "loan_days": "3", "parts": "Case\n6 bits", "safety": "Wear the goggles."}
        chidi.fill(f"{self.thing}/lend", terms)

    def borrow(self) -> None:
        """Amina asks first: it is hers. He hands it out and notes how it looks."""
        self.loans["amina"] = self._asks("amina", "For a shelf.")
        assert "How to get it" in self.of("amina").read(self.loans["amina"])
        scanned = self.of("chidi").read(f"{self.thing}/scan")
        assert "Hand it out" in scanned
        self.of("chidi").fill(f"{self.loans['amina']}/out", {"condition": "good", "note": "One bit is new."})
        assert "It is out" in self.of("somebody").read(self.thing)
        assert "Amina" not in self.of("somebody").read(self.thing)

    def queue(self) -> None:
        """Bilal asks, then Dora: each sees her place, and only the first may have it next."""
        for name, words in (("bilal", "You are next."), ("dora", "One is before you.")):
            self.loans[name] = self._asks(name, "When it is back, please.")
            assert words in self.of(name).read(self.loans[name])
        assert self.statuses() == [LoanStatus.OUT, LoanStatus.WAITING, LoanStatus.WAITING]

    def bring_back(self) -> None:
        """Back with a note, one bit missing; Bilal is told, once, however often the worker runs."""
        page = f"{self.loans['amina']}/back"
        bits = re.findall(r'name="(missing-\d+)"', self.of("chidi").read(page))[1]
        self.of("chidi").fill(page, {"condition": "worn", "note": NOTE, bits: "1"})
        assert NOTE in self.of("amina").read(self.loans["amina"])
        assert "One part is not complete." in self.of("somebody").read(self.thing)
        for _again in range(2):
            with self.app.app_context():
                outbox.run_due()
                db.session.remove()
        assert (self.told("bilal"), self.told("dora")) == (1, 0)
        assert self.statuses() == [LoanStatus.BACK, LoanStatus.OFFERED, LoanStatus.WAITING]

    def the_next(self) -> None:
        """Bilal says yes; he collects it; Dora moves up."""
        self.of("bilal").fill(self.loans["bilal"], {}, to="/accept")
        assert "How to get it" in self.of("bilal").read(self.loans["bilal"])
        self.of("chidi").fill(f"{self.loans['bilal']}/out", {"condition": "worn"})
        assert "You are next." in self.of("dora").read(self.loans["dora"])
        assert self.statuses() == [LoanStatus.BACK, LoanStatus.OUT, LoanStatus.WAITING]
        assert self.told("bilal") == 1

    def _asks(self, name: str, words: str) -> str:
        path = self.of(name).fill(f"{self.thing}/borrow", {"words": words, "days": "3"})
        assert re.fullmatch(r"/loans/\d+", path)
        return path

    def statuses(self) -> list[LoanStatus]:
        """How the loans of the drill stand, in the order in which they were asked for."""
        with self.app.app_context():
            here = Loan.material_id == int(self.thing.rsplit("/", 1)[-1])
            found = list(db.session.scalars(select(Loan.status).where(here).order_by(Loan.id)))
            db.session.remove()
        return found

    def told(self, name: str) -> int:
        """How many letters said to somebody that it is her turn."""
        number = self.loans[name].rsplit("/", 1)[-1]
        with self.app.app_context():
            query = select(func.count(Promise.id)).where(Promise.key.like(f"loan_offered:{number}:%"))
            found = db.session.scalar(query) or 0
            db.session.remove()
        return found

    def go(self) -> None:
        """The whole way."""
        self.list_it()
        self.borrow()
        self.queue()
        self.bring_back()
        self.the_next()
