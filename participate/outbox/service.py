"""Making promises and keeping them."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog
from flask import g, has_app_context
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from participate.core import clock, jobs
from participate.core.db import db, transaction
from participate.outbox.models import PeriodicRun, Promise
from participate.outbox.rules import LEASE, MOST_ATTEMPTS, NotYet, WillNot, is_late, period_of, wait_after

log = structlog.get_logger()
BATCH = 20


class _LeaseLost(Exception):
    """Another worker took the promise while this one was at it: what this one wrote must not stay."""


def promise(
    name: str,
    payload: Mapping[str, object],
    *,
    key: str | None = None,
    due: datetime | None = None,
    good_until: datetime | None = None,
) -> None:
    """Promise, in the transaction of the change itself, that `name` will be done with `payload` (JSON).

    Due now unless `due` is given; never after `good_until`. The same `key` twice is one promise, also when
    two requests make it at once.
    """
    now = clock.now()
    made = Promise(name=name, payload=dict(payload), key=key, made_at=now, due_at=due or now, good_until=good_until)
    if key is None:
        db.session.add(made)
    elif not _add_once(made):
        return
    if has_app_context():
        g.promised = True


def withdraw(thing: str) -> int:
    """Letters that wait and whose payload says that it `shows` the words of this thing ("idea_reply:5") are not sent.

    Returns how many.
    """
    shows = Promise.payload["shows"].as_string() == thing
    over = {"done_at": clock.now(), "outcome": "withdrawn", "payload": {}, "leased_until": None, "lease": ""}
    return _change(Promise.done_at.is_(None), Promise.name == "letter", shows, **over)


def _add_once(made: Promise) -> bool:
    if db.session.scalar(select(Promise.id).where(Promise.key == made.key)) is not None:
        return False
    try:
        with db.session.begin_nested():
            db.session.add(made)
    except IntegrityError:
        return False  # somebody else made the same promise a moment ago
    return True


def take(most: int = BATCH) -> list[tuple[int, str]]:
    """Lease up to `most` due promises, the longest due first, to this worker: (id, lease) pairs. Commits.

    Two workers never hold the same one: PostgreSQL skips rows that another is just taking, and SQLite has one
    writer.
    """
    now, lease = clock.now(), secrets.token_hex(16)
    free = Promise.leased_until.is_(None) | (Promise.leased_until < now)
    due = select(Promise.id).where(Promise.done_at.is_(None), Promise.due_at <= now, free)
    with transaction() as session:
        query = due.order_by(Promise.due_at, Promise.id).limit(most).with_for_update(skip_locked=True)
        ids = list(session.scalars(query))
        if ids:
            _change(Promise.id.in_(ids), leased_until=now + LEASE, lease=lease)
    return [(promise_id, lease) for promise_id in ids]


def keep(promise_id: int, lease: str) -> str:
    """Do one leased promise. Returns its outcome: "done", "late", "later" or "given up". Commits.

    Of a promise that ends without being kept, whoever registered for its name with ".late" or ".given_up" is told.
    """
    held = _start(promise_id, lease)
    if held is None:
        return "later"  # the lease ran out and somebody else has it
    name, payload, attempts, good_until = held
    if is_late(good_until, clock.now()):
        return _end(promise_id, lease, "late", f"{name}.late", payload)
    if attempts > MOST_ATTEMPTS:
        return _give_up(promise_id, lease, "never ended", name, payload)  # it took its workers with it
    return _try(promise_id, lease, name, payload, attempts)


def _try(promise_id: int, lease: str, name: str, payload: dict[str, Any], attempts: int) -> str:
    try:
        with transaction():
            jobs.handlers[name](payload | {"promise_id": promise_id})
            _settle(promise_id, lease, "done")
        return "done"
    except _LeaseLost:
        return "later"
    except NotYet as early:
        return _wait(promise_id, lease, early.until)
    except WillNot as error:
        return _give_up(promise_id, lease, str(error), name, payload)
    except Exception as error:  # one bad promise must not stop the others
        why = type(error).__name__
        log.warning("promise failed", promise=name, promise_id=promise_id, kind=why)
        wait = wait_after(attempts)
        return _try_again(promise_id, lease, wait, why) if wait else _give_up(promise_id, lease, why, name, payload)


def _start(promise_id: int, lease: str) -> tuple[str, dict[str, Any], int, datetime | None] | None:
    """Count the attempt before it begins, and renew the lease: the ones before it took their time."""
    with transaction() as session:
        now = clock.now()
        if not _change_held(promise_id, lease, leased_until=now + LEASE, attempts=Promise.attempts + 1):
            return None
        held = select(Promise.name, Promise.payload, Promise.attempts, Promise.good_until)
        name, payload, attempts, good_until = session.execute(held.where(Promise.id == promise_id)).one()
    return name, dict(payload), attempts, good_until


def _settle(promise_id: int, lease: str, outcome: str) -> None:
    """The promise is over: nothing of its payload stays."""
    settled = {"done_at": clock.now(), "outcome": outcome, "payload": {}, "leased_until": None}
    if not _change_held(promise_id, lease, **settled):
        raise _LeaseLost


def _end(promise_id: int, lease: str, outcome: str, told: str, payload: dict[str, Any]) -> str:
    """The promise is over without being kept; whoever registered for `told` hears so, in the same transaction."""
    try:
        with transaction():
            jobs.tell(told, payload | {"promise_id": promise_id})
            _settle(promise_id, lease, outcome[:60])
    except _LeaseLost:
        return "later"
    except Exception as error:  # nobody could be told: it is over all the same
        log.warning("promise ended untold", told=told, promise_id=promise_id, kind=type(error).__name__)
        with transaction():
            _change_held(promise_id, lease, done_at=clock.now(), outcome=outcome[:60], payload={}, leased_until=None)
    return outcome.partition(":")[0]


def _give_up(promise_id: int, lease: str, why: str, name: str, payload: dict[str, Any]) -> str:
    log.warning("promise given up", promise_id=promise_id, why=why)
    return _end(promise_id, lease, f"given up: {why}", f"{name}.given_up", payload)


def _try_again(promise_id: int, lease: str, wait: timedelta, why: str) -> str:
    with transaction():
        _change_held(promise_id, lease, due_at=clock.now() + wait, leased_until=None, outcome=why[:60])
    return "later"


def _wait(promise_id: int, lease: str, until: datetime) -> str:
    """It was too early, and no try."""
    with transaction():
        before = Promise.attempts - 1
        _change_held(promise_id, lease, due_at=until, leased_until=None, attempts=before, outcome="waits")
    return "later"


def _change_held(promise_id: int, lease: str, **values: object) -> bool:
    """Change the promise if this lease still holds it. Returns whether it does."""
    return _change(Promise.id == promise_id, Promise.lease == lease, Promise.done_at.is_(None), **values) == 1


def _change(*where: object, **values: object) -> int:
    changed = db.session.execute(
        update(Promise).where(*where).values(**values).execution_options(synchronize_session=False)  # type: ignore[arg-type]
    )
    return changed.rowcount  # type: ignore[attr-defined]


def run_due(most: int = 200) -> int:
    """Keep what is due, the longest due first, until none is left or `most` were tried. Returns how many."""
    tried = 0
    while tried < most:
        taken = take(min(BATCH, most - tried))
        for promise_id, lease in taken:
            keep(promise_id, lease)
        tried += len(taken)
        if not taken:
            break
    return tried


def run_periodic() -> list[str]:
    """Do each periodic job that nobody has done in its present period. Returns the names of those done.

    A job that fails is tried again at the next call and holds no other job up.
    """
    done = []
    for name, (gap, job) in sorted(jobs.periodic.items()):
        try:
            with transaction():
                if _first_of_period(name, period_of(clock.now(), gap)):
                    job()
                    done.append(name)
        except Exception as error:  # the others must run all the same
            log.warning("periodic job failed", job=name, kind=type(error).__name__)
    return done


def _first_of_period(name: str, period: int) -> bool:
    """Whether nobody has done the job `name` in this period: then it is ours, if it ends well."""
    known = select(PeriodicRun.id).where(PeriodicRun.name == name, PeriodicRun.period == period)
    if db.session.scalar(known) is not None:
        return False
    try:
        with db.session.begin_nested():
            db.session.add(PeriodicRun(name=name, period=period, at=clock.now()))
    except IntegrityError:
        return False  # another worker was first
    return True
