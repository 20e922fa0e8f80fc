"""Whether a row counts in a period: by its counting moment, see `periods`. Without date arithmetic in the database."""

from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_
from sqlalchemy.orm import InstrumentedAttribute

from participate.insight.periods import GRACE, Period

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
