"""“What we think you like”: everything that the matcher uses about me, each with its switch."""

import json

from flask import Blueprint, make_response
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.out_of_sight import show_now
from participate.core import clock
from participate.core.errors import NotFound
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show, wants_fragment
from participate.matching import service
from participate.matching.queries.known import copy_of, known_of, may_switch

PAGE = "/what-we-think"


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule(PAGE, "what_we_think", what_we_think)
    blueprint.add_url_rule(f"{PAGE}/download", "copy_what_we_think", copy_what_we_think)
    blueprint.add_url_rule(f"{PAGE}/<what>/off", "switch_off", switch_off, methods=["POST"])
    blueprint.add_url_rule(f"{PAGE}/<what>/on", "switch_on", switch_on, methods=["POST"])
    blueprint.add_url_rule(f"{PAGE}/forget", "forget_answers", forget_answers, methods=["POST"])


@open_to(residents)
def what_we_think() -> Response:
    """All that my suggestions are made of."""
    return show("matching/what_we_think.html", known=known_of(current_user), switched="")


@open_to(residents)
def copy_what_we_think() -> Response:
    """The same as a file, to take away."""
    made = json.dumps(copy_of(known_of(current_user)), ensure_ascii=False, indent=2)
    answer = make_response(made)
    answer.mimetype = "application/json"
    answer.headers["Content-Disposition"] = f"attachment; filename=what-we-think-{clock.today():%Y-%m-%d}.json"
    return answer


@open_to(residents)
def switch_off(what: str) -> Response:
    """This is not used from now on."""
    service.switch_off(current_user.id, _mine(what))
    return _answered(what)


@open_to(residents)
def switch_on(what: str) -> Response:
    """This may be used again."""
    service.switch_on(current_user.id, _mine(what))
    return _answered(what)


def _mine(what: str) -> str:
    """Something of mine that has a switch. Raises NotFound."""
    if not may_switch(current_user.id, what):
        raise NotFound
    return what


def _answered(what: str) -> Response:
    """With scripts the list with its switches; without, the page anew."""
    if not wants_fragment():
        say(_("Done. It counts from now on."))
        return go("matching.what_we_think")
    show_now()
    return show("matching/what_we_think.html", "matching/_known.html", known=known_of(current_user), switched=what)


@open_to(residents)
def forget_answers() -> Response:
    """All my answers and switches go."""
    service.forget_answers(current_user.id)
    say(_("Forgotten. It is as if you had never answered."))
    return go("matching.what_we_think")
