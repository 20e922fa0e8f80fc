"""Counting projects that are alive on the last day of a period, as they were then."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import CTE, ColumnElement, String, and_, case, cast, distinct, exists, func, literal, select

from participate.accounts.models import RoleHeld
from participate.accounts.words import Role
from participate.audit.models import AuditRow
from participate.insight.counting.given import Ground
from participate.insight.counting.held import counts_between
from participate.insight.counting.more.areas import cells, counted, of_borough, split
from participate.insight.disclosure.table import Counted, Key
from participate.insight.models import Goal, ProjectGoal
from participate.insight.periods import Period
from participate.insight.words import Split
from participate.profiles.words import Theme
from participate.projects.models import Project, TeamMember
from participate.projects.words import Stage, TeamPart
from participate.sessions.models import Session

ALIVE = tuple(stage.value for stage in Stage if stage.alive)
_MOVED = "moved to "  # what the audit says when a project goes to another stage


def projects_alive(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """By ward; and by stage and theme."""
    alive = alive_at(period.bounds[1])
    found = cells(ground, period, counted(ground, select(alive.c.ward)))
    for kind, names in ((Split.STAGE, ALIVE), (Split.THEME, tuple(theme.value for theme in Theme))):
        column = alive.c[kind.value]
        numbers = ground.connection.execute(select(column, func.count()).group_by(column))
        found |= split(kind, names, {name: number for name, number in numbers})
    return found


def resident_owned(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Those whose owner is there for herself and is not staff."""
    alive = alive_at(period.bounds[1])
    staff = exists().where(RoleHeld.person_id == TeamMember.person_id, RoleHeld.role.in_((Role.STAFF, Role.ADMIN)))
    owned = (TeamMember.part == TeamPart.OWNER, TeamMember.organisation_id.is_(None), alive.c.organisation_id.is_(None))
    rows = select(alive.c.ward).join(TeamMember, TeamMember.project_id == alive.c.id).where(*owned, ~staff)
    return cells(ground, period, counted(ground, rows))


def trading_tests(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Those that test something to sell."""
    alive = alive_at(period.bounds[1])
    return _one_number(ground, alive, alive.c.selling)


def trading_results(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Those of them that have written down what came out."""
    alive = alive_at(period.bounds[1])
    return _one_number(ground, alive, and_(alive.c.selling, alive.c.test_result != ""))


def trading_sessions(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Sessions of projects that test something to sell."""
    sessions = select(func.count()).select_from(Session).join(Project, Project.id == Session.project_id)
    number = ground.connection.scalar(sessions.where(counts_between(*period.bounds), Project.selling))
    return of_borough(number or 0)


def projects_by_goal(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Those tagged with a goal, and each goal of each framework."""
    alive = alive_at(period.bounds[1])
    tagged = (
        select(Goal.key, alive.c.id)
        .join(ProjectGoal, ProjectGoal.project_id == alive.c.id)
        .join(Goal, Goal.id == ProjectGoal.goal_id)
        .where(ProjectGoal.since < period.after)
        .subquery()
    )
    whole = ground.connection.scalar(select(func.count(distinct(tagged.c.id))))
    each = ground.connection.execute(select(tagged.c.key, func.count()).group_by(tagged.c.key))
    goals = ground.connection.scalars(select(Goal.key).order_by(Goal.framework_id, Goal.place)).all()
    return {**of_borough(whole or 0), **split(Split.GOAL, goals, {key: number for key, number in each})}


def alive_at(end: datetime) -> CTE:
    """Our own projects that were alive at a moment, with their stage then."""
    stage = _stage_at(end).label("stage")
    rows = (
        select(
            Project.id, Project.ward_id.label("ward"), cast(Project.theme, String).label("theme"), stage,
            Project.selling, Project.test_result, Project.organisation_id,
        )
        .where(Project.source == "", Project.hidden_at.is_(None), Project.made_at < end)
        .subquery()
    )  # fmt: skip
    return select(rows).where(rows.c.stage.in_(ALIVE)).cte("alive")


def _stage_at(end: datetime) -> ColumnElement[str]:
    """By the last move before; gathering, where all moves came later; where none was noted, see the definition."""
    moves = and_(AuditRow.kind == "project", AuditRow.thing_id == Project.id, AuditRow.verb.startswith(_MOVED))
    last = select(AuditRow.verb).where(moves, AuditRow.at < end).order_by(AuditRow.at.desc(), AuditRow.id.desc())
    verb = last.limit(1).correlate(Project).scalar_subquery()
    later = select(1).where(moves, AuditRow.at >= end).correlate(Project).exists()
    now = cast(Project.stage, String)
    ended_since = and_(now.not_in(ALIVE), Project.changed_at >= end)
    return case(
        (verb.is_not(None), func.substr(verb, len(_MOVED) + 1)),
        (later, literal(Stage.GATHERING.value)),
        (ended_since, literal(Stage.RUNNING.value)),
        else_=now,
    )


def _one_number(ground: Ground, alive: CTE, which: ColumnElement[bool]) -> Mapping[Key, Counted]:
    return of_borough(ground.connection.scalar(select(func.count()).select_from(alive).where(which)) or 0)
