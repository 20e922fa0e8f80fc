"""Reading teams and who would like to help."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import joinedload

from participate.accounts.models import Person
from participate.accounts.queries import find_person
from participate.accounts.words import PersonStatus, Role
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.core.text import first_name, short_name
from participate.organisations.models import Member, Organisation
from participate.places.queries import nearest_hub
from participate.projects.models import Project, TeamMember, TeamRequest
from participate.projects.words import LEADS, RequestStatus, TeamPart

MOST_IN_TEAM = 200
MOST_OF_ONE = 50
_ACTIVE = Person.status == PersonStatus.ACTIVE
_PART = case({TeamPart.OWNER: 0, TeamPart.HOST: 1}, value=TeamMember.part, else_=2)


@dataclass(frozen=True)
class Mate:
    """Somebody in a team, by first name, and the organisation for which she is there, if she speaks for one.

    `told_apart` is for her team alone: her first name, and an initial where two in the team share one.
    """

    person_id: int
    first_name: str
    part: TeamPart
    organisation_id: int | None = None
    organisation: str = ""
    told_apart: str = ""


@dataclass(frozen=True)
class Taking:
    """A project in which a person has a part."""

    project_id: int
    name: str
    part: TeamPart
    waiting: int


def list_team(project_id: int) -> list[Mate]:
    """The active people of a team: owner, hosts, helpers; the longest in it first. One statement."""
    speaks = (Member.organisation_id == TeamMember.organisation_id, Member.person_id == TeamMember.person_id)
    query = select(TeamMember.person_id, Person.name, TeamMember.part, Organisation.id, Organisation.name)
    query = query.join(Person, Person.id == TeamMember.person_id).outerjoin(Member, and_(*speaks))
    query = query.outerjoin(
        Organisation, and_(Organisation.id == Member.organisation_id, Organisation.hidden_at.is_(None))
    )
    query = query.where(TeamMember.project_id == project_id, _ACTIVE)
    rows = db.session.execute(query.order_by(_PART, TeamMember.since, TeamMember.id).limit(MOST_IN_TEAM)).all()
    shared = Counter(first_name(name) for _id, name, *_rest in rows)

    def apart(name: str) -> str:
        return short_name(name) if shared[first_name(name)] > 1 else first_name(name)

    return [
        Mate(each, first_name(name), part, number, named or "", apart(name)) for each, name, part, number, named in rows
    ]


def find_member(project_id: int, person_id: int | None) -> TeamMember | None:
    """A person's row in a team, or None."""
    if person_id is None:
        return None
    query = select(TeamMember).where(TeamMember.project_id == project_id, TeamMember.person_id == person_id)
    return db.session.scalar(query)


def part_of(project_id: int, person_id: int | None) -> TeamPart | None:
    """A person's part in a project; None when she has none."""
    member = find_member(project_id, person_id)
    return member.part if member else None


def find_owner(project_id: int) -> TeamMember | None:
    """The row of the owner, active or not; None where nobody owns it."""
    query = select(TeamMember).where(TeamMember.project_id == project_id, TeamMember.part == TeamPart.OWNER)
    return db.session.scalar(query)


def list_lead_ids(project_id: int) -> Sequence[int]:
    """The ids of the active owner and hosts."""
    query = select(TeamMember.person_id).join(Person, Person.id == TeamMember.person_id)
    query = query.where(TeamMember.project_id == project_id, TeamMember.part.in_(LEADS), _ACTIVE)
    return db.session.scalars(query.order_by(TeamMember.id)).all()


def find_last_request(project_id: int, person_id: int | None) -> TeamRequest | None:
    """The newest "I'd like to help" of a person to a project, whatever became of it; or None."""
    if person_id is None:
        return None
    query = select(TeamRequest).where(TeamRequest.project_id == project_id, TeamRequest.person_id == person_id)
    return db.session.scalar(query.order_by(TeamRequest.id.desc()).limit(1))


def find_last_not_now(project_id: int, person_id: int) -> datetime | None:
    """When the team last said "not now" to a person; None when it never did."""
    query = select(func.max(TeamRequest.answered_at)).where(
        TeamRequest.project_id == project_id,
        TeamRequest.person_id == person_id,
        TeamRequest.status == RequestStatus.NOT_NOW,
    )
    return db.session.scalar(query)


