"""Stand-ins: a host cannot come, and many say yes at the same moment. One hosts."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from unittest.mock import patch

from sqlalchemy import delete, select, text

from participate.core import clock
from participate.core.db import db
from participate.core.waking import next_waking
from participate.sessions.models import Session, StandIn
from participate.sessions.service import stand_ins
from participate.sessions.words import StandInStatus
from tests.races.racing import Job, Race, Start
from tests.races.seats import GAP, meeting, people

WILLING = 8


def all_willing() -> Start:
    """Eight were asked, the last of them just now; all say yes at once: one hosts, seven are thanked."""
    held = meeting(10)
    held.starts_at = next_waking(clock.now()) + timedelta(days=3)
    held.ends_at = held.starts_at + timedelta(hours=1)
    crowd = people(WILLING)
    for place, person_id in enumerate(crowd, 1):
        last = place == WILLING
        until = held.starts_at - timedelta(days=1) if last else None
        status = StandInStatus.ASKED if last else StandInStatus.LATE
        db.session.add(
            StandIn(session_id=held.id, person_id=person_id, place=place, status=status, answer_by=until)
        )  # fmt: skip
    number = held.id

    def faults() -> list[str]:
        session = db.session.get_one(Session, number, populate_existing=True)
        query = select(StandIn.person_id).where(StandIn.session_id == number, StandIn.status == StandInStatus.YES)
        yes = list(db.session.scalars(query))
        return [] if yes == [session.host_id] else [f"{yes} said yes and were thanked, {session.host_id} hosts"]

    return Start([_says_yes(number, each) for each in crowd], faults)


def _says_yes(session_id: int, person_id: int) -> Job:
    return lambda: stand_ins.stand_in(person_id, db.session.get_one(Session, session_id), plans=False)


def _loose(session_id: int) -> Session:
    """The session without a lock."""
    return db.session.get_one(Session, session_id)


def _let_go(_session: Session) -> None:
    """A look, a moment in which others do as they like, then the leap."""
    db.session.commit()
    time.sleep(GAP)


@contextmanager
def guard_off() -> Iterator[None]:
    """No lock on the session, and no index that knows of one yes."""
    _drop()
    try:
        with patch.object(stand_ins, "hold", _loose), patch.object(stand_ins, "_free_others", _let_go):
            yield
    finally:
        _put_back()


def _drop() -> None:
    db.session.execute(text("DROP INDEX uq_stand_in_yes"))
    db.session.commit()


def _put_back() -> None:
    db.session.rollback()
    db.session.execute(delete(StandIn))
    db.session.execute(text("CREATE UNIQUE INDEX uq_stand_in_yes ON stand_in (session_id) WHERE status = 'yes'"))
    db.session.commit()


RACES = (Race("stand-ins eight say yes at once, one hosts", all_willing, guard_off),)
