"""A year on a fake clock, both changes of the clocks included: each thing once, at its hour, and nothing at night.

The worker wakes as it would: at each promise's moment, and every noon to look what is due by the calendar.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from participate.core import clock, jobs
from participate.core.clock import LONDON, local
from participate.core.db import db, transaction
from participate.notifications import service as notifications
from participate.notifications.models import Sent
from participate.notifications.words import Choice
from participate.outbox import service as outbox
from participate.outbox.models import Promise
from participate.outbox.rules import period_of
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind
from participate.sessions import service as sessions
from participate.sessions.models import SignUp
from participate.sessions.rules.party import Party, Wish
from tests.notifications.conftest import Laid
from tests.sessions.making import session
from tests.street import NOON, Street

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
EVERY = 14  # days from one session to the next


# What writes letters by the calendar. The long run (make soak) has every periodic job of the house.
FEW = ("matching.weekly", "notifications.forget", "outbox.tidy", "sessions.day_after")


@pytest.fixture(params=["few", pytest.param("all", marks=pytest.mark.soak)])
def counted(request: pytest.FixtureRequest) -> Iterator[Counter[tuple[str, int]]]:
    """How often each periodic job was done in each of its periods."""
    done: Counter[tuple[str, int]] = Counter()
    before = dict(jobs.periodic)

    def counting(name: str, gap: timedelta, job: jobs.Periodic) -> jobs.Periodic:
        def do() -> None:
            job()
            done[name, period_of(clock.now(), gap)] += 1

        return do

    jobs.periodic.clear()
    for name, (gap, job) in before.items():
        if request.param == "all" or name in FEW:
            jobs.periodic[name] = (gap, counting(name, gap, job))
    yield done
    jobs.periodic.clear()
    jobs.periodic.update(before)


def evening(day: int) -> datetime:
    """Six in the evening in London, so many days on, whatever the clocks say."""
    there = local(NOON).date() + day * DAY
    return datetime(there.year, there.month, there.day, 18, tzinfo=LONDON)


def live(end: datetime) -> list[datetime]:
    """Let the worker live until then. Returns the moments at which it looked."""
    moment, looked = NOON, []
    while moment < end:
        with clock.stop_at(moment):
            outbox.run_periodic()
            outbox.run_due()
        looked.append(moment)
        due = db.session.scalar(select(func.min(Promise.due_at)).where(Promise.done_at.is_(None)))
        db.session.rollback()
        noon = NOON + ((moment - NOON) // DAY + 1) * DAY
        moment = max(moment + timedelta(minutes=1), min(noon, due or end))
    return looked


def a_year(street: Street) -> list[SignUp]:
    """Amina comes every other Thursday evening and chose the weekly mail."""
    with transaction():
        notifications.choose(street.amina.id, street.amina.id, Choice.WEEKLY)
        profiles.add(street.amina.id, street.amina.id, PostingKind.INTEREST, "zither")
    held = [session(street, evening(day), name=f"Choir {day}") for day in range(EVERY, 365, EVERY)]
    made = [sessions.sign_up(street.amina, each, Wish(Party(children=0))) for each in held]
    db.session.commit()
    return made


def test_a_year(app: Flask, street: Street, laid: Laid, counted: Counter[tuple[str, int]]) -> None:
    sign_ups = {f"sign_up:{each.id}": each.session.starts_at for each in a_year(street)}
    looked = live(NOON + 366 * DAY)

    rows = db.session.scalars(select(Sent).where(Sent.person_id == street.amina.id).order_by(Sent.at, Sent.id)).all()
    reminders = Counter((row.about, local(row.at).hour) for row in rows if row.letter == "session_reminder")
    assert reminders == Counter((about, hour) for about in sign_ups for hour in (16, 18)), (
        "the day before, and two hours"
    )
    for row in rows:
        if row.letter == "session_reminder":
            gap = sign_ups[row.about] - row.at
            assert gap == 2 * HOUR or local(row.at).date() + DAY == local(sign_ups[row.about]).date()
    assert {8 <= local(row.at).hour < 21 for row in rows} == {True}, "nothing at night"

    weeks = [local(row.at).isocalendar()[:2] for row in rows if row.letter == "weekly"]
    assert len(weeks) == len(set(weeks)) == 53, "a line for each week, and none twice"
    assert {local(row.at).isoweekday() for row in rows if row.letter == "weekly"} == {4}

    for name, (gap, _job) in jobs.periodic.items():
        periods = {period_of(moment, gap) for moment in looked}
        assert {period: counted[name, period] for period in periods} == dict.fromkeys(periods, 1), name
    assert (
        db.session.scalars(select(Promise.id).where(Promise.done_at.is_(None), Promise.due_at < looked[-1])).all() == []
    )


@pytest.mark.parametrize("jump", [-HOUR, HOUR, DAY, -DAY])
def test_a_clock_that_jumps_brings_nothing_twice(
    app: Flask, street: Street, laid: Laid, jump: timedelta, counted: Counter[tuple[str, int]]
) -> None:
    """F-39: an hour back or on, a day on and back again."""
    with transaction():
        notifications.choose(street.amina.id, street.amina.id, Choice.WEEKLY)
    held = session(street, NOON + DAY + 3 * HOUR)
    made = sessions.sign_up(street.amina, held, Wish(Party(children=0)))
    db.session.commit()
    start = NOON + 4 * HOUR  # the reminder of the day before is behind us
    moments = (NOON, start, start + jump, start, start + jump, start + HOUR, start + 22 * HOUR, start + 21 * HOUR)
    for moment in moments:
        with clock.stop_at(moment):
            outbox.run_periodic()
            outbox.run_due()
    rows = db.session.scalars(select(Sent).where(Sent.person_id == street.amina.id)).all()
    kinds = Counter(row.letter for row in rows)
    assert kinds["weekly"] == 1
    assert kinds["session_place"] == 1
    assert kinds["session_reminder"] <= 2
    about = Counter((row.letter, row.promise_id) for row in rows)
    assert set(about.values()) == {1}
    assert max(counted.values()) == 1, "each job once in each of its periods"
    assert {row.about for row in rows if row.letter == "session_reminder"} <= {sessions.about(made)}
    assert db.session.scalar(select(func.count(Promise.id)).where(Promise.name == "sign_up.letter")) <= 3  # type: ignore[operator]
