"""Who came for the first time, and who of them came again."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, case, exists, func, select

from participate.core import clock
from participate.insight.counting.areas import anywhere, cuts_of, filled, where_lived
from participate.insight.counting.cells import people_of
from participate.insight.counting.given import Counter, Ground
from participate.insight.counting.held import counts_between, held_between, known_adults, roots
from participate.insight.counting.people import lives
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.sessions.models import Attendance, Session

AGAIN = timedelta(days=60)


def new_people(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Whose first time ever lies in the period."""
    cuts = cuts_of(period)
    base = lives(_firsts(*period.bounds).subquery())
    return filled(ground, cuts, people_of(ground, base, cuts), where_lived(ground, period))


def first_timers(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Whose sixty London days after the first time ended in the period."""
    return _first_timers(ground, period, again=False)


def seen_again(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Those of them who came to another session within sixty days of the first."""
    return _first_timers(ground, period, again=True)


def _first_timers(ground: Ground, period: Period, *, again: bool) -> dict[Key, Counted]:
    since, until = _midnight(period.first - AGAIN), _midnight(period.after - AGAIN)
    found = _firsts(since, until, period.bounds[1], times=2 if again else 1)
    cuts = cuts_of(period)
    return filled(ground, cuts, people_of(ground, lives(found.subquery()), cuts), anywhere)


def _firsts(since: datetime, until: datetime, end: datetime | None = None, times: int = 1) -> Select[Any]:
    """Who came between two moments and never before, and so many times within sixty days up to the `end`."""
    held = held_between(since, end or until, "some_held")
    came = known_adults(held, held.c.moment).subquery()
    first = func.min(came.c.moment).over(partition_by=came.c.person).label("first")
    each = select(came.c.person, came.c.moment, first).subquery()
    soon = case((each.c.moment <= each.c.first + int(AGAIN.total_seconds()), 1), else_=0)
    some = (
        select(each.c.person)
        .where(each.c.first < int(until.timestamp()))
        .group_by(each.c.person)
        .having(func.sum(soon) >= times)
        .cte("some")
    )
    # Her rows stand under her own number, and under those that turned out to be hers.
    hers, root = _came_before(since), roots()
    under_another = exists().where(root.c.root == some.c.person, hers.where(Attendance.person_id == root.c.id).exists())
    return select(some.c.person).where(~hers.where(Attendance.person_id == some.c.person).exists(), ~under_another)


def _came_before(moment: datetime) -> Select[Any]:
    """Comings before a moment. Asked of one person at a time it ends with the first that is found."""
    counted = counts_between(None, moment)
    return select(Attendance.id).join(Session, Session.id == Attendance.session_id).where(counted)


def _midnight(day: date) -> datetime:
    return clock.moment_of(day, time())


COUNTERS: dict[str, Counter] = {"new_people": new_people, "first_timers": first_timers, "seen_again": seen_again}
