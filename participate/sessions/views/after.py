"""The page that the letter of the day after leads to: thank you, with one tap and a line if she likes."""

from flask import Blueprint
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotAllowed
from participate.core.guards import anyone, open_to
from participate.core.http import go, say, show
from participate.sessions import queries, service
from participate.sessions.forms import ThanksForm
from participate.sessions.views._secret import kept_secret
from participate.sessions.views.come import held_by


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/come/<token>/after", "after", after)
    blueprint.add_url_rule("/come/<token>/thanks", "thanks", thanks, methods=["POST"])


@open_to(anyone)
def after(token: str) -> Response:
    """For somebody who came: thank you, three questions if she likes, her story. Others are not thanked for coming."""
    found = held_by(token)
    if found.session.ends_at > clock.now():
        return go("sessions.come", token=token)
    return _page(found, token, ThanksForm(formdata=None))


@open_to(anyone)
def thanks(token: str) -> Response:
    """Thank you: kept once, with a line if she likes."""
    found, form = held_by(token), ThanksForm()
    if not _came(found):
        raise NotAllowed
    if form.validate_on_submit():
        service.say_thanks(found, form.words.data or "")
        say(_("Thank you. The host and the team read it."))
        return go("sessions.after", token=token)
    return _page(found, token, form)


def _came(sign_up: queries.SignUp) -> bool:
    return queries.has_attended(sign_up.person_id, sign_up.session_id)


def _page(sign_up: queries.SignUp, token: str, form: ThanksForm) -> Response:
    page = show(
        "sessions/after.html",
        session=sign_up.session,
        token=token,
        came=_came(sign_up),
        said=queries.find_thanks(sign_up.session_id, sign_up.person_id),
        form=form,
        next_ones=queries.list_next_of_project(sign_up.session.project_id, most=3, but=sign_up.session_id),
        status=422 if form.errors else 200,
    )
    return kept_secret(page)
