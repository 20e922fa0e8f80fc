"""The desk: one of twelve has a thing in hand; of two presses each thing is in one; a press is done or taken back."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from unittest.mock import patch

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from participate.accounts.models import RoleHeld
from participate.accounts.words import Role
from participate.core import clock
from participate.core.db import db
from participate.desk import queries, service
from participate.desk.models import Claim, Undo
from participate.desk.rules.hands import InOtherHands
from participate.desk.service import presses
from participate.desk.words import Act, WaitKind
from participate.places.models import Borough, Hub, Ward
from participate.projects.models import Idea
from tests.races.racing import Job, Race, Start
from tests.races.seats import GAP, people

FIGHTING, MANY = 12, 6
IDEA = WaitKind.IDEA


def _hub() -> int:
    """A hub with nobody's things."""
    ward = db.session.scalar(select(Ward).order_by(Ward.id).limit(1)) or _ward()
    made = Hub(name=f"Hub {time.monotonic_ns()}", address="Church Elm Lane", ward_id=ward.id)
    db.session.add(made)
    db.session.flush()
    return made.id


def _ward() -> Ward:
    borough = Borough(code="E09000002", name="Barking and Dagenham")
    db.session.add(borough)
    db.session.flush()
    made = Ward(borough_id=borough.id, code="E05014067", name="Parsloes", slug="parsloes", lat=51.5, lon=0.1)
    db.session.add(made)
    db.session.flush()
    return made


def _ideas(hub_id: int, many: int) -> list[int]:
    now = clock.now()
    made = [Idea(words=f"Idea {each}", hub_id=hub_id, made_at=now, changed_at=now) for each in range(many)]
    db.session.add_all(made)
    db.session.flush()
    return [each.id for each in made]


def one_hand() -> Start:
    """Twelve of the staff take the same idea: one has it, and eleven are told so."""
    (idea,), staff, got = _ideas(_hub(), 1), people(FIGHTING), list[int]()

    def takes(person_id: int) -> Job:
        def take() -> None:
            service.take(person_id, IDEA, idea)
            got.append(person_id)

        return take

    def faults() -> list[str]:
        holder = db.session.scalar(select(Claim.person_id).where(Claim.kind == IDEA, Claim.thing_id == idea))
        return [] if got == [holder] else [f"{len(got)} have it in hand, the row says {holder}"]

    return Start([takes(each) for each in staff], faults)


def one_press() -> Start:
    """Six of the staff tick the same six ideas and press at once: each idea is in one press."""
    hub_id = _hub()
    ideas, staff = _ideas(hub_id, MANY), people(MANY)
    db.session.add_all(
        RoleHeld(person_id=each, role=Role.STAFF, subject=f"hub:{hub_id}", since=clock.now()) for each in staff
    )

    def presses_all(person_id: int, keys: list[tuple[WaitKind, int]]) -> Job:
        return lambda: service.press(person_id, queries.area_of(person_id, (hub_id,)), Act.TAKE, keys)

    def faults() -> list[str]:
        made = db.session.scalars(select(Undo).where(Undo.person_id.in_(staff)))
        found = Counter(int(step[2]) for each in made for step in each.steps)
        return [f"idea {each} is in {found[each]} presses" for each in ideas if found[each] != 1]

    return Start([presses_all(each, [(IDEA, idea) for idea in ideas]) for each in staff], faults)


def done_or_undone() -> Start:
    """The time is over for one worker and not yet for her who takes it back: three of each, and one of them wins."""
    (who,), now, told = people(1), clock.now(), list[str]()
    undo = Undo(person_id=who, later=True, steps=[], made_at=now, good_until=now + timedelta(hours=1))
    db.session.add(undo)
    db.session.flush()
    number = undo.id

    def takes_back() -> None:
        service.take_back(who, db.session.get_one(Undo, number))
        told.append("taken back")

    def runs() -> None:
        if presses._change(number, Undo.later, Undo.undone_at.is_(None), Undo.done_at.is_(None), done_at=clock.now()):
            told.append("done")

    return Start([takes_back, runs] * 3, lambda: [] if len(told) == 1 else [f"told: {told}"])


def _loosely_taken(
    actor_id: int, kind: WaitKind, thing_id: int, *, until: datetime | None = None, by: Undo | None = None
) -> None:
    """Look whether somebody has it, then write down that she has."""
    query = select(Claim.person_id).where(Claim.kind == kind, Claim.thing_id == thing_id)
    holder = db.session.scalar(query)
    db.session.commit()
    time.sleep(GAP)
    if holder is not None:
        raise InOtherHands
    now = clock.now()
    claim = Claim(kind=kind, thing_id=thing_id, person_id=actor_id, made_at=now, until=now + timedelta(hours=1))
    try:
        with db.session.begin_nested():
            db.session.add(claim)
    except IntegrityError:
        which = update(Claim).where(Claim.kind == kind, Claim.thing_id == thing_id)
        db.session.execute(which.values(person_id=actor_id))


def _loosely_changed(undo_id: int, *where: object, **values: object) -> bool:
    """Look how it stands, then change it."""
    undo = db.session.get_one(Undo, undo_id, populate_existing=True)
    free = undo.undone_at is None and undo.done_at is None
    db.session.commit()
    time.sleep(GAP)
    return free


@contextmanager
def hands_guard_off() -> Iterator[None]:
    """A look, then a leap: whoever comes second takes it away from the first without a word."""
    with patch.object(service, "take", _loosely_taken), patch.object(presses, "take", _loosely_taken):
        yield


@contextmanager
def press_guard_off() -> Iterator[None]:
    """Nobody's row is the lock."""
    with patch.object(presses, "_change", _loosely_changed):
        yield


RACES = (
    Race("one-hand-desk twelve take one thing, one has it", one_hand, hands_guard_off),
    Race("one-press six press the same six things, each is in one press", one_press, hands_guard_off),
    Race("done-or-undone a press is done or taken back, never both", done_or_undone, press_guard_off),
)
