"""A project goes its way."""

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.projects import queries
from participate.projects.models import Project
from participate.projects.rules.stages import check_move, check_successor
from participate.projects.service.team import hand_over
from participate.projects.words import Stage
from participate.spaces import service as spaces
from participate.spaces.queries import list_of_subject


def move_project(actor_id: int, project: Project, onward: Stage, successor: int | None = None) -> None:
    """Take the next step on its way. A project that is handed over goes to `successor`, one of its team, who owns it;
    one that ends gives up the spaces that were booked for it, and their keepers hear of it.

    Raises DoneElsewhere, NotAMove, WhoTakesIt or NeighbourOwns.
    """
    owner = queries.find_owner(project.id)
    owner_id = owner.person_id if owner else None
    staff_own = onward is Stage.RUNNING and queries.acts_as_staff(project, owner_id)
    check_move(project.stage, onward, elsewhere=bool(project.source), staff_own=staff_own)
    check_successor(onward, successor, {mate.person_id for mate in queries.list_team(project.id)} - {owner_id})
    if onward is Stage.HANDED_OVER and successor is not None:
        hand_over(actor_id, project, successor)
    project.stage, project.changed_at = onward, clock.now()
    if onward is Stage.ENDED:
        spaces.cancel_several(actor_id, list_of_subject(f"project:{project.id}"))
    record(actor_id, f"moved to {onward}", "project", project.id)
    db.session.flush()
