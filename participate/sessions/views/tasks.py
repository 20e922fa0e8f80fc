"""The tasks of a volunteer day: everybody reads them, the shortest first; the hosts add, change and remove them."""

from itertools import groupby
from typing import Any

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import anyone, open_to, residents
from participate.core.http import go, say, show
from participate.places.forms import put_error
from participate.sessions import queries, service
from participate.sessions.forms import TaskForm
from participate.sessions.permissions import may_see
from participate.sessions.rules.tasks import MOST_TASKS
from participate.sessions.views._hosts import counts, host_in_hand
from participate.sessions.words import SessionStatus


def register(blueprint: Blueprint) -> None:
    page = "/sessions/<int:session_id>/tasks"
    blueprint.add_url_rule(page, "tasks", tasks)
    blueprint.add_url_rule(page, "add_task", add_task, methods=["POST"])
    blueprint.add_url_rule(page + "/<int:task_id>", "task", task, methods=["GET", "POST"])
    blueprint.add_url_rule(page + "/<int:task_id>/remove", "remove_task", remove_task, methods=["POST"])


@open_to(anyone)
def tasks(session_id: int) -> Response:
    """What there is to do that day, by how long it takes."""
    found = queries.get_session(session_id)
    if not may_see(current_user, found.project_id, hidden=queries.is_hidden(found)):
        raise NotFound
    return _page(found, TaskForm(formdata=None))


@open_to(residents)
def add_task(session_id: int) -> Response:
    """One more thing to do."""
    found, form = host_in_hand(session_id), TaskForm()
    if not form.validate_on_submit():
        return _page(found, form, status=422)
    service.add_task(current_user.id, found, _facts(form))
    say(_("It is on the list."))
    return go("sessions.tasks", session_id=session_id)


@open_to(residents)
def task(session_id: int, task_id: int) -> Response:
    """Change one task."""
    found = host_in_hand(session_id)
    held = queries.get_task(session_id, task_id)
    form = TaskForm(obj=held)
    if form.validate_on_submit():
        try:
            service.change_task(current_user.id, found, held, _facts(form))
        except RuleBroken as broken:
            put_error(form.places, broken)
        else:
            say(_("Saved."))
            return go("sessions.tasks", session_id=session_id)
    return show("sessions/task.html", session=found, task=held, form=form, status=422 if form.errors else 200)


@open_to(residents)
def remove_task(session_id: int, task_id: int) -> Response:
    """Take a task off the list; one that nobody has chosen."""
    found = host_in_hand(session_id)
    service.remove_task(current_user.id, found, queries.get_task(session_id, task_id))
    say(_("It is off the list."))
    return go("sessions.tasks", session_id=session_id)


def _page(session: queries.Session, form: TaskForm, **more: Any) -> Response:
    held = queries.list_tasks(session.id)
    to_come = session.status is SessionStatus.PLANNED and session.ends_at > clock.now()
    return show(
        "sessions/tasks.html",
        session=session,
        lengths=[(minutes, list(group)) for minutes, group in groupby(held, lambda each: each.minutes)],
        form=form,
        to_come=to_come,
        hosts=to_come and counts(session),
        full=len(held) >= MOST_TASKS,
        **more,
    )


def _facts(form: TaskForm) -> service.TaskFacts:
    return service.TaskFacts(
        name=form.name.data or "", places=form.places.data or 1, minutes=form.minutes.data or 1,
        skill=form.skill.data or "", kit=form.kit.data or "",
    )  # fmt: skip
