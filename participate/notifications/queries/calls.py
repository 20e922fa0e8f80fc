"""Whom the hub rings."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.orm import joinedload

from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import SIZE, Page, page_of
from participate.notifications.models import Call
from participate.notifications.words import CallStatus

Hubs = int | Collection[int] | None


def list_calls(hub_id: Hubs, page: int = 1, size: int = SIZE) -> Page[Call]:
    """The calls that wait at a hub (or hubs; None: at all), with their persons, the most pressing first.

    Those of nobody's hub wait at every hub.
    """
    query = select(Call).where(*_waiting(hub_id)).options(joinedload(Call.person))
    return page_of(query.order_by(Call.due_at, Call.id), page, size)


def count_calls(hub_id: Hubs) -> int:
    """How many calls wait at a hub (or hubs; None: at all)."""
    return db.session.scalar(select(func.count(Call.id)).where(*_waiting(hub_id))) or 0


def _waiting(hub_id: Hubs) -> tuple[ColumnElement[bool], ...]:
    """Waiting, and not yet over."""
    in_time = or_(Call.good_until.is_(None), Call.good_until >= clock.now())
    if hub_id is None:
        here: ColumnElement[bool] = true()
    else:
        hubs = [hub_id] if isinstance(hub_id, int) else list(hub_id)
        here = or_(Call.hub_id.is_(None), Call.hub_id.in_(hubs))
    return Call.status == CallStatus.WAITING, in_time, here


def find_call(call_id: int) -> Call | None:
    """The call, or None."""
    return db.session.get(Call, call_id)


def get_call(call_id: int) -> Call:
    """The call. Raises NotFound."""
    call = find_call(call_id)
    if call is None:
        raise NotFound
    return call


def find_open_call(person_id: int, letter: str, about: str) -> Call | None:
    """The call by which somebody is to hear of this letter and has not yet, or None.

    While there is one, the time to answer an offer has not begun.
    """
    query = select(Call).where(Call.person_id == person_id, Call.letter == letter, Call.about == about)
    return db.session.scalar(query.where(Call.status == CallStatus.WAITING).order_by(Call.id.desc()).limit(1))
