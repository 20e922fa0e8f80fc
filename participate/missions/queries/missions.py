"""Reading missions."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import case, or_, select
from sqlalchemy.orm import joinedload

from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.missions.models import Mission, MissionOutcome, MissionProject

PAGE = 10
MOST_OF_ONE = 6
SHOWN = Mission.hidden_at.is_(None)
_WITH = (joinedload(Mission.hub), joinedload(Mission.organisation))


def list_missions(number: int) -> Page[Mission]:
    """All missions: those that run or are to come, the soonest to end first; then those that are over, the latest
    first. Two statements.
    """
    runs = Mission.last_day >= clock.today()
    order = (case((runs, 0), else_=1), case((runs, Mission.last_day)), Mission.last_day.desc(), Mission.id.desc())
    return page_of(select(Mission).where(SHOWN).options(*_WITH).order_by(*order), number, PAGE)


def list_open(most: int) -> Sequence[Mission]:
    """Up to `most` missions that run now, the soonest to end first. One statement."""
    today = clock.today()
    query = select(Mission).where(SHOWN, Mission.first_day <= today, Mission.last_day >= today)
    return db.session.scalars(query.options(*_WITH).order_by(Mission.last_day, Mission.id).limit(most)).all()


def get_mission(mission_id: int) -> Mission:
    """The mission, hidden or not, with whoever named it. Raises NotFound."""
    found = db.session.scalar(select(Mission).where(Mission.id == mission_id).options(*_WITH))
    if found is None:
        raise NotFound
    return found


def names_of(ids: Iterable[int]) -> dict[int, str]:
    """Mission → name, of those among `ids` that everybody may see. One statement, or none."""
    wanted = set(ids)
    if not wanted:
        return {}
    rows = db.session.execute(select(Mission.id, Mission.name).where(Mission.id.in_(wanted), SHOWN))
    return {row.id: row.name for row in rows}


def list_of_organisation(organisation_id: int, most: int, also: Collection[int] = ()) -> Sequence[Mission]:
    """The missions that a partner named or for which it reported, and those among `also`: the latest to end first.
    One statement.
    """
    reported = select(MissionOutcome.mission_id).where(
        MissionOutcome.organisation_id == organisation_id, MissionOutcome.hidden_at.is_(None)
    )
    mine = Mission.organisation_id == organisation_id
    query = select(Mission).where(or_(mine, Mission.id.in_(reported), Mission.id.in_(set(also))), SHOWN)
    return db.session.scalars(query.order_by(Mission.last_day.desc(), Mission.id.desc()).limit(most)).all()


def list_of_project(project_id: int, most: int = MOST_OF_ONE) -> Sequence[MissionProject]:
    """Under which missions a project is, and how far it has come; the latest to end first. One statement."""
    query = select(MissionProject).join(MissionProject.mission).where(MissionProject.project_id == project_id, SHOWN)
    query = query.options(joinedload(MissionProject.mission))
    return db.session.scalars(query.order_by(Mission.last_day.desc(), Mission.id.desc()).limit(most)).all()
