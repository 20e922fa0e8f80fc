"""Periodic jobs: once a period, whatever the clock and the other jobs do."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from participate.audit.models import AuditRow
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db, transaction
from participate.outbox import jobs, service
from participate.outbox.models import Promise
from tests.outbox.conftest import NAME, Notes
from tests.street import NOON

DAY = timedelta(days=1)


def test_once_in_each_period(app: Flask, no_periodic: dict[str, object]) -> None:
    done: list[object] = []
    no_periodic["test.daily"] = (DAY, lambda: done.append(clock.now()))
    assert service.run_periodic() == ["test.daily"]
    assert service.run_periodic() == []
    with clock.stop_at(NOON + DAY):
        assert service.run_periodic() == ["test.daily"]
    assert done == [NOON, NOON + DAY]


@pytest.mark.parametrize("back", [timedelta(hours=1), DAY])
def test_a_clock_that_is_put_back_starts_no_storm(app: Flask, no_periodic: dict[str, object], back: timedelta) -> None:
    done: list[object] = []
    no_periodic["test.daily"] = (DAY, lambda: done.append(clock.now()))
    for moment in (NOON - back, NOON, NOON - back, NOON):
        with clock.stop_at(moment):
            service.run_periodic()
    assert len(done) == (1 if back < DAY else 2)


def test_one_that_fails_holds_no_other_up_and_is_tried_again(app: Flask, no_periodic: dict[str, object]) -> None:
    troubles = [OSError()]

    def fail_once() -> None:
        record(None, "made", "project", 1)
        if troubles:
            raise troubles.pop()

    no_periodic["test.a"] = (DAY, fail_once)
    no_periodic["test.b"] = (DAY, lambda: None)
    assert service.run_periodic() == ["test.b"]
    assert db.session.query(AuditRow).count() == 0, "what it wrote is gone"
    assert service.run_periodic() == ["test.a"]


def test_old_promises_are_forgotten_and_open_ones_are_not(app: Flask, notes: Notes) -> None:
    with transaction():
        service.promise(NAME, {"word": "kept"})
    service.run_due()
    with transaction():
        service.promise(NAME, {"word": "open"}, due=NOON + 90 * DAY)
    with clock.stop_at(NOON + 31 * DAY), transaction():
        jobs.tidy()
    assert [row.payload for row in db.session.scalars(select(Promise))] == [{"word": "open"}]
