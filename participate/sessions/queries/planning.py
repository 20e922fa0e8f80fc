"""Reading one session, and what it takes to plan one."""

from collections.abc import Iterable

from sqlalchemy import case, select
from sqlalchemy.orm import contains_eager, joinedload, lazyload

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.organisations.models import Organisation
from participate.organisations.queries import shown as offered
from participate.places.models import Hub
from participate.projects.models import Project, TeamMember
from participate.sessions.models import Session
from participate.spaces.models import Space

MOST_PEOPLE = 200
MOST_PLACES = 200


def find_session(session_id: int) -> Session | None:
    """The session, hidden or not, with all that its page shows; or None. One statement."""
    query = select(Session).where(Session.id == session_id).join(Session.project)
    parts = (
        contains_eager(Session.project), joinedload(Session.space).joinedload(Space.hub), joinedload(Session.hub),
        joinedload(Session.booking),
        joinedload(Session.host).options(lazyload(Person.roles), lazyload(Person.ward)), joinedload(Session.ward),
        joinedload(Session.buddy).options(lazyload(Person.roles), lazyload(Person.ward)),
    )  # fmt: skip
    return db.session.scalar(query.options(*parts))


def get_session(session_id: int) -> Session:
    """The session, hidden or not: ask `is_hidden`. Raises NotFound."""
    found = find_session(session_id)
    if found is None:
        raise NotFound
    return found


def host_ids_of(ids: Iterable[int]) -> dict[int, int]:
    """Session → who welcomes people to it; those without anybody are left out. One statement."""
    query = select(Session.id, Session.host_id).where(Session.id.in_(set(ids)), Session.host_id.is_not(None))
    return {number: host_id for number, host_id in db.session.execute(query) if host_id is not None}


def is_hidden(session: Session) -> bool:
    """Whether staff hid it, or its project."""
    return session.hidden_at is not None or session.project.hidden_at is not None


def get_project(project_id: int) -> Project:
    """The project whose session is planned. Raises NotFound."""
    project = db.session.get(Project, project_id)
    if project is None:
        raise NotFound
    return project


def find_last(project_id: int) -> Session | None:
    """The session of a project that was planned last: the next one is likely to be like it."""
    query = select(Session).where(Session.project_id == project_id)
    return db.session.scalar(query.order_by(Session.made_at.desc(), Session.id.desc()).limit(1))


def list_team(project_id: int) -> list[tuple[int, str]]:
    """(id, first name) of the active people of a project's team, its owner first."""
    query = select(Person).join(TeamMember, TeamMember.person_id == Person.id)
    query = query.where(TeamMember.project_id == project_id, Person.status == PersonStatus.ACTIVE)
    people = db.session.scalars(query.order_by(TeamMember.since, TeamMember.id).limit(MOST_PEOPLE)).unique()
    return [(person.id, person.first_name) for person in people]


def list_places(project: Project, person_id: int) -> list[tuple[str, str]]:
    """Where a session of `project` can be: see list_places_near."""
    return list_places_near(project.ward_id, person_id)


def list_places_near(ward_id: int | None, person_id: int) -> list[tuple[str, str]]:
    """Where a session can be, as (value, name): hubs, then spaces, those of this ward first.

    A space at somebody's home is offered only to the person who keeps it.
    """
    hubs = db.session.execute(select(Hub.id, Hub.name).order_by(Hub.name, Hub.id).limit(MOST_PLACES))
    near = case((Space.ward_id == ward_id, 0), else_=1)
    spaces = select(Space).outerjoin(Person, Person.id == Space.keeper_id)
    spaces = spaces.outerjoin(Organisation, Organisation.id == Space.organisation_id)
    spaces = spaces.where(*offered(Space, clock.today())).order_by(near, Space.name, Space.id).limit(MOST_PLACES)
    open_ones = [space for space in db.session.scalars(spaces) if not space.at_home or space.keeper_id == person_id]
    return [(f"hub:{hub_id}", name) for hub_id, name in hubs] + [
        (f"space:{space.id}", space.name) for space in open_ones
    ]


def find_place(value: str) -> Space | Hub | None:
    """The space or hub that a value of `list_places` stands for; None for anything else."""
    kind, _colon, number = value.partition(":")
    if not (number.isascii() and number.isdecimal() and len(number) < 10):
        return None
    if kind == "hub":
        return db.session.get(Hub, int(number))
    return db.session.get(Space, int(number)) if kind == "space" else None
