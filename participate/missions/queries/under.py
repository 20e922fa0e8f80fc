"""Reading the projects under a mission."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import joinedload

from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.missions.models import MissionProject
from participate.missions.words import MissionStage
from participate.projects.models import Project, TeamMember
from participate.projects.words import LEADS, Stage

MOST_LED = 50
MOST_LEARNT = 50
OURS: tuple[ColumnElement[bool], ...] = (Project.source == "", Project.hidden_at.is_(None))
_OVER = (Stage.ENDED, Stage.HANDED_OVER)
# What has come furthest stands first.
_RANKS = {MissionStage.TESTED: 0, MissionStage.PROTOTYPE: 1}
_FURTHEST = case(_RANKS, value=MissionProject.stage, else_=2)


def list_under(mission_id: int, number: int) -> Page[MissionProject]:
    """The projects under a mission that everybody may see, those that have come furthest first. Two statements."""
    query = select(MissionProject).join(MissionProject.project).where(MissionProject.mission_id == mission_id, *OURS)
    query = query.options(joinedload(MissionProject.project).joinedload(Project.ward))
    return page_of(query.order_by(_FURTHEST, Project.name, MissionProject.id), number)


def list_tested(mission_id: int) -> Sequence[MissionProject]:
    """The projects that say what they learnt, by name. One statement."""
    query = select(MissionProject).join(MissionProject.project).where(MissionProject.mission_id == mission_id, *OURS)
    query = query.where(MissionProject.learnt != "").options(joinedload(MissionProject.project))
    return db.session.scalars(query.order_by(Project.name, MissionProject.id).limit(MOST_LEARNT)).all()


def count_under(mission_id: int) -> int:
    """How many projects joined, hidden ones too."""
    query = select(func.count(MissionProject.id)).where(MissionProject.mission_id == mission_id)
    return db.session.scalar(query) or 0


def find_under(mission_id: int, project_id: int) -> MissionProject | None:
    """The project's place under the mission, or None."""
    query = select(MissionProject).where(
        MissionProject.mission_id == mission_id, MissionProject.project_id == project_id
    )
    return db.session.scalar(query.options(joinedload(MissionProject.project), joinedload(MissionProject.mission)))


def get_under(mission_id: int, project_id: int) -> MissionProject:
    """The project's place under the mission. Raises NotFound."""
    found = find_under(mission_id, project_id)
    if found is None:
        raise NotFound
    return found


def list_led_ids(person_id: int | None) -> frozenset[int]:
    """The ids of the projects that a person owns or hosts."""
    if person_id is None:
        return frozenset()
    query = select(TeamMember.project_id).where(TeamMember.person_id == person_id, TeamMember.part.in_(LEADS))
    return frozenset(db.session.scalars(query.order_by(TeamMember.project_id).limit(MOST_LED)))


def list_joinable(mission_id: int, person_id: int) -> Sequence[Project]:
    """The living projects that a person owns or hosts and that are not under the mission yet, by name."""
    joined = select(MissionProject.project_id).where(MissionProject.mission_id == mission_id)
    query = select(Project).join(TeamMember, TeamMember.project_id == Project.id)
    query = query.where(TeamMember.person_id == person_id, TeamMember.part.in_(LEADS), *OURS)
    query = query.where(~Project.stage.in_(_OVER), Project.id.not_in(joined))
    return db.session.scalars(query.order_by(Project.name, Project.id).limit(MOST_LED)).all()
