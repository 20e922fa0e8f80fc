"""Seats: F-08 fifty people and one seat; F-09 leave, join and promotion at once; F-10 the room shrinks meanwhile."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import count
from unittest.mock import patch

from sqlalchemy import func, select

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.outbox.models import Promise
from participate.profiles.words import Theme
from participate.projects.models import Project
from participate.projects.words import Stage
from participate.sessions import queries, service
from participate.sessions.models import Session, SignUp
from participate.sessions.rules.party import Party, Wish
from participate.sessions.service import When, Where, changing, seats, sign_ups, waiting
from participate.sessions.words import HOLDS_SEAT, SignUpStatus
from tests.races.racing import Job, Race, Start

PEOPLE = 50
GAP = 0.004  # seconds between the look and the leap when the guard is off
_numbers = count(1)


def people(many: int) -> list[int]:
    """The ids of so many new neighbours."""
    number = next(_numbers)
    made = [
        Person(name=f"Neighbour {each}", email=f"n{number}.{each}@example.org", joined_at=clock.now())
        for each in range(many)
    ]
    db.session.add_all(made)
    db.session.flush()
    return [each.id for each in made]


def meeting(capacity: int) -> Session:
    """A session in five days that takes so many heads, of a project of its own."""
    now, starts_at = clock.now(), clock.now() + timedelta(days=5)
    project = Project(
        name="Tea", about="Tea.", theme=Theme.COOK, stage=Stage.RUNNING, made_at=now, changed_at=now
    )  # fmt: skip
    db.session.add(project)
    db.session.flush()
    made = Session(
        project_id=project.id, name="Tea", place_note="The green", starts_at=starts_at, capacity=capacity,
        ends_at=starts_at + timedelta(hours=1), children=True, made_at=now, changed_at=now,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    return made


def joins(session_id: int, person_id: int, heads: int = 1) -> Job:
    """She signs up."""
    wish = Wish(Party(children=heads - 1))
    return lambda: service.sign_up(
        db.session.get_one(Person, person_id), db.session.get_one(Session, session_id), wish
    )  # fmt: skip


def leaves(sign_up_id: int) -> Job:
    """She cannot come."""
    return lambda: service.stay_away(db.session.get_one(SignUp, sign_up_id))


def seat_faults(session_id: int) -> list[str]:
    """What must hold whatever happened: the number of the seats taken is the heads that hold one, within the limit."""
    heads = select(func.coalesce(func.sum(SignUp.heads), 0)).where(
        SignUp.session_id == session_id, SignUp.status.in_(HOLDS_SEAT)
    )
    held, session = db.session.scalar(heads) or 0, db.session.get_one(Session, session_id, populate_existing=True)
    faults = [] if session.taken == held else [f"{session.taken} seats taken, {held} heads hold one"]
    return faults if session.capacity is None or held <= session.capacity else [*faults, f"oversold: {held} heads"]


def statuses(session_id: int) -> Counter[SignUpStatus]:
    """How many sign-ups stand where."""
    return Counter(db.session.scalars(select(SignUp.status).where(SignUp.session_id == session_id)))


def one_seat() -> Start:
    """F-08: fifty people, one seat. One comes, forty-nine wait."""
    held = meeting(capacity=1).id

    def faults() -> list[str]:
        found = statuses(held)
        right = found == {SignUpStatus.GOING: 1, SignUpStatus.WAITING: PEOPLE - 1}
        return seat_faults(held) + ([] if right else [f"not 1 and {PEOPLE - 1}: {dict(found)}"])

    return Start([joins(held, each) for each in people(PEOPLE)], faults)


def leave_and_join() -> Start:
    """F-09: eight leave, eight join, four of those who wait give up, and two workers move the list, all at once."""
    session, crowd = meeting(capacity=8), people(28)
    db.session.commit()
    rows = [joins(session.id, each)() for each in crowd[:20]]
    db.session.commit()
    ids = [each.id for each in rows]
    going, give_up, new = ids[:8], ids[9:17:2], crowd[20:]
    jobs: list[Job] = [*map(leaves, going), *map(leaves, give_up), *(joins(session.id, each) for each in new)]
    held = session.id
    jobs += [lambda: service.fill_by_id(held)] * 2
    return Start(jobs, lambda: seat_faults(held) + _line_faults(held))


def _line_faults(session_id: int) -> list[str]:
    """Each freed place went once, to whoever was first, with one letter."""
    query = select(SignUp.id, SignUp.status).where(SignUp.session_id == session_id, SignUp.queued_at.is_not(None))
    line = list(db.session.execute(query.order_by(SignUp.queued_at, SignUp.id)))
    offered = [number for number, status in line if status is SignUpStatus.OFFERED]
    waiting_ = [number for number, status in line if status is SignUpStatus.WAITING]
    faults = [] if len(offered) == 8 else [f"8 places were freed, {len(offered)} offered"]
    if offered and waiting_ and max(map(_place(line), offered)) > min(map(_place(line), waiting_)):
        faults.append("somebody walked past the line")
    keys = db.session.scalars(select(Promise.key).where(Promise.key.like("session_offered:%"))).all()
    letters = Counter(int(key.split(":")[1]) for key in keys if key)
    return faults + [f"{letters[each]} letters, not one" for each in offered if letters[each] != 1]


def _place(line: list[tuple[int, SignUpStatus]]) -> Callable[[int], int]:
    numbers = [number for number, _status in line]
    return numbers.index


def shrinking_room() -> Start:
    """F-10: parties of one to three join while the host makes the room smaller and smaller."""
    session, crowd = meeting(capacity=30), people(24)
    held, host = session.id, crowd[0]
    jobs = [joins(held, each, heads=1 + number % 3) for number, each in enumerate(crowd)]
    jobs += [_shrinks(host, held, capacity) for capacity in (24, 18, 14, 10, 6, 3)]
    return Start(jobs, lambda: seat_faults(held))


def _shrinks(host_id: int, session_id: int, capacity: int) -> Job:
    def shrink() -> None:
        session = queries.get_session(session_id)
        facts = replace(service.facts_of(session), capacity=capacity)
        when, where = When(session.starts_at, session.ends_at), Where(note=session.place_note)
        service.change(host_id, session, when, where, facts)

    return shrink


def _loose_hold(session_id: int) -> Session:
    """Look, and hold nothing."""
    held = db.session.get_one(Session, session_id)
    db.session.commit()
    return held


def _loose_hold_for(sign_up: SignUp) -> Session:
    return _loose_hold(sign_up.session_id)


def _loose_take(session: Session, heads: int, *, to_the_limit: bool = False) -> bool:
    """Look whether it fits, then write what that makes: what everybody does who has not met two people at once."""
    taken, limit = session.taken, session.capacity
    if heads > 0 and limit is not None and taken + heads > limit:
        return False
    db.session.commit()
    time.sleep(GAP)
    db.session.get_one(Session, session.id).taken = max(0, taken + heads)
    db.session.flush()
    return True


@contextmanager
def guard_off() -> Iterator[None]:
    """No lock on the session, and seats by look-then-write instead of one conditional UPDATE."""
    loose = {"hold": _loose_hold, "hold_for": _loose_hold_for, "take": _loose_take, "lock_sessions": lambda _all: None}
    with ExitStack() as patches:
        for module in (seats, sign_ups, waiting, changing):
            for name, function in loose.items():
                if hasattr(module, name):
                    patches.enter_context(patch.object(module, name, function))
        yield


RACES = (
    Race("F-08 fifty people, one seat", one_seat, guard_off),
    Race("F-09 leave, join and promotion at once", leave_and_join, guard_off),
    Race("F-10 the room shrinks while people join", shrinking_room, guard_off),
)
