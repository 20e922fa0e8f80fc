"""A history in a database: made twice the same, and cleared without a trace."""

from datetime import UTC, date, datetime

from flask import Flask
from sqlalchemy import func, select

from participate.core import clock
from participate.core.db import db
from participate.demo import service
from participate.insight.models import Snapshot
from participate.paper.models import LinkDay
from participate.paper.words import Channel, LinkKind
from participate.sessions.models import Attendance, Session
from participate.surveys.models import EqualityAnswer, Pulse
from tests.demo.digest import digest
from tests.street import Street as Neighbourhood
from tests.street import add

LARGEST = 2**31 - 1
AT = datetime(2026, 7, 2, 11, tzinfo=UTC)


def count(model: type[db.Model]) -> int:
    found = db.session.scalar(select(func.count()).select_from(model)) or 0
    db.session.rollback()
    return found


def pulse(number: int, subject: str) -> Pulse:
    return Pulse(id=number, subject=subject, once=f"{number}", worthwhile=7, week=date(2026, 6, 29))


def test_the_same_number_makes_the_same_years(app: Flask) -> None:
    with clock.stop_at(AT):
        service.seed(60, 7, years=1)
        first = digest()
        service.clear()
        assert [count(each) for each in (Attendance, Session, Pulse, EqualityAnswer, LinkDay)] == [0] * 5
        service.seed(60, 7, years=1)
        assert digest() == first


def test_drawn_ids_leave_room_and_stay(street: Neighbourhood) -> None:
    add(pulse(LARGEST, "session:0"), pulse(3, f"session:{street.session.id}"))
    db.session.commit()
    service.seed(60, years=1)
    assert count(Pulse) > 2
    session = db.session.scalars(select(Session).order_by(Session.id.desc()).limit(1)).one()
    add(pulse(2, f"session:{session.id}"))
    add(LinkDay(kind=LinkKind.PROJECT, thing_id=session.project_id, channel=Channel.SLIP, day=AT.date(), hits=1))
    add(LinkDay(kind=LinkKind.PROGRAMME, thing_id=0, channel=Channel.SLIP, day=AT.date(), hits=1))
    db.session.commit()
    service.clear()
    assert sorted(db.session.scalars(select(Pulse.id))) == [3, LARGEST]
    assert [each.kind for each in db.session.scalars(select(LinkDay))] == [LinkKind.PROGRAMME]


def test_what_is_made_of_it_goes_with_it(app: Flask) -> None:
    service.seed(60)
    add(Snapshot(month=date(2026, 1, 1), made_at=AT, digest="of the demo"))
    db.session.commit()
    service.clear()
    assert db.session.scalars(select(Snapshot.digest)).all() == []
