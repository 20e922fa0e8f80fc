"""Reading published figures. What is not published cannot be read from here."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from participate.core.db import db
from participate.core.errors import NotFound
from participate.insight.disclosure.table import Key, Safe
from participate.insight.models import Figure, Snapshot
from participate.insight.periods import Period, closing_with, of_day
from participate.insight.words import BOROUGH, WHOLE, Grain, Shown

MOST_SNAPSHOTS = 600  # fifty years of months
NOTHING = Safe(Shown.NONE)


def list_snapshots() -> Sequence[Snapshot]:
    """All snapshots, newest first."""
    return db.session.scalars(select(Snapshot).order_by(Snapshot.month.desc()).limit(MOST_SNAPSHOTS)).all()


def get_snapshot(month: Period) -> Snapshot:
    """The snapshot of a month. Raises NotFound."""
    found = db.session.scalar(select(Snapshot).where(Snapshot.month == month.first))
    if found is None:
        raise NotFound
    return found


def list_periods(grain: Grain) -> list[Period]:
    """The periods of that length with published figures, newest first."""
    query = select(Snapshot.month).order_by(Snapshot.month.desc()).limit(MOST_SNAPSHOTS)
    months = [of_day(each, Grain.MONTH) for each in db.session.scalars(query)]
    return [period for month in months for period in closing_with(month) if period.grain is grain]


def find_latest(grain: Grain) -> Period | None:
    """The newest period of that length with published figures; None before the first."""
    return next(iter(list_periods(grain)), None)


def find_line(period: Period, area: str = BOROUGH, split: str = WHOLE) -> dict[str, Safe]:
    """Measure → its figure of one area in one period: what an overview shows."""
    query = select(Figure.measure, Figure.shown, Figure.value).where(
        Figure.period == period.code, Figure.area == area, Figure.split == split
    )
    return {measure: Safe(shown, value) for measure, shown, value in db.session.execute(query)}


def find_table(measure: str, period: Period) -> dict[Key, Safe]:
    """(area, split) → figure: all that is published of a measure in a period."""
    query = select(Figure.area, Figure.split, Figure.shown, Figure.value).where(
        Figure.measure == measure, Figure.period == period.code
    )
    return {(area, split): Safe(shown, value) for area, split, shown, value in db.session.execute(query)}


def find_tables(measures: Iterable[str], period: Period, split: str = WHOLE) -> dict[str, dict[str, Safe]]:
    """Measure → area → figure, for several measures of one period in one statement."""
    query = select(Figure.measure, Figure.area, Figure.shown, Figure.value).where(
        Figure.measure.in_(list(measures)), Figure.period == period.code, Figure.split == split
    )
    found: dict[str, dict[str, Safe]] = {}
    for measure, area, shown, value in db.session.execute(query):
        found.setdefault(measure, {})[area] = Safe(shown, value)
    return found


def find_series(
    measures: Iterable[str], periods: Sequence[Period], area: str = BOROUGH, split: str = WHOLE
) -> Mapping[str, Mapping[Period, Safe]]:
    """Measure → period → figure, in one statement. A period without a figure is left out."""
    by_code = {period.code: period for period in periods}
    query = select(Figure.measure, Figure.period, Figure.shown, Figure.value).where(
        Figure.measure.in_(list(measures)), Figure.period.in_(list(by_code)), Figure.area == area, Figure.split == split
    )
    found: dict[str, dict[Period, Safe]] = {}
    for measure, code, shown, value in db.session.execute(query):
        found.setdefault(measure, {})[by_code[code]] = Safe(shown, value)
    return found
