"""Heads in the room: attendances, hours, children, those without a name."""

from __future__ import annotations

from sqlalchemy import CTE, ColumnElement, func, select

from participate.insight.counting.areas import cuts_of, filled, where_held
from participate.insight.counting.cells import Sum, most_of, numbers_of, sums_of
from participate.insight.counting.given import Counter, Ground
from participate.insight.counting.held import adults, held_in
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.insight.words import Split
from participate.sessions.models import Attendance
from participate.sessions.words import AgeBand


def attendances(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Adult heads, known and unnamed. Of those without a name each is somebody else: they cannot be told apart."""
    cuts = cuts_of(period, Split.THEME, Split.CHANNEL, theme_by_ward=True)
    sums = sums_of(ground, _heads(period), cuts)
    found = {key: Counted(each.heads, each.people, each.most_heads) for key, each in sums.items()}
    return filled(ground, cuts, found, where_held(ground, period))


def hours(ground: Ground, period: Period) -> dict[Key, Counted]:
    """The adults' minutes, in whole hours at the end of the sum."""
    cuts = cuts_of(period, Split.THEME, theme_by_ward=True)
    heads = _heads(period)
    sums = sums_of(ground, heads, cuts)
    brought = most_of(ground, heads, cuts, heads.c.organisation_id, heads.c.minutes)
    found = {key: _hours(each, brought.get(key, 0)) for key, each in sums.items()}
    return filled(ground, cuts, found, where_held(ground, period))


def unnamed(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Adults without a name: heads."""
    return _only(ground, period, Attendance.band == AgeBand.ADULT, Attendance.person_id.is_(None))


def children(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Heads of everybody who is no adult."""
    return _only(ground, period, Attendance.band != AgeBand.ADULT)


def _hours(each: Sum, brought: int) -> Counted:
    return Counted(each.minutes // 60, each.people, max(each.most_minutes, brought) // 60)


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
    base = (
        select(held.c.ward, held.c.locality, func.count().label("heads"))
        .join(Attendance, Attendance.session_id == held.c.id)
        .where(*which)
        .group_by(held.c.ward, held.c.locality)
        .cte("only")
    )
    rows = numbers_of(ground, base, cuts, func.sum(base.c.heads))
    return filled(ground, cuts, {key: Counted(many, many) for key, (many,) in rows}, where_held(ground, period))


COUNTERS: dict[str, Counter] = {
    "attendances": attendances, "hours": hours, "unnamed": unnamed, "children": children,
}  # fmt: skip
