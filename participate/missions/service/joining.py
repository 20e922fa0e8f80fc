"""Projects join a mission, move through its stages and leave it."""

from sqlalchemy.exc import IntegrityError

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.missions import queries
from participate.missions.models import Mission, MissionProject
from participate.missions.rules.naming import check_open
from participate.missions.rules.stages import check_stage
from participate.missions.words import MissionStage
from participate.projects.models import Project

NOUN = "mission"


def join(actor_id: int | None, mission: Mission, project: Project) -> MissionProject:
    """The project works towards it. Twice is once, also when two press at once. Raises IsOver."""
    check_open(mission.last_day, clock.today())
    known = queries.find_under(mission.id, project.id)
    if known is not None:
        return known
    now = clock.now()
    made = MissionProject(mission_id=mission.id, project_id=project.id, joined_at=now, changed_at=now)
    try:
        with db.session.begin_nested():
            db.session.add(made)
    except IntegrityError:
        return queries.get_under(mission.id, project.id)
    record(actor_id, "joined by a project", NOUN, mission.id)
    return made


def leave(actor_id: int | None, under: MissionProject) -> None:
    """It no longer works towards it: what happened there no longer counts for it."""
    record(actor_id, "left by a project", NOUN, under.mission_id)
    db.session.delete(under)
    db.session.flush()


def move(actor_id: int | None, under: MissionProject, stage: MissionStage, learnt: str) -> None:
    """It is a prototype now, or tested, or one step back; and what was learnt so far.

    Raises NotTheNextStage, NothingLearnt or NobodyCame.
    """
    check_stage(under.stage, stage, learnt, somebody_came=queries.has_come(under.project_id))
    under.stage, under.learnt, under.changed_at = stage, learnt, clock.now()
    record(actor_id, f"{stage.value} for a mission", "project", under.project_id)
    db.session.flush()
