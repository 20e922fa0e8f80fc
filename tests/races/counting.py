"""Counting: ten hosts tap one name at once; two phones give the last places of a task away."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from unittest.mock import patch

from sqlalchemy import delete, func, select

from participate.core import clock
from participate.core.db import db
from participate.sessions import service
from participate.sessions.models import Attendance, Session, SignUp, Task
from participate.sessions.service import attendance, tasks
from participate.sessions.words import AgeBand, CameBy
from tests.races.racing import Job, Race, Start
from tests.races.seats import GAP, joins, meeting, people

THUMBS = 10
WISHING, PLACES = 20, 3


def one_name() -> Start:
    """Ten hosts tap the name of somebody who comes with two children: three heads, not thirty."""
    session, (chidi, *hosts) = meeting(capacity=30), people(1 + THUMBS)
    db.session.commit()
    made = joins(session.id, chidi, heads=3)()
    session = db.session.get_one(Session, session.id)
    session.starts_at, session.ends_at = clock.now() - timedelta(hours=1), clock.now() + timedelta(hours=1)
    db.session.commit()
    held, sign_up = session.id, made.id  # type: ignore[attr-defined]

    def faults() -> list[str]:
        heads = db.session.scalar(select(func.count()).where(Attendance.session_id == held))
        return [] if heads == 3 else [f"{heads} heads, not 3"]

    return Start([_taps(host, held, sign_up) for host in hosts], faults)


def _taps(host_id: int, session_id: int, sign_up_id: int) -> Job:
    return lambda: service.came(
        host_id, db.session.get_one(Session, session_id), db.session.get_one(SignUp, sign_up_id)
    )


def last_places() -> Start:
    """Twenty people choose a task of three places: three have it."""
    task = Task(session_id=meeting(capacity=30).id, name="Plant hedge", places=PLACES, minutes=60)
    db.session.add(task)
    db.session.flush()
    held, got = task.id, list[bool]()

    def faults() -> list[str]:
        taken = db.session.get_one(Task, held, populate_existing=True).taken
        return [] if taken == sum(got) == PLACES else [f"{sum(got)} were told yes, {taken} places are taken"]

    return Start([lambda: got.append(tasks.take_task(held))] * WISHING, faults)


@contextmanager
def counting_guard_off() -> Iterator[None]:
    """No lock on the session, no unique index, and a look that comes a moment before the leap."""
    index = next(each for each in Attendance.__table__.indexes if each.name == "uq_attendance_person")  # type: ignore[attr-defined]
    db.session.commit()
    index.drop(db.engine)
    try:
        with patch.object(attendance, "hold", lambda session: None), patch.object(attendance, "_seat_her", _loose_seat):
            yield
    finally:
        db.session.rollback()
        db.session.execute(delete(Attendance))
        db.session.commit()
        index.create(db.engine)


def _loose_seat(actor_id: int, session: Session, sign_up: SignUp, by: CameBy) -> bool:
    session_id, sign_up_id, person_id = session.id, sign_up.id, sign_up.person_id
    query = select(Attendance.id).where(Attendance.session_id == session_id, Attendance.person_id == person_id)
    known = db.session.scalar(query)
    db.session.commit()
    time.sleep(GAP)
    if known is None:
        db.session.add(
            Attendance(
                session_id=session_id, person_id=person_id, sign_up_id=sign_up_id, band=AgeBand.ADULT, came_by=by,
                recorded_by=actor_id, came_at=clock.now(),
            )
        )  # fmt: skip
    return known is None


@contextmanager
def tasks_guard_off() -> Iterator[None]:
    """Look whether a place is left, then write."""

    def loose(task_id: int, places: int, _condition: object) -> bool:
        task = db.session.get_one(Task, task_id)
        taken, left = task.taken, task.places - task.taken
        db.session.commit()
        time.sleep(GAP)
        if left < places:
            return False
        db.session.get_one(Task, task_id).taken = taken + places
        db.session.flush()
        return True

    with patch.object(tasks, "_move", loose):
        yield


RACES = (
    Race("one-name ten thumbs tap it, she counts once", one_name, counting_guard_off),
    Race("last-places twenty people, three places of a task", last_places, tasks_guard_off),
)
