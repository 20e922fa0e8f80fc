"""From counting to figures: one snapshot for each month, when it has closed. Once made it never changes.

Counting reads on a connection of its own: on SQLite nobody who writes waits for it. Raw counts live in memory only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from participate.core import clock
from participate.core.db import db, transaction
from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.insight import grid
from participate.insight.counting import COUNTERS, Ground, ground_of
from participate.insight.counting.held import first_moment
from participate.insight.disclosure.publish import publish
from participate.insight.disclosure.table import RawTable, SafeTable
from participate.insight.measures import DERIVED, MEASURES, Measure
from participate.insight.models import Figure, Snapshot
from participate.insight.periods import Period, closing_with, of_day
from participate.insight.published import depth_of, family_of, tables_of, told_of_people
from participate.insight.words import Grain


class NotClosed(RuleBroken):
    """Hosts may still write down who came."""

    message = mark("This month has not closed yet. It closes ten days after its end.")


class NotAMonth(RuleBroken):
    """A quarter or a year comes with its last month."""

    message = mark("Write a month, like 2026-09. Quarters and years are made with their last month.")


class MadeAlready(RuleBroken):
    message = mark("The figures of this month are made already. They never change.")


class EarlierMissing(RuleBroken):
    """Months are made in order: what is told of one rests on what was told before."""

    message = mark("The figures of an earlier month are missing. Please make those first.")


class NothingCounted(RuleBroken):
    message = mark("Nobody had counted a session by then. There is nothing to publish.")


def make_snapshot(month: Period) -> Snapshot:
    """Count what closes with this month, publish it and keep it. The caller's transaction keeps it, or nothing.

    Raises NotAMonth, NotClosed, MadeAlready, EarlierMissing, NothingCounted.
    """
    with _counting() as connection:
        _check(connection, month)
        rows = [row for measure, table in _published(connection, month) for row in _rows(measure, table)]
    return _keep(month, rows)


def make_due() -> Iterator[Snapshot]:
    """Make all that are missing, the oldest first, each in a transaction of its own."""
    while (month := next_due()) is not None:
        with transaction():
            made = make_snapshot(month)
        yield made


def next_due() -> Period | None:
    """The oldest month that has closed and has no snapshot."""
    with _counting() as connection:
        month = _next(connection)
    return month if month is not None and month.closes_at <= clock.now() else None


def digest_of(rows: Iterable[Mapping[str, object]]) -> str:
    """One line for every row, in order; whoever has the export can work it out anew."""
    names = ("measure", "period", "area", "split", "shown", "value", "definition")
    lines = sorted(",".join("" if row[name] is None else str(row[name]) for name in names) for row in rows)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


@contextmanager
def _counting() -> Iterator[Connection]:
    """A connection that only reads, and sees the same rows until the end."""
    options: dict[str, object] = {"reads": True}
    if db.engine.dialect.name == "postgresql":
        options["isolation_level"] = "REPEATABLE READ"
    with db.engine.connect() as connection:
        yield connection.execution_options(**options)


def _check(connection: Connection, month: Period) -> None:
    if month.grain is not Grain.MONTH:
        raise NotAMonth
    if month.closes_at > clock.now():
        raise NotClosed
    if connection.scalar(select(Snapshot.id).where(Snapshot.month == month.first)) is not None:
        raise MadeAlready
    due = _next(connection)
    if due is None or month < due:
        raise NothingCounted
    if month != due:
        raise EarlierMissing


def _next(connection: Connection) -> Period | None:
    """The month after the latest snapshot; before the first one, that of the first session that was counted."""
    latest = connection.scalar(select(Snapshot.month).order_by(Snapshot.month.desc()).limit(1))
    if latest is not None:
        return Period(latest, Grain.MONTH).before(-1)
    first = first_moment(connection)
    return None if first is None else of_day(clock.local(first).date(), Grain.MONTH)


def _published(connection: Connection, month: Period) -> Iterator[tuple[Measure, SafeTable]]:
    """Everything that closes with a month: shorter periods first, and what others are part of before them."""
    ground, made = ground_of(connection), list[SafeTable]()
    for period in closing_with(month):
        people = grid.people_a_year(*told_of_people(connection, period))
        for measure in sorted(MEASURES, key=depth_of):
            if measure.key not in DERIVED and period.grain in measure.grains:
                made.append(_publish(ground, measure, period, people, made))
                yield measure, made[-1]


def _publish(
    ground: Ground, measure: Measure, period: Period, people: int | None, made: Sequence[SafeTable]
) -> SafeTable:
    """Raw counts come in here, and what may be told goes out."""
    cells = grid.keep(measure.key, period.grain, people, COUNTERS[measure.key](ground, period))
    family = family_of(measure)
    before = tables_of(ground.connection, family, period.first.year, ground.areas)
    before += [table for table in made if table.shape.measure in family]
    return publish(RawTable(measure.shape, period, ground.areas, cells), before)


def _rows(measure: Measure, table: SafeTable) -> Iterator[dict[str, object]]:
    number, _words = measure.wording_of(table.period.first)
    for (area, split), safe in table.cells.items():
        yield {
            "measure": measure.key, "period": table.period.code, "first_day": table.period.first, "area": area,
            "split": split, "shown": safe.shown, "value": safe.value, "definition": number,
        }  # fmt: skip


def _keep(month: Period, rows: Sequence[dict[str, object]]) -> Snapshot:
    """Whoever was quicker has made it: the constraints see to that."""
    snapshot = Snapshot(month=month.first, made_at=clock.now(), digest=digest_of(rows))
    try:
        with db.session.begin_nested():
            db.session.add(snapshot)
            db.session.flush()
            db.session.execute(insert(Figure), [row | {"snapshot_id": snapshot.id} for row in rows])
    except IntegrityError as error:
        raise MadeAlready from error
    return snapshot
