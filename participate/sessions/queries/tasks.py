"""Reading the tasks of volunteer days."""

from collections.abc import Sequence

from sqlalchemy import func, select

from participate.core.db import db
from participate.core.errors import NotFound
from participate.sessions.models import Task
from participate.sessions.rules.tasks import MOST_TASKS


def list_tasks(session_id: int) -> Sequence[Task]:
    """The tasks of a session, the shortest first. `places - taken` of each are left. One statement."""
    query = select(Task).where(Task.session_id == session_id)
    return db.session.scalars(query.order_by(Task.minutes, Task.name, Task.id).limit(MOST_TASKS)).all()


def count_tasks(session_id: int) -> int:
    """How many tasks a session has."""
    return db.session.scalar(select(func.count()).where(Task.session_id == session_id)) or 0


def get_task(session_id: int, task_id: int) -> Task:
    """A task of this session. Raises NotFound."""
    task = db.session.get(Task, task_id)
    if task is None or task.session_id != session_id:
        raise NotFound
    return task
