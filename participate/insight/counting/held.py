"""The sessions that count in a stretch of time, and who is whom. Everything that is counted of people starts here."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import CTE, BigInteger, ColumnElement, Connection, Select, and_, case, func, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute, aliased
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from participate.accounts.models import Person
from participate.core import clock
from participate.insight.periods import GRACE, Period
from participate.places.models import Ward
from participate.projects.models import Project
from participate.sessions.models import Attendance, Session
from participate.sessions.words import AgeBand, SessionStatus, SignUpStatus

# A place that was offered and not taken up yet is not held.
HELD_A_PLACE = (SignUpStatus.GOING, SignUpStatus.LIKELY)


class Seconds(FunctionElement[int]):
    """A moment as whole seconds since 1970, in the database."""

    type = BigInteger()
    name = "seconds"
    inherit_cache = True


@compiles(Seconds, "sqlite")
def _seconds_sqlite(element: Seconds, compiler: SQLCompiler, **given: Any) -> str:
    return f"CAST(strftime('%s', {compiler.process(element.clauses, **given)}) AS INTEGER)"


@compiles(Seconds, "postgresql")
def _seconds_postgresql(element: Seconds, compiler: SQLCompiler, **given: Any) -> str:
    return f"CAST(floor(extract(epoch FROM {compiler.process(element.clauses, **given)})) AS BIGINT)"


def _moment() -> ColumnElement[int]:
    """The counting moment of a session, in seconds."""
    began = Seconds(Session.starts_at)
    written = Seconds(Session.counted_at) - int(GRACE.total_seconds())
    return case((began >= written, began), else_=written)


def counts_between(since: datetime | None, until: datetime) -> ColumnElement[bool]:
    """Whether a session took place, somebody wrote down who came, and its counting moment lies there."""
    took_place = and_(
        Session.counted_at.is_not(None), Session.status != SessionStatus.CANCELLED, Session.hidden_at.is_(None),
        Session.starts_at < until, Session.counted_at < until + GRACE,
    )  # fmt: skip
    if since is None:
        return took_place
    return and_(took_place, or_(Session.starts_at >= since, Session.counted_at >= since + GRACE))


def held_between(since: datetime | None, until: datetime, name: str = "held") -> CTE:
    """The sessions that count there: where, of which theme and organisation, how long, their moment."""
    planned = (Seconds(Session.ends_at) - Seconds(Session.starts_at)) // 60
    query = (
        select(
            Session.id, Session.project_id, Session.host_id, Session.starts_at, Project.theme, Project.organisation_id,
            Ward.code.label("ward"), Ward.locality, _moment().label("moment"),
            func.coalesce(Session.actual_minutes, planned).label("minutes"),
        )
        .join(Project, Project.id == Session.project_id)
        .outerjoin(Ward, Ward.id == Session.ward_id)
        .where(counts_between(since, until))
    )  # fmt: skip
    return query.cte(name)


def first_moment(connection: Connection) -> datetime | None:
    """The counting moment of the first session that was ever counted."""
    query = select(func.min(_moment())).where(counts_between(None, clock.now()))
    found = connection.execute(query).scalar()
    return None if found is None else datetime.fromtimestamp(found, UTC)


def held_in(period: Period) -> CTE:
    """The sessions that count in a period."""
    return held_between(*period.bounds)


@cache
def roots() -> CTE:
    """Everybody who turned out to be another person (`id`), and who she is in the end (`root`)."""
    next_one, last = aliased(Person), aliased(Person)
    chain = (
        select(Person.id, Person.merged_into_id.label("root"))
        .where(Person.merged_into_id.is_not(None))
        .cte("chain", recursive=True)
    )
    further = select(chain.c.id, next_one.merged_into_id).join(next_one, next_one.id == chain.c.root)
    chain = chain.union(further.where(next_one.merged_into_id.is_not(None)))
    ends = select(chain.c.id, chain.c.root).join(last, last.id == chain.c.root)
    return ends.where(last.merged_into_id.is_(None)).cte("roots")


def adults(held: CTE, *columns: ColumnElement[Any] | InstrumentedAttribute[Any]) -> Select[Any]:
    """A row for each adult who came to these sessions: the `person` she is in the end (none: unnamed), and columns."""
    root = roots()
    person = func.coalesce(root.c.root, Attendance.person_id).label("person")
    return (
        select(person, *columns)
        .select_from(held)
        .join(Attendance, Attendance.session_id == held.c.id)
        .outerjoin(root, root.c.id == Attendance.person_id)
        .where(Attendance.band == AgeBand.ADULT)
    )


def known_adults(held: CTE, *columns: ColumnElement[Any] | InstrumentedAttribute[Any]) -> Select[Any]:
    """The same, of those whom we know by name. (Asked of the column itself, SQLite would go through everybody's rows
    by its index, instead of through these sessions.)"""
    return adults(held, *columns).where(func.coalesce(Attendance.person_id, 0) != 0)
