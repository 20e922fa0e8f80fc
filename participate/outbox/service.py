"""Making promises and keeping them."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

import structlog
from flask import g, has_app_context
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from participate.core import clock, jobs
from participate.core.db import db, transaction
from participate.outbox.models import PeriodicRun, Promise

log = structlog.get_logger()
LEASE = timedelta(minutes=2)
MOST_ATTEMPTS = 8
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=6)


def promise(
    name: str,
    payload: Mapping[str, object],
    *,
    key: str | None = None,
    due: datetime | None = None,
    good_until: datetime | None = None,
) -> None:
    """Promise, in the transaction of the change itself, that `name` will be done with `payload` (JSON).

    Due now unless `due` is given; never after `good_until`. The same `key` twice is one promise.
    """
    if key is not None and db.session.scalar(select(Promise.id).where(Promise.key == key)):
        return
    now = clock.now()
    db.session.add(
        Promise(name=name, payload=dict(payload), key=key, made_at=now, due_at=due or now, good_until=good_until)
    )
    if has_app_context():
        g.promised = True


def take(most: int = 20) -> list[tuple[int, str]]:
    """Lease up to `most` due promises to this worker: (id, lease) pairs. Commits."""
    now, taken = clock.now(), []
    free = (Promise.leased_until.is_(None)) | (Promise.leased_until < now)
    due = select(Promise.id).where(Promise.done_at.is_(None), Promise.due_at <= now, free)
    with transaction() as session:
        for promise_id in session.scalars(due.order_by(Promise.due_at, Promise.id).limit(most)).all():
            lease = secrets.token_hex(16)
            won = session.execute(
                update(Promise)
                .where(Promise.id == promise_id, Promise.done_at.is_(None), free)
                .values(leased_until=now + LEASE, lease=lease, attempts=Promise.attempts + 1)
            )
            if won.rowcount == 1:  # type: ignore[attr-defined]
                taken.append((promise_id, lease))
    return taken


def keep(promise_id: int, lease: str) -> str:
    """Do one leased promise. Returns its outcome: "done", "late", "later" or "given up". Commits."""
    held = db.session.scalar(select(Promise).where(Promise.id == promise_id, Promise.lease == lease))
    if held is None or held.done_at is not None:
        db.session.rollback()
        return "later"  # the lease ran out and somebody else has it
    name, payload, attempts = held.name, dict(held.payload), held.attempts
    late = held.good_until is not None and held.good_until < clock.now()
    db.session.rollback()
    if late:
        return _settle(promise_id, lease, "late")
    try:
        with transaction():
            jobs.handlers[name](payload | {"promise_id": promise_id})
            return _settle(promise_id, lease, "done", commit=False)
    except Exception as error:  # noqa: BLE001 - one bad promise must not stop the others
        log.warning("promise failed", promise=name, promise_id=promise_id, kind=type(error).__name__)
        return _try_again(promise_id, lease, attempts, type(error).__name__)


def _settle(promise_id: int, lease: str, outcome: str, commit: bool = True) -> str:
    db.session.execute(
        update(Promise)
        .where(Promise.id == promise_id, Promise.lease == lease)
        .values(done_at=clock.now(), outcome=outcome, payload={}, leased_until=None)
        .execution_options(synchronize_session=False)
    )
    if commit:
        db.session.commit()
    return outcome


def _try_again(promise_id: int, lease: str, attempts: int, why: str) -> str:
    if attempts >= MOST_ATTEMPTS:
        return _settle(promise_id, lease, f"given up: {why}"[:60]) and "given up"
    wait = min(FIRST_WAIT * 2 ** (attempts - 1), LONGEST_WAIT)
    with transaction() as session:
        session.execute(
            update(Promise)
            .where(Promise.id == promise_id, Promise.lease == lease)
            .values(due_at=clock.now() + wait, leased_until=None, outcome=why[:60])
            .execution_options(synchronize_session=False)
        )
    return "later"


def run_due(most: int = 200) -> int:
    """Keep what is due, the oldest first, until nothing is left or `most` are done. Returns how many were tried."""
    tried = 0
    while tried < most:
        taken = take()
        for promise_id, lease in taken:
            keep(promise_id, lease)
        tried += len(taken)
        if not taken:
            break
    return tried


def run_periodic() -> list[str]:
    """Do each periodic job that nobody has done in its present period. Returns the names of those done."""
    done = []
    for name, (gap, job) in sorted(jobs.periodic.items()):
        period = int(clock.now().timestamp() // gap.total_seconds())
        try:
            with transaction() as session:
                known = select(PeriodicRun.id).where(PeriodicRun.name == name, PeriodicRun.period == period)
                if session.scalar(known):
                    continue
                session.add(PeriodicRun(name=name, period=period, at=clock.now()))
                session.flush()
                job()
                done.append(name)
        except IntegrityError:
            continue  # another worker was first
    return done
