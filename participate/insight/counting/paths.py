"""On which way a measure is counted: step by step, how many rows of the borough remain. Raw."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time
from typing import Any

from sqlalchemy import CTE, Select, func, select

from participate.accounts.models import SamePerson
from participate.core import clock
from participate.insight.counting.answers import answers_in
from participate.insight.counting.first import AGAIN
from participate.insight.counting.given import Ground
from participate.insight.counting.held import HELD_A_PLACE, held_between, held_in, known_adults
from participate.insight.counting.people import REGULAR_DAYS
from participate.insight.periods import Period
from participate.matching.models import SuggestedWeek
from participate.matching.quality.steps import TO_MEET, Part
from participate.projects.models import Project
from participate.sessions.models import Attendance, Session, SignUp
from participate.sessions.words import AgeBand

Steps = Iterator[tuple[str, int]]
# Steps that are measures themselves: of these no more may be said than was published.
MEASURED = {
    "sessions that took place and were written up": "sessions_held",
    "of them adults": "attendances",
    "different people": "people",
    "answers that a person gave in the period": "answers",
    "suggestions in these weeks": "suggested",
}
Path = Callable[[Ground, Period], Steps]


def steps_of(measure: str, ground: Ground, period: Period) -> list[tuple[str, int]]:
    """The steps of a measure in a period, the widest first; none where there is no way to tell."""
    return list(PATHS[measure](ground, period)) if measure in PATHS else []


def _sessions(ground: Ground, period: Period) -> Steps:
    yield "sessions that took place and were written up", _count(ground, held_in(period))


def _heads(ground: Ground, period: Period) -> Steps:
    yield from _sessions(ground, period)
    held = held_in(period)
    yield "heads in these sessions", _many(ground, _came(held))
    yield "of them adults", _many(ground, _came(held).where(Attendance.band == AgeBand.ADULT))


def _sessions_and_heads(ground: Ground, period: Period) -> Steps:
    yield from _sessions(ground, period)
    yield "heads in these sessions", _many(ground, _came(held_in(period)))


def _known(ground: Ground, period: Period) -> Steps:
    yield from _heads(ground, period)
    yield "of them with a name", _count(ground, known_adults(held_in(period)).cte("known"))


def _people(ground: Ground, period: Period) -> Steps:
    yield from _known(ground, period)
    yield "different people", _different(ground, held_in(period))


def _regulars(ground: Ground, period: Period) -> Steps:
    held = held_between(clock.moment_of(period.after - REGULAR_DAYS, time()), period.bounds[1])
    yield "sessions of the last 90 days", _count(ground, held)
    yield "times that adults with a name came to them", _count(ground, known_adults(held).cte("known"))
    yield "different people in these 90 days", _different(ground, held)


def _first_timers(ground: Ground, period: Period) -> Steps:
    since, until = (clock.moment_of(day - AGAIN, time()) for day in (period.first, period.after))
    held = held_between(since, until)
    yield "sessions 60 days before", _count(ground, held)
    yield "times that adults with a name came to them", _count(ground, known_adults(held).cte("known"))
    yield "different people, of whom some came for the first time", _different(ground, held)


def _doubles(ground: Ground, period: Period) -> Steps:
    found = select(func.count()).select_from(SamePerson).where(SamePerson.found_at < period.bounds[1])
    yield "pairs found up to the end of the period", _many(ground, found)


def _limited(ground: Ground, period: Period) -> Steps:
    yield from _sessions(ground, period)
    held, places = held_in(period), func.coalesce(Session.places, Session.capacity)
    with_limit = select(func.count()).select_from(held).join(Session, Session.id == held.c.id)
    yield (
        "of them with a limit, and no drop-in",
        _many(ground, with_limit.where(places.is_not(None), Session.drop_in.is_(False))),
    )


def _held_places(ground: Ground, period: Period) -> Steps:
    yield from _limited(ground, period)
    held = held_in(period)
    signed = select(func.count()).select_from(held).join(SignUp, SignUp.session_id == held.c.id)
    yield "sign-ups to these sessions", _many(ground, signed)
    yield "of them with a place", _many(ground, signed.where(SignUp.status.in_(HELD_A_PLACE)))


def _led(ground: Ground, period: Period) -> Steps:
    yield from _sessions(ground, period)
    held = held_in(period)
    hosted = select(func.count()).select_from(held).where(held.c.host_id.is_not(None))
    yield "of them with a host", _many(ground, hosted)


def _ideas(ground: Ground, period: Period) -> Steps:
    held = held_between(None, period.bounds[1])
    first = func.min(held.c.moment) >= int(period.bounds[0].timestamp())
    firsts = select(held.c.project_id).group_by(held.c.project_id).having(first).cte("firsts")
    yield "projects whose first session counts in the period", _count(ground, firsts)
    grown = select(func.count()).select_from(firsts).join(Project, Project.id == firsts.c.project_id)
    yield "of them grown from an idea", _many(ground, grown.where(Project.idea_id.is_not(None)))


def _answers(ground: Ground, period: Period) -> Steps:
    yield "answers that a person gave in the period", len(list(answers_in(ground, period)))


def _weeks(ground: Ground, period: Period) -> Steps:
    row = SuggestedWeek
    within = (row.week >= period.first - TO_MEET, row.week < period.after - TO_MEET)
    whole = (row.part == Part.ALL, row.weeks == 1)
    yield "suggestions in these weeks", _many(ground, select(func.sum(row.suggested)).where(*whole, *within))


PATHS: dict[str, Path] = {
    "people": _people, "how_often": _people, "new_people": _people, "likely_doubles": _doubles, "unnamed": _heads,
    "regulars": _regulars, "first_timers": _first_timers, "seen_again": _first_timers,
    "attendances": _heads, "hours": _heads, "children": _sessions_and_heads,
    "sessions_held": _sessions, "led_by_residents": _led, "openings": _limited, "filled": _held_places,
    "idea_days": _ideas, "answer_hours": _answers, "answers": _answers, "answered_in_time": _answers,
    "suggested": _weeks, "accepted": _weeks, "met": _weeks,
}  # fmt: skip


def _came(held: CTE) -> Select[Any]:
    return select(func.count()).select_from(held).join(Attendance, Attendance.session_id == held.c.id)


def _different(ground: Ground, held: CTE) -> int:
    return _count(ground, known_adults(held).distinct().cte("different"))


def _count(ground: Ground, rows: CTE) -> int:
    return _many(ground, select(func.count()).select_from(rows))


def _many(ground: Ground, query: Select[Any]) -> int:
    return int(ground.connection.execute(query).scalar() or 0)
