"""Pressing: one thing is opened and taken in hand, many are done at once, a press is taken back."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import open_to, staff
from participate.core.http import go, go_to, say
from participate.desk import queries, service
from participate.desk.views._area import her_area, number_in
from participate.desk.views.desk import chosen_kind, kept
from participate.desk.words import Act, WaitKind


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/desk/press", "press", press, methods=["POST"])
    blueprint.add_url_rule("/desk/open", "open_one", open_one, methods=["POST"])
    blueprint.add_url_rule("/desk/undo/<int:undo_id>", "undo", undo, methods=["POST"])


@open_to(staff)
def press() -> Response:
    """The same for all that are ticked."""
    area, act = her_area(), request.form.get("act", "")
    if act not in set(Act):
        raise NotFound
    keys = [key for each in request.form.getlist("tick") if (key := _key(each)) is not None]
    try:
        done = service.press(current_user.id, area, Act(act), keys)
        say(_sentence(done))
    except RuleBroken as broken:
        say(_(broken.message, **broken.facts), "bad")
    return _back(area)


def _sentence(pressed: service.Pressed) -> str:
    """What was done, and what was left."""
    act, many = Act(pressed.undo.steps[0][0]), pressed.done
    words = {
        Act.TAKE: ngettext("You have it in hand.", "You have %(num)d things in hand.", many),
        Act.LEAVE: ngettext("You gave it back.", "You gave %(num)d things back.", many),
    }.get(act) or ngettext(
        "It happens in ten minutes. Until then you can take it back.",
        "%(num)d things happen in ten minutes. Until then you can take them back.",
        many,
    )
    if not pressed.left:
        return words
    left = ngettext("One was left: open it by itself.", "%(num)d were left: open them by themselves.", pressed.left)
    return f"{words} {left}"


@open_to(staff)
def open_one() -> Response:
    """Take one thing in hand and go where it is handled; what a colleague has in hand is only named."""
    area, key = her_area(), _key(request.form.get("open", ""))
    found = queries.list_keys(area, [key] if key else [])
    if not found:
        say(_("That does not wait any more. A colleague was quicker."))
        return _back(area)
    waiting = found[0]
    if waiting.held_by and not waiting.mine:
        say(_("%(name)s has this in hand already.", name=waiting.held_by), "bad")
        return _back(area)
    service.take(current_user.id, waiting.kind, waiting.id)
    return go_to(waiting.path, "/desk")


@open_to(staff)
def undo(undo_id: int) -> Response:
    """Take a press back."""
    found = queries.find_press(undo_id, current_user.id)
    if found is None:
        raise NotFound
    try:
        service.take_back(current_user.id, found)
        say(_("Taken back. All is as it was."))
    except RuleBroken as broken:
        say(_(broken.message, **broken.facts), "bad")
    return go("desk.index")


def _key(text: str) -> tuple[WaitKind, int] | None:
    kind, _colon, number = text.partition(":")
    found = number_in(number)
    return (WaitKind(kind), found) if kind in set(WaitKind) and found is not None else None


def _back(area: queries.Area) -> Response:
    return go("desk.index", **kept(area, chosen_kind(), request.form.get("mine") == "1"))
