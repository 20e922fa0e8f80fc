"""Pages of what is given away: ask for it, choose who gets it, hand it over."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.materials import queries
from participate.materials.forms.giving import ChooseForm, GiftAskForm
from participate.materials.queries import giving as gifts
from participate.materials.rules.giving import is_open
from participate.materials.service import giving
from participate.materials.words import Deal, GiftStatus
from participate.organisations import offering
from participate.organisations.words import Standing
from participate.places.forms import put_error

POST, BOTH = ["POST"], ["GET", "POST"]


def register(blueprint: Blueprint) -> None:
    for path, name, view, methods in (
        ("/gifts", "gifts", gifts_asked, ["GET"]),
        ("/materials/<int:material_id>/like", "like", like, BOTH),
        ("/materials/<int:material_id>/askers", "askers", askers, BOTH),
        ("/materials/<int:material_id>/draw", "draw", draw, POST),
        ("/gifts/<int:gift_ask_id>/cancel", "gift_cancel", cancel, POST),
        ("/gifts/<int:gift_ask_id>/handed", "gift_handed", handed, POST),
        ("/gifts/<int:gift_ask_id>/missed", "gift_missed", missed, POST),
    ):
        blueprint.add_url_rule(path, name, view, methods=methods)


@open_to(residents)
def gifts_asked() -> Response:
    """What I asked for, and what became of it."""
    return show("materials/gifts.html", page=gifts.list_gifts_asked(current_user.id, asked_page()))


@open_to(residents)
def like(material_id: int) -> Response:
    """I would like to have it."""
    found = _gift(material_id)
    gift = gifts.gift_of(found, current_user.id)
    form = GiftAskForm(units=1)
    if form.validate_on_submit():
        try:
            units = form.units.data or 1
            own = offering.look_at(found).looks_after and found.keeper_id == current_user.id
            giving.ask_gift(current_user.id, found, units, form.words.data or "", own=own)
            say(_("Thank you. You hear from us when it is decided."))
            return go("materials.material", material_id=material_id)
        except RuleBroken as broken:
            put_error(form.units, broken)
    return show("materials/like.html", form=form, material=found, gift=gift, status=422 if form.errors else 200)


@open_to(residents)
def askers(material_id: int) -> Response:
    """Who would like to have what I give; when their time is over I choose."""
    found = _gift(material_id, mine=True)
    form = ChooseForm()
    if form.validate_on_submit():
        ids = [int(each) for each in request.form.getlist("ask") if each.isascii() and each.isdecimal()][:200]
        try:
            giving.choose(current_user.id, found, ids, form.reply.data or "")
            say(_("Thank you. Everybody who asked hears from us."))
            return go("materials.askers", material_id=material_id)
        except RuleBroken as broken:
            put_error(form.reply, broken)
    return show(
        "materials/askers.html", form=form, material=found, gift=gifts.gift_of(found, None),
        asks=gifts.list_askers(material_id), open=is_open(found.asks_until, clock.now()), Status=GiftStatus,
        status=422 if form.errors else 200,
    )  # fmt: skip


@open_to(residents)
def draw(material_id: int) -> Response:
    """Let lots decide."""
    giving.draw(current_user.id, _gift(material_id, mine=True))
    say(_("Lots are drawn. Everybody who asked hears from us."))
    return go("materials.askers", material_id=material_id)


@open_to(residents)
def cancel(gift_ask_id: int) -> Response:
    """I do not want it after all."""
    ask = gifts.get_gift_ask(gift_ask_id)
    if ask.person_id != current_user.id:
        raise NotFound
    giving.call_off(current_user.id, ask)
    say(_("Thank you for saying so. Somebody else can have it."))
    return go("materials.gifts")


@open_to(residents)
def handed(gift_ask_id: int) -> Response:
    """They have it now."""
    ask = _ask_for_mine(gift_ask_id)
    giving.hand_over(current_user.id, ask)
    say(_("Thank you for giving."))
    return go("materials.askers", material_id=ask.material_id)


@open_to(residents)
def missed(gift_ask_id: int) -> Response:
    """They did not come for it: it goes to the next."""
    ask = _ask_for_mine(gift_ask_id)
    giving.call_off(current_user.id, ask)
    say(_("Thank you. It is free for somebody else."))
    return go("materials.askers", material_id=ask.material_id)


def _gift(material_id: int, *, mine: bool = False) -> queries.Material:
    found = queries.get_material(material_id)
    view = offering.look_at(found)
    if found.deal is not Deal.GIVE or not (mine or view.standing is Standing.SHOWN):
        raise NotFound
    if mine:
        offering.take_in_hand(found)
    return found


def _ask_for_mine(gift_ask_id: int) -> gifts.GiftAsk:
    ask = gifts.get_gift_ask(gift_ask_id)
    offering.take_in_hand(ask.material)
    return ask
