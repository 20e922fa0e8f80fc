"""Keeping promises on a fake clock: due, leased, tried again, too late, given up."""

from datetime import timedelta

import pytest
from flask import Flask

from participate.audit.models import AuditRow
from participate.audit.service import record
from participate.core import clock, jobs
from participate.core.db import db, transaction
from participate.outbox import rules, service
from participate.outbox.models import Promise
from tests.outbox.conftest import NAME, Notes
from tests.outbox.test_promise import list_all
from tests.street import NOON

MINUTE = timedelta(minutes=1)


def make(word: str = "tea", **more: object) -> None:
    with transaction():
        service.promise(NAME, {"word": word}, **more)  # type: ignore[arg-type]


def test_a_kept_promise_keeps_nothing_of_its_payload(app: Flask, notes: Notes) -> None:
    make()
    assert service.run_due() == 1
    kept = list_all()[0]
    assert (kept.outcome, kept.payload, kept.done_at, kept.attempts) == ("done", {}, NOON, 1)
    assert notes.kept == [{"word": "tea", "promise_id": kept.id}]


def test_the_longest_due_goes_first(app: Flask, notes: Notes) -> None:
    for word, minutes in (("third", 0), ("first", -20), ("second", -10)):
        make(word, due=NOON + minutes * MINUTE)
    service.run_due()
    assert notes.words == ["first", "second", "third"]


def test_not_before_it_is_due(app: Flask, notes: Notes) -> None:
    make(due=NOON + MINUTE)
    assert service.run_due() == 0
    with clock.stop_at(NOON + MINUTE):
        assert service.run_due() == 1


def test_not_after_it_is_good_for(app: Flask, notes: Notes) -> None:
    make("code", good_until=NOON + 10 * MINUTE)
    with clock.stop_at(NOON + 11 * MINUTE):
        service.run_due()
    dropped = list_all()[0]
    assert (dropped.outcome, dropped.payload) == ("late", {})
    assert notes.kept == []


def test_a_failure_waits_and_is_tried_again(app: Flask, notes: Notes) -> None:
    make()
    notes.trouble = OSError("no mail server")
    assert service.run_due() == 1
    waiting = list_all()[0]
    assert (waiting.done_at, waiting.attempts, waiting.outcome) == (None, 1, "OSError")
    assert waiting.due_at == NOON + rules.FIRST_WAIT
    assert waiting.payload == {"word": "tea"}
    notes.trouble = None
    assert service.run_due() == 0, "it waits"
    with clock.stop_at(NOON + rules.FIRST_WAIT):
        assert service.run_due() == 1
    assert notes.words == ["tea"]


def test_after_eight_failures_it_is_given_up_and_emptied(app: Flask, notes: Notes) -> None:
    make()
    notes.trouble = OSError()
    for hour in range(0, 24 * 7, 7):
        with clock.stop_at(NOON + timedelta(hours=hour)):
            service.run_due()
    given_up = list_all()[0]
    assert (given_up.attempts, given_up.outcome, given_up.payload) == (8, "given up: OSError", {})


def test_what_will_never_work_is_given_up_at_once(app: Flask, notes: Notes) -> None:
    make()
    notes.trouble = rules.WillNot("address refused")
    service.run_due()
    assert (list_all()[0].attempts, list_all()[0].outcome) == (1, "given up: address refused")


def test_a_promise_that_nobody_knows_yet_waits(app: Flask) -> None:
    with transaction():
        service.promise("test.of_the_next_release", {"word": "tea"})
    service.run_due()
    assert (list_all()[0].done_at, list_all()[0].outcome) == (None, "KeyError")


def test_one_bad_promise_holds_no_other_up(app: Flask, notes: Notes) -> None:
    with transaction():
        service.promise("test.unknown", {})
    make("after")
    assert service.run_due() == 2
    assert notes.words == ["after"]


def test_what_a_failing_handler_wrote_is_not_kept(app: Flask, notes: Notes) -> None:
    def write_and_fail(payload: jobs.Payload) -> None:
        record(None, "made", "project", 1)
        db.session.flush()
        raise OSError

    make()
    notes.handle = write_and_fail  # type: ignore[method-assign]
    jobs.handlers[NAME] = write_and_fail
    service.run_due()
    assert db.session.query(AuditRow).count() == 0


def test_a_handler_may_promise_more(app: Flask, notes: Notes) -> None:
    def promise_more(payload: jobs.Payload) -> None:
        notes.kept.append(payload)
        if payload["word"] == "first":
            service.promise(NAME, {"word": "second"})

    make("first")
    jobs.handlers[NAME] = promise_more
    assert service.run_due() == 2
    assert notes.words == ["first", "second"]


def test_a_lease_keeps_other_workers_away_until_it_runs_out(app: Flask, notes: Notes) -> None:
    make()
    [(promise_id, lease)] = service.take()
    assert service.take() == []
    with clock.stop_at(NOON + rules.LEASE + timedelta(seconds=1)):
        [(same_id, other_lease)] = service.take()
        assert same_id == promise_id
        assert service.keep(promise_id, lease) == "later", "the first worker comes too late"
        assert notes.kept == []
        assert service.keep(promise_id, other_lease) == "done"
    assert notes.words == ["tea"]


def test_each_try_renews_the_lease(app: Flask, notes: Notes) -> None:
    """The last of a batch must not run out while the first ones are done."""
    make("slow")
    make("last")
    slow, last = service.take()
    service.keep(*slow)
    until: list[object] = []
    jobs.handlers[NAME] = lambda payload: until.append(list_all()[1].leased_until)
    late = NOON + rules.LEASE - timedelta(seconds=1)
    with clock.stop_at(late):
        service.keep(*last)
    assert until == [late + rules.LEASE]


def test_a_lease_lost_in_the_middle_leaves_nothing_behind(app: Flask, notes: Notes) -> None:
    make()
    [(promise_id, lease)] = service.take()

    def overslept(payload: jobs.Payload) -> None:
        record(None, "made", "project", 7)
        service._change(Promise.id == promise_id, lease="of another worker")

    jobs.handlers[NAME] = overslept
    assert service.keep(promise_id, lease) == "later"
    assert db.session.query(AuditRow).count() == 0
    assert list_all()[0].done_at is None


def test_a_promise_that_takes_its_workers_with_it_is_given_up(app: Flask, notes: Notes) -> None:
    make()
    for died in range(rules.MOST_ATTEMPTS):
        with clock.stop_at(NOON + died * timedelta(minutes=5)):
            [(promise_id, lease)] = service.take()
            assert service._start(promise_id, lease) is not None  # and the worker is gone
    with clock.stop_at(NOON + timedelta(hours=1)):
        service.run_due()
    assert list_all()[0].outcome == "given up: never ended"
    assert notes.kept == []


@pytest.mark.parametrize("most", [1, 3])
def test_a_run_ends_after_so_many(app: Flask, notes: Notes, most: int) -> None:
    for word in range(5):
        make(str(word))
    assert service.run_due(most) == most
    assert len(notes.kept) == most
