"""A kitchen at somebody's home: listed, asked for ten times with the sixth week taken, agreed; where it is, only the
one who booked it learns, and only until a day after."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from flask import Flask
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.core.mail import list_laid
from participate.outbox import service as outbox
from participate.spaces.models import Booking
from participate.spaces.words import BookingStatus
from tests.walks.walk import Hands

WHERE = "47 Canary Close, the green door"
TUESDAYS = {"day": "2026-07-14", "hour": "18:00", "length": "120", "label": "Bread on Tuesdays", "heads": "4"}
SIXTH, MOVED = "2026-08-18", "2026-08-19"


@dataclass
class Kitchen:
    """Amina lists her kitchen; Chidi asks for ten Tuesdays."""

    app: Flask
    hands: Callable[[str], Hands]
    ward: int
    space: str = ""
    booking: str = ""

    def list_it(self) -> None:
        """It is at her home: everybody sees its neighbourhood, nobody the address."""
        self.amina, self.chidi = self.hands("amina"), self.hands("chidi")
        kitchen = {"kind": "kitchen", "name": "Amina’s kitchen", "capacity": "5", "ward": str(self.ward)}
        self.space = self.amina.fill("/spaces/new", kitchen | {"private": ["y"], "address": WHERE})
        assert re.fullmatch(r"/spaces/\d+", self.space)

    def take_the_sixth_week(self) -> None:
        """She needs it herself: nobody is asked."""
        hers = TUESDAYS | {"day": SIXTH, "label": "My sister’s birthday"}
        self.amina.look(f"{self.space}/book", hers)
        self.amina.fill("", {"step": "book"})
        assert self.statuses() == [BookingStatus.AGREED]

    def ask_for_ten(self) -> None:
        """The sixth is taken: nothing is written until he says what becomes of it; he comes a day later."""
        page = self.chidi.look(f"{self.space}/book", TUESDAYS | {"every": "week", "times": "10"})
        assert "One date needs a choice" in page or "1 date needs a choice" in page
        assert len(self.statuses()) == 1, "never half-written"
        page = self.chidi.look("", {"instead-5": "move", "day-5": MOVED, "step": "check"})
        assert "Moved from Tuesday 18 August" in page
        assert len(self.statuses()) == 1
        self.booking = self.chidi.fill("", {"step": "book"})
        assert self.statuses() == [BookingStatus.AGREED, *[BookingStatus.ASKED] * 10]

    def agree(self) -> None:
        """One press says yes to all ten; he hears of it in one letter."""
        assert self.canary_in(self.chidi) == []
        self.amina.fill(self.booking, {"reach": "all"}, to="/agree")
        assert self.statuses() == [BookingStatus.AGREED] * 11
        here = re.compile(re.escape(self.booking) + r"\b")  # letters of other stories may lie there
        told = [each for each in self.letters() if each.to == "chidi@example.org" and here.search(each.body)]
        assert len(told) == 1
        assert all(WHERE not in each.body for each in self.letters())

    def find_the_door(self) -> None:
        """He sees where it is, on the page of his booking; nobody else does, anywhere; and a day after it is gone."""
        assert self.booking in self.canary_in(self.chidi)
        for name in ("bilal", "efua", "a stranger"):
            assert self.canary_in(self.hands(name), self.space, "/spaces") == []
        for late, seen in ((timedelta(hours=24), True), (timedelta(hours=24, minutes=1), False)):
            with clock.stop_at(self.first_end() + late):
                page = self.chidi.read(self.booking)
            assert "This one is over" in page
            assert (WHERE in page) is seen

    def canary_in(self, hands: Hands, *pages: str) -> list[str]:
        """The pages on which somebody can read where the kitchen is."""
        return [
            page for page in pages or (self.space, "/spaces", "/bookings", self.booking) if WHERE in hands.read(page)
        ]

    def statuses(self) -> list[BookingStatus]:
        """How the bookings stand, in the order in which they were made."""
        with self.app.app_context():
            found = list(db.session.scalars(select(Booking.status).order_by(Booking.id).where(self._here)))
            db.session.remove()
        return found

    @property
    def _here(self):  # type: ignore[no-untyped-def]
        return Booking.space_id == int(self.space.rsplit("/", 1)[-1])

    def first_end(self):  # type: ignore[no-untyped-def]
        """When the first of them is over."""
        with self.app.app_context():
            found = db.session.scalar(select(Booking.ends_at).where(self._here).order_by(Booking.ends_at))
            db.session.remove()
        return found

    def letters(self):  # type: ignore[no-untyped-def]
        """Every letter, after the worker ran."""
        with self.app.app_context():
            outbox.run_due()
            db.session.remove()
        return list_laid(self.app.extensions["settings"].data / "letters", 500)

    def go(self) -> None:
        """The whole way."""
        self.list_it()
        self.take_the_sixth_week()
        self.ask_for_ten()
        self.agree()
        self.find_the_door()
