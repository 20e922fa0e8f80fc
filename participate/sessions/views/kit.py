"""Kit for a session: what could be borrowed for its days, each in one press."""

from typing import Any

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.funds import queries as funds
from participate.materials import queries as materials
from participate.materials.words import LoanStatus
from participate.sessions import queries, service
from participate.sessions.forms import BorrowForm, KitSearchForm
from participate.sessions.rules.kit import kit_days
from participate.sessions.views._rooms import near_session
from participate.sessions.views.planning import take_in_hand
from participate.spaces.rules import things_in

MOST_NAMED = 8  # things of the recipe that are a press away


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/sessions/<int:session_id>/kit", "kit", kit)
    blueprint.add_url_rule("/sessions/<int:session_id>/kit", "borrow", borrow, methods=["POST"])


@open_to(residents)
def kit(session_id: int) -> Response:
    """What is free on the session's days, nearest first, and what is borrowed already."""
    return _show(take_in_hand(session_id))


@open_to(residents)
def borrow(session_id: int) -> Response:
    """Borrow one thing for this session."""
    found, form = take_in_hand(session_id), BorrowForm()
    material = materials.find_material(form.material_id) if form.validate_on_submit() else None
    if material is None:
        return _show(found, _("Choose one of the things."), 422)
    try:
        loan = service.borrow(current_user.id, found, material, form.how_many)
    except RuleBroken as broken:
        return _show(found, _(broken.message, **broken.facts), 409)
    say(_said(loan.status, material.name))
    return go("sessions.kit", session_id=session_id)


def _said(status: LoanStatus, name: str) -> str:
    if status is LoanStatus.AGREED:
        return _("“%(thing)s” is yours for the session. Collect it the day before.", thing=name)
    if status is LoanStatus.ASKED:
        return _("We have asked for “%(thing)s”. You hear when its keeper says yes.", thing=name)
    return _("“%(thing)s” is promised to others then. You are in the queue: we write when it is your turn.", thing=name)


def _show(found: queries.Session, sentence: str = "", status: int = 200) -> Response:
    form = KitSearchForm(formdata=request.args or None)
    valid = form.validate()
    first, last = kit_days(clock.local(found.starts_at).date(), clock.today())
    units = form.units.data or 1
    words = (form.words.data or "") if valid else ""
    recipe = found.project.recipe
    facts: dict[str, Any] = {
        "session": found, "form": form, "sentence": sentence, "first": first, "last": last, "units": units,
        "page": materials.list_lendable(first, last, near_session(found), asked_page(), words=words, units=units),
        "loans": materials.list_of_subject(f"session:{found.id}"),
        "named": things_in(recipe.materials)[:MOST_NAMED] if recipe is not None else [],
        "budget": funds.find_budget(f"project:{found.project_id}"),
        "chosen": {name: value for name, value in request.args.items() if name != "page"},
    }  # fmt: skip
    return show("sessions/kit.html", status=status if valid else 422, **facts)
