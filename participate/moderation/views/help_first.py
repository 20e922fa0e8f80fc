"""Whoever wrote words of despair, or of being hurt, is offered help before anything else; and what waits says so."""

from flask import Blueprint, g, get_flashed_messages, request, session
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to, residents
from participate.core.http import go, go_to, is_local, say, show
from participate.core.i18n import and_list
from participate.core.words import ASIDE
from participate.moderation import service, things
from participate.moderation.words import TERMS

ONWARD = "onward"  # where she was going; her own browser keeps it


def register(blueprint: Blueprint) -> None:
    blueprint.after_app_request(open_help)
    blueprint.after_app_request(say_it_waits)
    blueprint.add_url_rule("/help-first/<kind>/<int:thing_id>", "help_first", help_first, methods=["GET", "POST"])
    blueprint.add_url_rule("/terms", "terms", terms)


def open_help(response: Response) -> Response:
    """After a form with such words was kept: help first, and from there on to where it led."""
    asked = g.get("help_first")
    if asked is None or response.status_code >= 400:
        return response
    kind, thing_id = asked
    address = f"/help-first/{kind}/{thing_id}"
    header = "HX-Redirect" if request.headers.get("HX-Request") == "true" else "Location"
    if header == "Location" and response.status_code not in (302, 303):
        return response
    onward = response.headers.get(header, "")
    session[ONWARD] = onward if is_local(onward) else ""
    response.headers[header] = address
    return response


def say_it_waits(response: Response) -> Response:
    """On the next page she reads that somebody has a look first, and why."""
    found = g.get("held_for")
    if found is not None and response.status_code < 400:
        get_flashed_messages()  # “it stands on the page now” would not be true yet
        say(_waits(and_list([_(label) for label in found])))
    return response


def _waits(what: str) -> str:
    if not what:
        return _("Thank you. We have a quick look first, as you are new here. Only you see it until then.")
    return _(
        "Thank you. We have a quick look first: we saw %(what)s in it. Only you see it until then. Take it out, and it"
        " is shown at once.",
        what=what,
    )


@open_to(residents)
def help_first(kind: str, thing_id: int) -> Response:
    """Whom to ring; nobody else has read her words; she says who may. Then on to where she was going."""
    thing = things.get(kind, thing_id)
    if current_user.id not in thing.author_ids:
        raise NotFound
    aside = thing.because == ASIDE
    onward = session.get(ONWARD, "")
    if request.method == "GET":
        return show("moderation/help_first.html", thing=thing, aside=aside, onward=onward if is_local(onward) else "")
    if request.form.get("what") == "look":
        service.ask_for_a_look(current_user.id, thing)
        say(_("Thank you. Somebody at the hub reads it before anybody else does."))
    elif request.form.get("what") == "show":
        service.show_it(current_user.id, thing)
        say(_("Done. Everybody can read it."))
    else:
        return go("moderation.help_first", kind=kind, thing_id=thing_id)
    return go_to(session.pop(ONWARD, ""), thing.url or "/where-it-stands")


@open_to(anyone)
def terms() -> Response:
    """What we ask of each other, what is not allowed, how to complain; with the day since when it holds."""
    return show("moderation/terms.html", terms=TERMS)
