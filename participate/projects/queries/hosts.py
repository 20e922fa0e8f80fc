"""Reading the hosts of the same recipe who would like to meet."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Row, Select, select

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus
from participate.core.db import db
from participate.core.paging import Page, page_of_rows
from participate.core.text import first_name
from participate.places.models import Ward
from participate.projects.models import Project, TeamMember
from participate.projects.queries.families import family_ids
from participate.projects.queries.projects import OURS, SHOWN
from participate.projects.words import LEADS


@dataclass(frozen=True)
class OtherHost:
    """A host of another project of the same recipe, who said that she may be met."""

    member_id: int
    person_id: int
    first_name: str
    project_id: int
    project_name: str
    ward_name: str


def list_other_hosts(project: Project, number: int) -> Page[OtherHost]:
    """Hosts of other projects of the same recipe's family who said yes, by project. Four statements at most."""
    family = _family(project)
    query = _others(project, family).order_by(Project.name, TeamMember.id)
    page = page_of_rows(query, number)
    return Page([_host(row) for row in page.items], page.number, page.size, page.total)


def find_other_host(project: Project, member_id: int) -> OtherHost | None:
    """One of them, or None."""
    row = db.session.execute(_others(project, _family(project)).where(TeamMember.id == member_id)).first()
    return _host(row) if row else None


def _family(project: Project) -> Collection[int]:
    return family_ids(project.recipe_id) if project.recipe_id is not None else ()


def _others(project: Project, family: Collection[int]) -> Select[int, int, str, int, str, str]:
    query = select(TeamMember.id, TeamMember.person_id, Person.name, Project.id, Project.name, Ward.name)
    query = query.join(Person, Person.id == TeamMember.person_id).join(Project, Project.id == TeamMember.project_id)
    mine = select(TeamMember.person_id).where(TeamMember.project_id == project.id)
    return query.outerjoin(Ward, Ward.id == Project.ward_id).where(
        TeamMember.meets_hosts, TeamMember.part.in_(LEADS), Person.status == PersonStatus.ACTIVE,
        Project.recipe_id.in_(family), Project.id != project.id, OURS, SHOWN, TeamMember.person_id.not_in(mine),
    )  # fmt: skip


def _host(row: Row[int, int, str, int, str, str]) -> OtherHost:
    member_id, person_id, name, project_id, project_name, ward_name = row
    return OtherHost(member_id, person_id, first_name(name), project_id, project_name, ward_name or "")
