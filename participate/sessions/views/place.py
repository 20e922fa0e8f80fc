"""Spaces that fit a session: when its room was lost, or another one suits better."""

from typing import Any

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.i18n import date_line
from participate.core.paging import asked_page
from participate.sessions import queries, rules, service
from participate.sessions.forms import LookForm, TakeForm
from participate.sessions.views._rooms import asked_words, near_session
from participate.sessions.views.planning import take_in_hand
from participate.spaces import queries as spaces


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/sessions/<int:session_id>/place", "place", place)
    blueprint.add_url_rule("/sessions/<int:session_id>/place", "take_place", take_place, methods=["POST"])


@open_to(residents)
def place(session_id: int) -> Response:
    """The spaces that are free then and fit, nearest first."""
    return _show(take_in_hand(session_id))


@open_to(residents)
def take_place(session_id: int) -> Response:
    """Take one of them; with “all”, for every other day of the series that has no place."""
    found, form = take_in_hand(session_id), TakeForm()
    space = queries.find_place(f"space:{request.form.get('space', '')}")
    if not form.validate_on_submit() or not queries.may_choose(space, current_user.id):
        return _show(found, _("Choose one of the spaces."), 422)
    sessions = [found, *(queries.list_without_place(found) if form.all.data else [])]
    try:
        service.take_place(current_user.id, sessions, space)
    except RuleBroken as broken:
        return _show(found, _sentence(broken), 409)
    say(_("It has a place. Everybody who comes hears of it.") + asked_words(sessions))
    return go("sessions.session", session_id=session_id)


def _sentence(broken: RuleBroken) -> str:
    sentence = _(broken.message, **broken.facts)
    if isinstance(broken, rules.RoomRefused):
        return _("%(day)s: %(sentence)s", day=date_line(broken.at), sentence=sentence)
    return sentence


def _show(found: queries.Session, sentence: str = "", status: int = 200) -> Response:
    form = LookForm(formdata=request.args or None, people=_heads(found), step_free=found.step_free)
    if not form.validate():
        form.people.data = form.people.data if not form.people.errors else _heads(found)
        status = 422
    wanted = spaces.Fitting(
        queries.slot_of(found), form.people.data or 1, form.kit.data or "", step_free=bool(form.step_free.data)
    )
    page = queries.list_rooms(wanted, near_session(found), current_user.id, asked_page())
    facts: dict[str, Any] = {
        "session": found, "page": page, "form": form, "sentence": sentence, "placed": queries.has_place(found),
        "others": queries.list_without_place(found), "chosen": {k: v for k, v in request.args.items() if k != "page"},
    }  # fmt: skip
    return show("sessions/place.html", status=status, **facts)


def _heads(found: queries.Session) -> int:
    """For how many a room is looked for: as many as hold a seat, and as usually come."""
    usual = queries.usual_count(found.project_id) or 1
    return max(found.taken, min(usual, found.capacity or usual))
