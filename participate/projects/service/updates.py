"""Short notes on a project's page: written by its team, taken away by whoever wrote them."""

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotAllowed
from participate.projects import queries
from participate.projects.models import Project, Update
from participate.projects.rules.team import NotInTeam


def add_update(person_id: int, project: Project, words: str) -> Update:
    """A note of one of the team. Raises NotInTeam."""
    if queries.part_of(project.id, person_id) is None:
        raise NotInTeam
    update = Update(project_id=project.id, person_id=person_id, words=words, made_at=clock.now())
    db.session.add(update)
    db.session.flush()
    record(person_id, "made", "update", update.id)
    return update


def remove_update(person_id: int, update: Update) -> None:
    """Its writer takes it away: its row goes. Raises NotAllowed."""
    if update.person_id != person_id:
        raise NotAllowed
    record(person_id, "removed", "update", update.id)
    db.session.delete(update)
    db.session.flush()
