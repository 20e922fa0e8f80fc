"""The tasks of a volunteer day: added, changed, removed, chosen and given back."""

from dataclasses import asdict, dataclass

from sqlalchemy import update

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.sessions import queries
from participate.sessions.models import Session, Task
from participate.sessions.rules import check_open
from participate.sessions.rules import tasks as rules


@dataclass(frozen=True)
class TaskFacts:
    """What a task says: how many can do it, and for how many minutes."""

    name: str
    places: int
    minutes: int
    skill: str = ""
    kit: str = ""


def add_task(actor_id: int, session: Session, facts: TaskFacts) -> Task:
    """One more thing to do. Raises TooManyTasks, SessionOver or SessionCancelled."""
    _hold(session)
    rules.check_one_more(queries.count_tasks(session.id))
    task = Task(session_id=session.id, **asdict(facts))
    db.session.add(task)
    db.session.flush()
    record(actor_id, "made", "task", task.id)
    return task


def change_task(actor_id: int, session: Session, task: Task, facts: TaskFacts) -> None:
    """Other words, another number of places. Raises FewerPlacesThanTaken, SessionOver or SessionCancelled."""
    _hold(session)
    db.session.refresh(task, with_for_update=True)
    rules.check_places(facts.places, task.taken)
    for name, value in asdict(facts).items():
        setattr(task, name, value)
    record(actor_id, "changed", "task", task.id)
    db.session.flush()


def remove_task(actor_id: int, session: Session, task: Task) -> None:
    """Nobody has chosen it, and it goes. Raises TaskChosen, SessionOver or SessionCancelled."""
    _hold(session)
    db.session.refresh(task, with_for_update=True)
    rules.check_removable(task.taken)
    record(actor_id, "removed", "task", task.id)
    db.session.delete(task)
    db.session.flush()


def take_task(task_id: int) -> bool:
    """Take one place of a task, if one is left: one conditional UPDATE, so that the last place goes once."""
    return _move(task_id, 1, Task.taken < Task.places)


def free_task(task_id: int | None) -> bool:
    """Give a place of a task back. Returns whether there was one to give."""
    return task_id is not None and _move(task_id, -1, Task.taken > 0)


def _move(task_id: int, places: int, condition: object) -> bool:
    moved = update(Task).where(Task.id == task_id, condition).values(taken=Task.taken + places)  # type: ignore[arg-type]
    return db.session.execute(moved.execution_options(synchronize_session="fetch")).rowcount == 1  # type: ignore[attr-defined]


def _hold(session: Session) -> None:
    """Lock the session's row, so that two hosts add tasks one after the other."""
    db.session.refresh(session, ["status"], with_for_update=True)
    check_open(session.status, session.ends_at, clock.now())
