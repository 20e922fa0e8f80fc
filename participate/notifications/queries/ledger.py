"""What we sent somebody, and what stands on the site for her instead."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select

from participate.core import clock
from participate.core.db import db
from participate.core.paging import SIZE, Page, page_of
from participate.notifications.models import Notice, Sent
from participate.notifications.words import Outcome, Why


def page_of_sent(person_id: int, number: int, *, held_back: bool = False, size: int = SIZE) -> Page[Sent]:
    """Her ledger, the newest first; or only what was not sent."""
    query = select(Sent).where(Sent.person_id == person_id)
    if held_back:
        query = query.where(Sent.outcome.in_((Outcome.HELD_BACK, Outcome.TOO_LATE, Outcome.CAME_BACK)))
    return page_of(query.order_by(Sent.at.desc(), Sent.id.desc()), number, size)


def count_sent_since(person_id: int, since: datetime, whys: Collection[Why]) -> int:
    """How many letters of these kinds went to her, one way or another, since then."""
    went = Sent.outcome.in_((Outcome.SENT, Outcome.CALL_LIST))
    query = select(func.count(Sent.id)).where(Sent.person_id == person_id, Sent.at >= since, Sent.why.in_(whys), went)
    return db.session.scalar(query) or 0


def _shown(person_id: int) -> tuple[ColumnElement[bool], ...]:
    in_time = or_(Notice.good_until.is_(None), Notice.good_until >= clock.now())
    return Notice.person_id == person_id, Notice.seen_at.is_(None), in_time


def list_notices(person_id: int, number: int = 1, size: int = 10) -> Page[Notice]:
    """What stands on the site for her and she has not put away, the newest first."""
    query = select(Notice).where(*_shown(person_id))
    return page_of(query.order_by(Notice.made_at.desc(), Notice.id.desc()), number, size)


def count_notices(person_id: int) -> int:
    """How many of them."""
    return db.session.scalar(select(func.count(Notice.id)).where(*_shown(person_id))) or 0


def find_notice(notice_id: int) -> Notice | None:
    """The notice, or None."""
    return db.session.get(Notice, notice_id)
