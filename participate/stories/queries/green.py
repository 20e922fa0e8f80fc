"""Green shoots: projects that are new or grow, led by residents."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, Subquery, case, func, or_, select

from participate.accounts.models import Person, RoleHeld
from participate.accounts.words import PersonStatus, Role
from participate.core import clock
from participate.core.db import db
from participate.projects.models import Project, TeamMember
from participate.projects.queries import ProjectCard, cards_of
from participate.projects.words import Stage, TeamPart
from participate.sessions.models import Attendance, Session, SignUp
from participate.sessions.words import HOLDS_SEAT, SessionStatus
from participate.stories.rules import NEW_FOR, PERIOD, Facts, signs_of, strength
from participate.stories.words import Sign

MOST_LOOKED_AT = 500
_STAGES = (Stage.GATHERING, Stage.TRYING_OUT, Stage.RUNNING)


@dataclass(frozen=True)
class GreenShoot:
    """A green shoot with why it is one, and the facts behind."""

    card: ProjectCard
    signs: tuple[Sign, ...]
    facts: Facts


def list_green_shoots(most: int = 3) -> list[ProjectCard]:
    """Up to `most` green shoots for the front page, the strongest first. Two statements."""
    return [shoot.card for shoot in list_green_facts(most)]


def list_green_facts(most: int) -> list[GreenShoot]:
    """Up to `most` green shoots: what grows most first, then the newest. Two statements.

    Of more than MOST_LOOKED_AT that could be ones, the newest are looked at.
    """
    now = clock.now()
    found = [(number, facts, signs_of(facts, now)) for number, facts in _candidates(now)]
    shoots = [each for each in found if each[2]]
    shoots.sort(key=lambda each: (-strength(each[1]), -each[1].made_at.timestamp(), -each[0]))
    cards = cards_of([number for number, _facts, _signs in shoots[:most]])
    return [GreenShoot(cards[number], signs, facts) for number, facts, signs in shoots[:most] if number in cards]


def _candidates(now: datetime) -> list[tuple[int, Facts]]:
    came, signed, team = _came(now), _signed_up(now), _joined(now)
    counts = (came.c.now, came.c.before, signed.c.now, signed.c.before, team.c.now)
    query = select(Project.id, Project.made_at, *(func.coalesce(each, 0) for each in counts))
    for counted in (came, signed, team):
        query = query.outerjoin(counted, counted.c.project_id == Project.id)
    moved = or_(Project.made_at >= now - NEW_FOR, *(each > 0 for each in (came.c.now, signed.c.now, team.c.now)))
    query = query.where(Project.id.in_(_led_by_residents()), moved).order_by(Project.made_at.desc(), Project.id.desc())
    rows = db.session.execute(query.limit(MOST_LOOKED_AT))
    return [
        (number, Facts(made_at, True, False, *(int(each) for each in numbers))) for number, made_at, *numbers in rows
    ]


def _led_by_residents() -> Select[int]:
    """The ids of our living projects that everybody may see, whose owner is not staff and that nobody else runs."""
    staff = select(RoleHeld.person_id).where(RoleHeld.role.in_((Role.STAFF, Role.ADMIN)))
    query = select(Project.id).join(TeamMember, TeamMember.project_id == Project.id)
    query = query.join(Person, Person.id == TeamMember.person_id).where(
        Project.source == "", Project.hidden_at.is_(None), Project.stage.in_(_STAGES),
        Project.organisation_id.is_(None), TeamMember.part == TeamPart.OWNER,
        Person.status == PersonStatus.ACTIVE, Person.id.not_in(staff),
    )  # fmt: skip
    return query


def _in_two_periods(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        Session.starts_at >= now - 2 * PERIOD, Session.starts_at <= now, Session.status == SessionStatus.PLANNED,
    )  # fmt: skip


def _came(now: datetime) -> Subquery:
    latest = Session.starts_at >= now - PERIOD
    query = select(
        Session.project_id, func.sum(case((latest, 1), else_=0)).label("now"),
        func.sum(case((latest, 0), else_=1)).label("before"),
    )  # fmt: skip
    query = query.join(Attendance, Attendance.session_id == Session.id).where(*_in_two_periods(now))
    return query.group_by(Session.project_id).subquery("came")


def _signed_up(now: datetime) -> Subquery:
    latest = Session.starts_at >= now - PERIOD
    query = select(
        Session.project_id, func.sum(case((latest, SignUp.heads), else_=0)).label("now"),
        func.sum(case((latest, 0), else_=SignUp.heads)).label("before"),
    )  # fmt: skip
    query = query.join(SignUp, SignUp.session_id == Session.id)
    query = query.where(*_in_two_periods(now), SignUp.status.in_(HOLDS_SEAT))
    return query.group_by(Session.project_id).subquery("signed")


def _joined(now: datetime) -> Subquery:
    """Who joined a team lately; those with whom it began are no growth."""
    query = select(TeamMember.project_id, func.count(TeamMember.id).label("now"))
    query = query.join(Project, Project.id == TeamMember.project_id)
    query = query.where(TeamMember.since >= now - PERIOD, TeamMember.since > Project.made_at)
    query = query.where(TeamMember.part != TeamPart.OWNER)
    return query.group_by(TeamMember.project_id).subquery("team")
