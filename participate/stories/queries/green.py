"""Green shoots: projects that are new or grow, led by residents."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, Subquery, bindparam, case, exists, func, or_, select

from participate.accounts.models import Person, RoleHeld
from participate.accounts.words import PersonStatus, Role
from participate.core import clock
from participate.core.db import Moment, db
from participate.projects.models import Project, TeamMember
from participate.projects.queries import ProjectCard, cards_of
from participate.projects.words import Stage, TeamPart
from participate.sessions.models import Attendance, Session
from participate.sessions.words import SessionStatus
from participate.stories.rules import MORE_HEADS, MORE_IN_TEAM, NEW_FOR, PERIOD, Facts, signs_of
from participate.stories.words import Sign

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

    Their order and number are the database's work (as rules.strength and rules.signs_of say): the front page asks
    for three among hundreds.
    """
    now = clock.now()
    moments = {"now": now, "lately": now - PERIOD, "before": now - 2 * PERIOD, "new": now - NEW_FOR, "most": most}
    rows = db.session.execute(_STRONGEST, moments)
    found = {number: Facts(made_at, True, False, *map(int, counts)) for number, made_at, *counts in rows}
    cards = cards_of(found)
    return [
        GreenShoot(cards[number], signs_of(facts, now), facts) for number, facts in found.items() if number in cards
    ]


def _moment(name: str) -> ColumnElement[datetime]:
    return bindparam(name, type_=Moment())


def _resident_owner() -> ColumnElement[bool]:
    """Somebody owns the project, is here, and is not staff. Asked last: only of those that are new or grow."""
    staff = exists().where(RoleHeld.person_id == Person.id, RoleHeld.role.in_((Role.STAFF, Role.ADMIN)))
    owner = select(TeamMember.id).join(Person, Person.id == TeamMember.person_id).where(
        TeamMember.project_id == Project.id, TeamMember.part == TeamPart.OWNER, Person.status == PersonStatus.ACTIVE,
        ~staff,
    )  # fmt: skip
    return owner.exists()


def _met() -> Subquery:
    """By project: heads that came and signed up in the last weeks, and in the weeks before. `taken` is what those who
    signed up hold, so that no sign-up is read."""
    came = select(func.count(Attendance.id)).where(Attendance.session_id == Session.id).scalar_subquery()
    lately = (Session.starts_at >= _moment("lately")).label("lately")
    each = select(Session.project_id, lately, Session.taken, came.label("came")).where(
        Session.starts_at >= _moment("before"), Session.starts_at <= _moment("now"),
        Session.status == SessionStatus.PLANNED,
    ).subquery("each")  # fmt: skip
    counted = {
        "came": case((each.c.lately, each.c.came), else_=0), "came_before": case((each.c.lately, 0), else_=each.c.came),
        "signed": case((each.c.lately, each.c.taken), else_=0),
        "signed_before": case((each.c.lately, 0), else_=each.c.taken),
    }  # fmt: skip
    query = select(each.c.project_id, *(func.sum(number).label(name) for name, number in counted.items()))
    return query.group_by(each.c.project_id).subquery("met")


def _joined() -> Subquery:
    """Who joined a team lately; those with whom it began are no growth."""
    query = select(TeamMember.project_id, func.count(TeamMember.id).label("joined"))
    query = query.join(Project, Project.id == TeamMember.project_id)
    query = query.where(TeamMember.since >= _moment("lately"), TeamMember.since > Project.made_at)
    query = query.where(TeamMember.part != TeamPart.OWNER)
    return query.group_by(TeamMember.project_id).subquery("team")


def _strongest() -> Select[*tuple[Any, ...]]:
    """Id, beginning and the five numbers of the `most` strongest. Made once; its moments are put in when it runs."""
    met, team = _met(), _joined()
    came, signed = met.c.came - met.c.came_before, met.c.signed - met.c.signed_before
    heads = case((came >= signed, came), else_=signed)
    grown = case((heads > 0, heads), else_=0) + func.coalesce(team.c.joined, 0)
    numbers = (met.c.came, met.c.came_before, met.c.signed, met.c.signed_before, team.c.joined)
    query = select(Project.id, Project.made_at, *(func.coalesce(each, 0) for each in numbers))
    query = query.outerjoin(met, met.c.project_id == Project.id).outerjoin(team, team.c.project_id == Project.id)
    query = query.where(
        Project.source == "", Project.hidden_at.is_(None), Project.stage.in_(_STAGES),
        Project.organisation_id.is_(None),
        or_(Project.made_at >= _moment("new"), heads >= MORE_HEADS, team.c.joined >= MORE_IN_TEAM),
        _resident_owner(),
    )  # fmt: skip
    query = query.order_by(grown.desc(), Project.made_at.desc(), Project.id.desc())
    return query.limit(bindparam("most", type_=Integer()))


_STRONGEST = _strongest()
