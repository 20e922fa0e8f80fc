"""Who came for the first time, and who of them came again."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import CTE, Select, and_, func, select

from participate.core import clock
from participate.insight.counting.areas import anywhere, cuts_of, filled, where_lived
from participate.insight.counting.cells import people_of
from participate.insight.counting.given import Counter, Ground
from participate.insight.counting.held import held_between, known_adults, roots
from participate.insight.counting.people import lives
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.sessions.models import Attendance

AGAIN = timedelta(days=60)


def new_people(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Whose first time ever lies in the period."""
    since, until = period.bounds
    came = _came(since, until, until)
    cuts = cuts_of(period)
    base = lives(_firsts(came, since).subquery())
    return filled(ground, cuts, people_of(ground, base, cuts), where_lived(ground, period))


def first_timers(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Whose sixty London days after the first time ended in the period."""
    return _first_timers(ground, period, again=False)


def seen_again(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Those of them who came to another session within sixty days of the first."""
    return _first_timers(ground, period, again=True)


def _first_timers(ground: Ground, period: Period, *, again: bool) -> dict[Key, Counted]:
    since, until = _midnight(period.first - AGAIN), _midnight(period.after - AGAIN)
    came = _came(since, until, period.bounds[1])
    firsts = _firsts(came, since, until).cte("firsts")
    found = select(firsts.c.person)
    if again:
        soon = and_(came.c.person == firsts.c.person, came.c.moment <= firsts.c.first + int(AGAIN.total_seconds()))
        found = found.join(came, soon).group_by(firsts.c.person).having(func.count() > 1)
    cuts = cuts_of(period)
    return filled(ground, cuts, people_of(ground, lives(found.subquery()), cuts), anywhere)


def _came(since: datetime, until: datetime, end: datetime) -> CTE:
    """Each coming, up to the `end`, of everybody who came between two moments: who and when."""
    some = known_adults(held_between(since, until, "some_held")).distinct().cte("some")
    root = roots()
    # Her rows stand under her own number, and under those that turned out to be hers.
    names = select(some.c.person, some.c.person.label("name")).union_all(
        select(root.c.root, root.c.id).join(some, some.c.person == root.c.root)
    ).cte("names")  # fmt: skip
    held = held_between(None, end, "all_held")
    return (
        select(names.c.person, held.c.moment)
        .join(Attendance, Attendance.person_id == names.c.name)
        .join(held, held.c.id == Attendance.session_id)
        .cte("came")
    )


def _firsts(came: CTE, since: datetime, until: datetime | None = None) -> Select[Any]:
    """Whose first coming lies there, and when it was."""
    first = func.min(came.c.moment)
    bounds = [first >= int(since.timestamp()), *([first < int(until.timestamp())] if until else [])]
    return select(came.c.person, first.label("first")).group_by(came.c.person).having(and_(*bounds))


def _midnight(day: date) -> datetime:
    return clock.moment_of(day, time())


COUNTERS: dict[str, Counter] = {"new_people": new_people, "first_timers": first_timers, "seen_again": seen_again}
