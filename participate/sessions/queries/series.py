"""Reading the sessions of a series, and what is in the way of another week."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager

from participate.core import clock
from participate.core.db import db
from participate.sessions.models import Series, Session, SignUp
from participate.sessions.rules import MOST, Slot
from participate.sessions.words import ACTIVE, SessionStatus

MOST_TOLD = 5_000
A_YEAR = timedelta(days=380)


@dataclass(frozen=True)
class SeriesEnd:
    """What is left of a series: its rule, its first day, how many are still to come and the last of their days."""

    rule: str
    first_day: date
    coming: int
    last_at: datetime


def find_series_end(session: Session) -> SeriesEnd | None:
    """The series of a session, as its page tells it: from this session on; None when it has none. One statement."""
    if session.series_id is None:
        return None
    query = select(Series.rule, Series.first_day, func.count(Session.id), func.max(Session.starts_at))
    query = query.join(Session, Session.series_id == Series.id).where(
        Series.id == session.series_id, Session.status == SessionStatus.PLANNED, Session.hidden_at.is_(None),
        Session.series_day >= session.series_day,
    ).group_by(Series.id, Series.rule, Series.first_day)  # fmt: skip
    row = db.session.execute(query).one_or_none()
    return SeriesEnd(*row) if row is not None else None


def list_later(session: Session) -> Sequence[Session]:
    """The later sessions of its series by the rule's days, cancelled ones too."""
    query = select(Session).where(Session.series_id == session.series_id, Session.series_day > session.series_day)
    return db.session.scalars(query.order_by(Session.series_day, Session.id).limit(MOST)).all()


def list_later_starts(session: Session) -> list[datetime]:
    """When the later sessions of its series begin that may still change. No statement where it has no series."""
    if session.series_id is None:
        return []
    query = select(Session.starts_at).where(
        Session.series_id == session.series_id, Session.series_day > session.series_day,
        Session.status == SessionStatus.PLANNED, Session.ends_at > clock.now(),
    )  # fmt: skip
    return list(db.session.scalars(query.order_by(Session.series_day, Session.id).limit(MOST)))


def list_series(series_id: int) -> Sequence[Session]:
    """Every session of a series by the rule's days."""
    query = select(Session).where(Session.series_id == series_id)
    return db.session.scalars(query.order_by(Session.series_day, Session.id).limit(MOST)).all()


def lock_sessions(sessions: Collection[Session]) -> None:
    """Nobody else takes a seat in these, or changes them, until this transaction ends. They are read anew."""
    query = select(Session).where(Session.id.in_([each.id for each in sessions])).order_by(Session.id)
    held = query.with_for_update(key_share=True, of=Session).execution_options(populate_existing=True)
    db.session.scalars(held).all()


def list_coming(session_ids: Collection[int]) -> Sequence[SignUp]:
    """The sign-ups that stand in these sessions, with them, the soonest first."""
    query = select(SignUp).join(SignUp.session).options(contains_eager(SignUp.session))
    query = query.where(SignUp.session_id.in_(set(session_ids)), SignUp.status.in_(ACTIVE))
    return db.session.scalars(query.order_by(Session.starts_at, SignUp.id).limit(MOST_TOLD)).all()


def list_days_met(project_id: int) -> set[date]:
    """The London days of the coming year on which a project meets already."""
    query = select(Session.starts_at).where(
        Session.project_id == project_id, Session.status == SessionStatus.PLANNED, Session.ends_at > clock.now()
    )
    return {clock.local(each).date() for each in db.session.scalars(query.order_by(Session.starts_at).limit(MOST_TOLD))}


def list_slots(space_ids: Collection[int], start: datetime, end: datetime) -> list[Slot]:
    """When these spaces are taken by sessions between two moments."""
    query = select(Session.starts_at, Session.ends_at, Session.space_id).where(
        Session.space_id.in_(set(space_ids)), Session.status == SessionStatus.PLANNED, Session.starts_at < end,
        Session.ends_at > start,
    ).order_by(Session.starts_at, Session.id)  # fmt: skip
    return [Slot(*row) for row in db.session.execute(query.limit(MOST_TOLD))]