_WAITS = (TeamRequest.status == RequestStatus.ASKED, TeamRequest.hidden_at.is_(None))


def list_requests(project_id: int, number: int) -> Page[TeamRequest]:
    """Who would like to help and waits for an answer, with her need, the longest waiting first. Two statements."""
    query = select(TeamRequest).join(Person, Person.id == TeamRequest.person_id)
    query = query.where(TeamRequest.project_id == project_id, *_WAITS, _ACTIVE)
    parts = (joinedload(TeamRequest.person).lazyload(Person.roles), joinedload(TeamRequest.need))
    return page_of(query.options(*parts).order_by(TeamRequest.asked_at, TeamRequest.id), number)


def count_requests(project_id: int) -> int:
    """How many wait for an answer of this team."""
    query = select(func.count(TeamRequest.id)).join(Person, Person.id == TeamRequest.person_id)
    return db.session.scalar(query.where(TeamRequest.project_id == project_id, *_WAITS, _ACTIVE)) or 0


def find_request(request_id: int | None) -> TeamRequest | None:
    """The request, hidden or not, with its person and project; or None."""
    if request_id is None:
        return None
    parts = (joinedload(TeamRequest.person).lazyload(Person.roles), joinedload(TeamRequest.project))
    return db.session.scalar(select(TeamRequest).where(TeamRequest.id == request_id).options(*parts))


def get_request(project_id: int, request_id: int) -> TeamRequest:
    """The request of this project, hidden or not. Raises NotFound."""
    request = find_request(request_id)
    if request is None or request.project_id != project_id:
        raise NotFound
    return request


def list_taking(person_id: int) -> list[Taking]:
    """The projects in which a person has a part, hidden ones too, with how many wait for an answer where she leads.

    One statement.
    """
    waiting = (
        select(func.count(TeamRequest.id))
        .join(Person, Person.id == TeamRequest.person_id)
        .where(TeamRequest.project_id == Project.id, *_WAITS, _ACTIVE)
        .scalar_subquery()
    )
    seen = case((TeamMember.part.in_(LEADS), waiting), else_=0)
    query = select(Project.id, Project.name, TeamMember.part, seen.label("waiting"))
    query = query.join(TeamMember, TeamMember.project_id == Project.id).where(TeamMember.person_id == person_id)
    rows = db.session.execute(query.order_by(_PART, Project.name, Project.id).limit(MOST_OF_ONE))
    return [Taking(*row) for row in rows]


def list_requests_of(person_id: int) -> Sequence[TeamRequest]:
    """A person's own requests that wait for an answer, with their projects, the newest first."""
    query = select(TeamRequest).where(TeamRequest.person_id == person_id, TeamRequest.status == RequestStatus.ASKED)
    query = query.options(joinedload(TeamRequest.project)).order_by(TeamRequest.id.desc())
    return db.session.scalars(query.limit(MOST_OF_ONE)).all()


def count_offers(need_ids: Iterable[int]) -> dict[int, int]:
    """How many have said "I can" for each of these needs and wait for an answer; by need id. One statement."""
    wanted = set(need_ids)
    if not wanted:
        return {}
    query = select(TeamRequest.need_id, func.count(TeamRequest.id)).join(Person, Person.id == TeamRequest.person_id)
    query = query.where(TeamRequest.need_id.in_(wanted), *_WAITS, _ACTIVE).group_by(TeamRequest.need_id)
    return {need_id: many for need_id, many in db.session.execute(query) if need_id is not None}


def acts_as_staff(project: Project, person_id: int | None) -> bool:
    """Whether somebody is staff of the hub that looks after this project, or an admin: no resident owner."""
    person = find_person(person_id)
    if person is None or person.holds(Role.ADMIN):
        return person is not None
    hub = nearest_hub(project.ward_id, project.square) if person.holds(Role.STAFF) else None
    return hub is not None and person.holds(Role.STAFF, f"hub:{hub.id}")
