"""Whether a row counts in a period, by its counting moment (see `periods`), without arithmetic in the database."""

from typing import Any

from sqlalchemy import CTE, ColumnElement, and_, false, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from participate.insight.counting.held import counts_between
from participate.insight.periods import GRACE, Period
from participate.sessions.models import Session

Column = ColumnElement[Any] | InstrumentedAttribute[Any]


def at(period: Period, happened: Column, written: Column | None = None) -> ColumnElement[bool]:
    """By the moment at which it happened, and that at which it was written down, if that may be later."""
    first, after = period.bounds
    return _between(happened, first, after, written, period)


def on(period: Period, day: Column, written: Column | None = None) -> ColumnElement[bool]:
    """By the London day on which it happened."""
    return _between(day, period.first, period.after, written, period)


def _between(happened: Column, first: Any, after: Any, written: Column | None, period: Period) -> ColumnElement[bool]:
    late: ColumnElement[bool] = false()
    in_time: list[ColumnElement[bool]] = []
    if written is not None:
        late = written >= period.bounds[0] + GRACE
        in_time = [written < period.bounds[1] + GRACE]
    return and_(happened < after, *in_time, or_(happened >= first, late))


def held_in(period: Period) -> CTE:
    """The sessions that count in a period (`id`, `ward`, `host_id`), found first: a database that knows no numbers of
    its tables would rather read everybody who ever came, and ask of each whether the session counts.
    """
    sessions = select(Session.id, Session.ward_id.label("ward"), Session.host_id)
    return sessions.where(counts_between(*period.bounds)).cte("held").prefix_with("MATERIALIZED")
