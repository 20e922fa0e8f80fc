"""Whatever people do, in whatever order: the seats taken are the heads that hold one, and nobody walks past."""

import random
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from participate.core import clock
from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.outbox import service as outbox
from participate.sessions import service
from participate.sessions.models import Session, SignUp
from participate.sessions.rules.party import Party, Wish
from participate.sessions.rules.waiting import is_last_day
from participate.sessions.words import HOLDS_SEAT, SessionStatus, SignUpStatus
from tests.sessions.making import session
from tests.street import NOON, Street, person

STEPS = 60
NEVER = (SignUpStatus.CANCELLED, SignUpStatus.LAPSED)


class Days:
    """A few days of one session in which people do what comes into their heads."""

    def __init__(self, street: Street, seed: int) -> None:
        self.dice = random.Random(seed)
        self.street, self.now = street, NOON
        starts_at = NOON + timedelta(days=3)
        self.number = session(street, starts_at, capacity=8, places=6, children=True).id
        self.people = [person(f"P{each} Neighbour") for each in range(12)]
        self.answers: set[str] = set()

    @property
    def held(self) -> Session:
        return db.session.get_one(Session, self.number)

    def some(self) -> SignUp | None:
        rows = db.session.scalars(select(SignUp).where(SignUp.session_id == self.number).order_by(SignUp.id)).all()
        return self.dice.choice(rows) if rows else None

    def party(self) -> Party:
        return Party(children=self.dice.choice((0, 0, 0, 1, 2)), babies=self.dice.choice((0, 0, 1)))

    def step(self) -> None:
        """One thing happens, or is refused with a clear sentence; then time passes and the jobs run."""
        act = self.dice.choice(
            (self.join, self.join, self.leave, self.answer, self.invite, self.grow, self.resize, self.wait)
        )
        with clock.stop_at(self.now):
            try:
                act()
                db.session.commit()
                self.answers.add(act.__name__)
            except RuleBroken as broken:
                db.session.rollback()
                self.answers.add(type(broken).__name__)
            outbox.run_due()
            self.check()

    def join(self) -> None:
        by_host = self.street.amina.id if self.dice.random() < 0.2 else None
        wish = Wish(self.party(), any_time=self.dice.random() < 0.4)
        service.sign_up(self.dice.choice(self.people), self.held, wish, host_id=by_host)

    def leave(self) -> None:
        if (one := self.some()) is not None:
            service.stay_away(one, host_id=self.dice.choice((None, self.street.amina.id)))

    def answer(self) -> None:
        if (one := self.some()) is not None:
            service.accept(one)

    def invite(self) -> None:
        if (one := self.some()) is not None:
            service.invite(self.street.amina.id, one)

    def grow(self) -> None:
        if (one := self.some()) is not None:
            service.change_party(one, self.party(), "", any_time=self.dice.random() < 0.5, meet_me=False)

    def resize(self) -> None:
        """The host makes the room larger or smaller, as far as those who hold a seat allow."""
        held = service.hold(self.number)
        held.capacity = max(held.taken, self.dice.randint(3, 10), 1)
        held.places = self.dice.randint(0, held.capacity)
        db.session.flush()
        service.settle(held)

    def wait(self) -> None:
        self.now += timedelta(minutes=self.dice.choice((1, 30, 300, 800)))

    def check(self) -> None:
        db.session.expire_all()
        heads = func.coalesce(func.sum(SignUp.heads), 0)
        here = SignUp.session_id == self.number
        holding = db.session.scalar(select(heads).where(here, SignUp.status.in_(HOLDS_SEAT)))
        held = self.held
        assert held.taken == holding <= (held.capacity or 10**6)
        active = select(SignUp.person_id).where(here, SignUp.status.not_in(NEVER))
        people = list(db.session.scalars(active))
        assert len(people) == len(set(people)), "one sign-up a person"
        self.check_line(held)

    def check_line(self, held: Session) -> None:
        """Nobody who would fit is left waiting."""
        if is_last_day(held.starts_at, clock.now()) or held.status is SessionStatus.CANCELLED:
            return
        limit = held.capacity if held.places is None else held.places
        queue = select(SignUp).where(SignUp.session_id == held.id, SignUp.status == SignUpStatus.WAITING)
        line = [each for each in db.session.scalars(queue.order_by(SignUp.queued_at, SignUp.id)) if each.heads <= limit]
        assert not line or held.taken + line[0].heads > limit, "a seat is free and somebody waits"


@pytest.mark.parametrize("seed", range(8))
def test_it_holds_whatever_happens(street: Street, seed: int) -> None:
    days = Days(street, seed)
    for _each in range(STEPS):
        days.step()
    assert {"join", "leave", "grow", "resize"} <= days.answers, "the story was too dull to prove anything"


@pytest.mark.parametrize("taken", [-1, 9])
def test_behind_it_all_the_database_refuses(street: Street, taken: int) -> None:
    """Whatever a future change forgets: no more heads than the room holds, no fewer than none."""
    held = session(street, NOON + timedelta(days=3), capacity=8)
    held.taken = taken
    with pytest.raises(IntegrityError):
        db.session.flush()
    db.session.rollback()
