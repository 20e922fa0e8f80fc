"""Heads in the room: attendances, hours, children, those without a name."""

from __future__ import annotations

from sqlalchemy import CTE, ColumnElement, case, func, select

from participate.insight.counting.areas import cuts_of, filled, where_held
from participate.insight.counting.cells import most_of, numbers_of, sums_of
from participate.insight.counting.given import Counter, Ground
from participate.insight.counting.held import adults, held_in, roots
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.insight.words import Split
from participate.sessions.models import Attendance, SignUp
from participate.sessions.words import AgeBand


def attendances(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Adult heads, known and unnamed. Of those without a name each is somebody else: they cannot be told apart."""
    cuts = cuts_of(period, Split.THEME, Split.CHANNEL, theme_by_ward=True)
    sums = sums_of(ground, _heads(period), cuts)
    found = {key: Counted(each.heads, each.people, each.most_heads) for key, each in sums.items()}
    return filled(ground, cuts, found, where_held(ground, period))


def hours(ground: Ground, period: Period) -> dict[Key, Counted]:
    """The adults' hours. Each session is brought to whole hours, so that wards, themes and months add up to the last
    hour."""
    cuts = cuts_of(period, Split.THEME, theme_by_ward=True)
    sums, sessions = sums_of(ground, _heads(period), cuts), _session_hours(period)
    brought = most_of(ground, sessions, cuts, sessions.c.organisation_id, sessions.c.hours)
    found = {}
    for key, (many,) in numbers_of(ground, sessions, cuts, func.sum(sessions.c.hours)):
        largest = max(sums[key].most_minutes // 60, brought.get(key, 0))
        found[key] = Counted(many, sums[key].people, min(largest, many))
    return filled(ground, cuts, found, where_held(ground, period))


def unnamed(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Adults without a name: heads."""
    return _only(ground, period, Attendance.band == AgeBand.ADULT, Attendance.person_id.is_(None))


def children(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Heads of everybody who is no adult. They have no names: whoever signed them up stands for her household, so that
    one family that comes each week does not pass for many children (P-26)."""
    return _only(ground, period, Attendance.band != AgeBand.ADULT)


def _session_hours(period: Period) -> CTE:
    """The whole hours that adults spent at each session. Of two halves one goes up and one down, by the session's
    number: else many small sessions would count for more than they were."""
    held = held_in(period)
    columns = (held.c.ward, held.c.locality, held.c.theme, held.c.organisation_id)
    minutes = func.count() * held.c.minutes
    return (
        select(*columns, ((minutes + 29 + held.c.id % 2) // 60).label("hours"))
        .join(Attendance, Attendance.session_id == held.c.id)
        .where(Attendance.band == AgeBand.ADULT)
        .group_by(held.c.id, held.c.minutes, *columns)
        .cte("session_hours")
    )


def _heads(period: Period) -> CTE:
    held = held_in(period)
    column = held.c
    rows = adults(
        held, column.ward, column.locality, column.theme, column.organisation_id, Attendance.came_by, column.minutes
    ).subquery()
    apart = (
        rows.c.person, rows.c.ward, rows.c.locality, rows.c.theme, rows.c.organisation_id,
        rows.c.came_by.label(Split.CHANNEL),
    )  # fmt: skip
    return (
        select(
            *apart, func.count().label("heads"), func.sum(rows.c.minutes).label("minutes"),
            func.max(rows.c.minutes).label("longest"),
        )
        .group_by(rows.c.person, rows.c.ward, rows.c.locality, rows.c.theme, rows.c.organisation_id, rows.c.came_by)
        .cte("heads")
    )  # fmt: skip


def _only(ground: Ground, period: Period, *which: ColumnElement[bool]) -> dict[Key, Counted]:
    held, cuts = held_in(period), cuts_of(period)
    root = roots()
    household = func.coalesce(root.c.root, SignUp.person_id).label("household")
    base = (
        select(held.c.ward, held.c.locality, household, func.count().label("heads"))
        .join(Attendance, Attendance.session_id == held.c.id)
        .outerjoin(SignUp, SignUp.id == Attendance.sign_up_id)
        .outerjoin(root, root.c.id == SignUp.person_id)
        .where(*which)
        .group_by(held.c.ward, held.c.locality, household)
        .cte("only")
    )
    nobodys = case((base.c.household.is_(None), base.c.heads), else_=0)
    behind = func.count(base.c.household.distinct()) + func.sum(nobodys)
    most = most_of(ground, base, cuts, base.c.household, base.c.heads)
    found = {
        key: Counted(many, people, most.get(key, 1))
        for key, (many, people) in numbers_of(ground, base, cuts, func.sum(base.c.heads), behind)
    }  # fmt: skip
    return filled(ground, cuts, found, where_held(ground, period))


COUNTERS: dict[str, Counter] = {
    "attendances": attendances, "hours": hours, "unnamed": unnamed, "children": children,
}  # fmt: skip
