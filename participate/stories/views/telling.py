"""Telling a story of a session or a project, signed in."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotAllowed, RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.sessions.queries import Session
from participate.stories import queries, rules, service
from participate.stories.forms import StoryForm
from participate.stories.views._hands import facts_of, may_tell, seen_project, seen_session


def register(blueprint: Blueprint) -> None:
    both = ["GET", "POST"]
    blueprint.add_url_rule("/sessions/<int:session_id>/story", "new_for_session", new_for_session, methods=both)
    blueprint.add_url_rule("/projects/<int:project_id>/story", "new_for_project", new_for_project, methods=both)


@open_to(residents)
def new_for_session(session_id: int) -> Response:
    """Tell what came of a session. Who told of it already changes that."""
    session = seen_session(session_id)
    if (told := queries.find_of(current_user.id, session_id)) is not None:
        return go("stories.edit", story_id=told.id)
    came = queries.has_attended(session_id, current_user.id)
    refused = _refusal(session, told=may_tell(session.project_id, came=came))
    if refused is not None:
        return _not_there(refused, session.name)
    form = StoryForm()
    if form.validate_on_submit():
        return _told(service.tell_of_session(current_user.id, session, facts_of(form)))
    return show("stories/form.html", form=form, story=None, of=session, status=422 if form.errors else 200)


@open_to(residents)
def new_for_project(project_id: int) -> Response:
    """Tell what came of a whole project."""
    project = seen_project(project_id)
    if not may_tell(project_id, came=queries.has_attended_any(project_id, current_user.id)):
        return _not_there(rules.NotThere(), project.name)
    form = StoryForm()
    if form.validate_on_submit():
        return _told(service.tell_of_project(current_user.id, project, facts_of(form)))
    return show("stories/form.html", form=form, story=None, of=project, status=422 if form.errors else 200)


def _refusal(session: Session, *, told: bool) -> RuleBroken | None:
    """Why the reader cannot tell of the session now; None where she can."""
    if not told:
        return rules.NotThere()
    try:
        rules.check_session(session.starts_at, clock.now(), cancelled=session.cancelled_at is not None)
    except RuleBroken as broken:
        return broken
    return None


def _not_there(refused: RuleBroken, name: str) -> Response:
    """Who only looks is told why not, kindly; who sends it all the same is refused."""
    if request.method != "GET":
        raise NotAllowed
    return show("stories/not_there.html", sentence=_(refused.message), name=name)


def _told(story: queries.Story) -> Response:
    say(_("Thank you. Neighbours can read it now."))
    return go("stories.story", story_id=story.id)
