"""One session's page."""

from flask import Blueprint
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.projects import queries as projects
from participate.sessions import queries
from participate.sessions.permissions import may_plan, may_see
from participate.sessions.views._come import come_facts
from participate.sessions.views._facts import series_words
from participate.sessions.views._home import home_facts
from participate.sessions.views._tools import tool_facts
from participate.stories import queries as stories


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/sessions/<int:session_id>", "session", session)


@open_to(anyone)
def session(session_id: int) -> Response:
    """One session: when, where, what it costs, what to bring, who is there."""
    found = queries.get_session(session_id)
    hidden = queries.is_hidden(found)
    if not may_see(current_user, found.project_id, hidden=hidden):
        raise NotFound
    plans, tasks = may_plan(current_user, found.project_id), queries.list_tasks(found.id)
    return show(
        "sessions/session.html",
        session=found,
        hidden=hidden,
        over=found.ends_at <= clock.now(),
        next_ones=queries.list_next_of_project(found.project_id, most=3, but=found.id),
        plans=plans,
        stories=stories.list_of_session(found.id),
        food=projects.find_food(found.project_id),
        repeats=series_words(found),
        tasks=tasks,
        asked=queries.is_asked(found),
        **come_facts(found, tasks),
        **tool_facts(found, plans=plans),
        **home_facts(found, plans=plans),
    )
