"""Snapshots: one a month, in order, once, when it has closed; and what stands in them never changes."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner
from sqlalchemy import func, select, update

from participate.core import clock, jobs
from participate.core.db import db, transaction
from participate.core.errors import RuleBroken
from participate.insight.jobs import MAKE, look, make
from participate.insight.measures import BY_KEY, DERIVED, MEASURES
from participate.insight.models import Figure, Snapshot
from participate.insight.periods import Period, read
from participate.insight.snapshots import (
    EarlierMissing,
    MadeAlready,
    NotAMonth,
    NotClosed,
    NothingCounted,
    digest_of,
    make_due,
    make_snapshot,
    next_due,
)
from participate.insight.words import Grain, Kind, Shown
from participate.outbox.models import Promise
from participate.sessions.models import Session
from tests.insight.a_year import Year
from tests.sessions.making import session
from tests.street import Street

JULY = read("2026-07")


@pytest.fixture
def counted(street: Street) -> Iterator[Session]:
    """One session on 10 July 2026 that was counted; the clock stands where July closes."""
    made = session(street, datetime(2026, 7, 10, 18, tzinfo=UTC), counted_at=datetime(2026, 7, 11, 9, tzinfo=UTC))
    with clock.stop_at(JULY.closes_at):
        yield made


def made(month: Period) -> Snapshot:
    with transaction():
        return make_snapshot(month)


def refusal(month: Period) -> type[RuleBroken] | None:
    try:
        made(month)
    except RuleBroken as error:
        db.session.rollback()
        return type(error)
    return None


def test_a_month_is_made_when_it_has_closed_and_not_before(counted: Session) -> None:
    with clock.stop_at(JULY.closes_at - timedelta(seconds=1)):
        assert refusal(JULY) is NotClosed
        assert next_due() is None
    assert next_due() == JULY
    assert refusal(JULY) is None
    assert next_due() is None


def test_only_months_are_made(counted: Session) -> None:
    with clock.stop_at(JULY.closes_at + timedelta(days=400)):
        assert refusal(read("2026-Q3")) is NotAMonth
        assert refusal(read("2026")) is NotAMonth


def test_a_month_is_made_once(counted: Session) -> None:
    first = made(JULY)
    kept = (first.digest, first.made_at, _figures())
    assert refusal(JULY) is MadeAlready
    db.session.expire_all()
    again = db.session.scalars(select(Snapshot)).one()
    assert (again.digest, again.made_at, _figures()) == kept


def test_months_are_made_in_order_from_the_first_that_was_counted(counted: Session) -> None:
    with clock.stop_at(JULY.before(-3).closes_at):
        assert refusal(read("2026-06")) is NothingCounted
        assert refusal(read("2026-08")) is EarlierMissing
        assert refusal(JULY) is None
        assert refusal(read("2026-09")) is EarlierMissing
        assert refusal(read("2026-06")) is NothingCounted
        assert [f"{each.month:%Y-%m}" for each in make_due()] == ["2026-08", "2026-09", "2026-10"]
        assert list(make_due()) == []


def test_where_nobody_counted_there_is_nothing_to_make(street: Street) -> None:
    with clock.stop_at(JULY.closes_at):
        assert next_due() is None
        assert refusal(JULY) is NothingCounted


def test_quarters_and_years_come_with_their_last_month_and_every_measure_with_them(counted: Session) -> None:
    with clock.stop_at(read("2026-12").closes_at):
        list(make_due())
    found = {(measure, code) for measure, code in db.session.execute(select(Figure.measure, Figure.period).distinct())}
    for period in (JULY, read("2026-Q3"), read("2026")):
        keys = {each.key for each in MEASURES if period.grain in each.grains} - DERIVED
        assert {measure for measure, code in found if code == period.code} == keys
    told = {
        f"{month:%Y-%m}": set(db.session.scalars(select(Figure.period).where(Figure.snapshot_id == number).distinct()))
        for number, month in db.session.execute(select(Snapshot.id, Snapshot.month))
    }
    assert told == {
        "2026-07": {"2026-07"}, "2026-08": {"2026-08"}, "2026-09": {"2026-09", "2026-Q3"}, "2026-10": {"2026-10"},
        "2026-11": {"2026-11"}, "2026-12": {"2026-12", "2026-Q4", "2026"},
    }  # fmt: skip


def test_what_is_written_down_later_changes_no_closed_month(street: Street, counted: Session) -> None:
    made(JULY)
    before = _figures()
    late = JULY.closes_at + timedelta(hours=1)
    session(street, datetime(2026, 7, 20, 18, tzinfo=UTC), counted_at=late)
    db.session.execute(update(Session).where(Session.id == counted.id).values(hidden_at=late))
    db.session.commit()
    with clock.stop_at(read("2026-08").closes_at):
        assert refusal(JULY) is MadeAlready
        list(make_due())
    assert _figures("2026-07") == before
    # It counts where it was written down: its moment lies in August, which is open.
    assert next(row for row in _figures("2026-08") if row[0] == "sessions_held")[3:5] == (Shown.FEW, None)


def test_the_digest_is_of_the_figures_as_they_are_exported(counted: Session) -> None:
    snapshot = made(JULY)
    names = ("measure", "period", "area", "split", "shown", "value", "definition")
    rows = [dict(zip(names, (getattr(each, name) for name in names), strict=True)) for each in _rows()]
    assert snapshot.digest == digest_of(rows)
    assert digest_of(rows[1:]) != snapshot.digest


def test_a_figure_keeps_the_wording_of_its_period(counted: Session) -> None:
    made(JULY)
    assert {(each.measure, each.definition) for each in _rows()} == {
        (each.measure, BY_KEY[each.measure].wording_of(each.first_day)[0]) for each in _rows()
    }


def test_nothing_raw_is_kept(street: Street) -> None:
    """A year with small and large cells: each count is a multiple of five, and there is none below."""
    Year(street)
    with clock.stop_at(read("2026-01").closes_at):
        list(make_due())
    rows = _rows()
    assert {each.shown for each in rows} == set(Shown)
    assert {each.value for each in rows if each.shown is not Shown.SHOWN} == {None}
    counts = [each.value for each in rows if BY_KEY[each.measure].kind is Kind.COUNT and each.value is not None]
    assert counts
    assert all(value % 5 == 0 and value >= 5 for value in counts)
    months = [each for each in rows if read(each.period).grain is Grain.MONTH]
    assert {each.area for each in months} == {"borough"}


def test_the_job_makes_one_month_and_looks_again(app: Flask, counted: Session) -> None:
    assert jobs.periodic["insight.months"] == (timedelta(days=1), look)
    with clock.stop_at(read("2026-08").closes_at):
        for _each in range(3):
            with transaction():
                make({})
    assert list(db.session.scalars(select(Snapshot.month).order_by(Snapshot.month))) == [
        JULY.first, read("2026-08").first,
    ]  # fmt: skip
    assert db.session.scalar(select(func.count()).where(Promise.name == MAKE)) == 2


def test_the_command_makes_what_is_missing(app: Flask, counted: Session) -> None:
    db.session.rollback()
    runner: FlaskCliRunner = app.test_cli_runner()
    told = runner.invoke(args=["insight", "snapshot", "--month", "2026-07"])
    assert (told.exit_code, told.output[:16]) == (0, "2026-07: made in")
    again = runner.invoke(args=["insight", "snapshot", "--month", "2026-07"])
    assert (again.exit_code, again.output) == (
        1,
        "Error: The figures of this month are made already. They never change.\n",
    )
    assert runner.invoke(args=["insight", "snapshot"]).output == "Nothing is missing.\n"
    assert runner.invoke(args=["insight", "snapshot", "--month", "July"]).exit_code == 1


def _rows(period: str = "") -> list[Figure]:
    order = (Figure.measure, Figure.period, Figure.area, Figure.split)
    return list(db.session.scalars(select(Figure).where(Figure.period.like(f"{period}%")).order_by(*order)))


def _figures(period: str = "") -> list[tuple[object, ...]]:
    return [(each.measure, each.area, each.split, each.shown, each.value) for each in _rows(period)]
