"""Telling a story with the secret link of a sign-up, without an account."""

from flask import Blueprint, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import anyone, open_to
from participate.core.http import go, say, show
from participate.sessions import queries as sessions
from participate.stories import queries, rules, service
from participate.stories.forms import StoryForm
from participate.stories.views._hands import facts_of


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/come/<token>/story", "new_with_link", new_with_link, methods=["GET", "POST"])


@open_to(anyone)
def new_with_link(token: str) -> Response:
    """Tell what came of the session of my link, change it, or take it away."""
    held = _held_by(token)
    try:
        _check(held)
    except RuleBroken as refused:
        if request.method != "GET":
            raise
        return _kept(show("stories/not_there.html", sentence=_(refused.message), name=held.session.name))
    told = queries.find_of(held.person_id, held.session_id)
    if told is not None and request.form.get("answer") == "remove":
        service.remove(held.person_id, told)
        say(_("Your story is gone."))
        return go("sessions.session", session_id=held.session_id)
    form = StoryForm(obj=told)
    if form.validate_on_submit():
        story = _keep(held, told, form)
        say(_("Thank you. Neighbours can read it now."))
        return go("stories.story", story_id=story.id)
    facts = {"form": form, "held": held, "told": told, "token": token}
    return _kept(show("stories/linked.html", status=422 if form.errors else 200, **facts))


def _held_by(token: str) -> sessions.SignUp:
    """The sign-up of a link, of somebody who is active. Raises NotFound."""
    held = sessions.find_by_token(token)
    if held is None or sessions.is_hidden(held.session) or not held.person.is_active:
        raise NotFound
    return held


def _check(held: sessions.SignUp) -> None:
    """Raises NotThere, or what rules.check_session raises."""
    session = held.session
    rules.check_session(session.starts_at, clock.now(), cancelled=session.cancelled_at is not None)
    if not queries.has_attended(session.id, held.person_id):
        raise rules.NotThere


def _keep(held: sessions.SignUp, told: queries.Story | None, form: StoryForm) -> queries.Story:
    if told is None:
        return service.tell_of_session(held.person_id, held.session, facts_of(form))
    service.change(held.person_id, told, facts_of(form))
    return told


def _kept(response: Response) -> Response:
    """Nothing keeps a copy of a page behind a secret link, and no link on it says where it was followed from."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
