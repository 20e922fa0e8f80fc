"""Pages of the wishes: a keeper who is asked says yes or no; somebody who reads a wish lends what she has."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.materials import queries
from participate.materials.forms.wishes import AnswerForm, OfferForm
from participate.materials.queries import wishes as asks
from participate.materials.rules.wishes import WishAnswered
from participate.materials.service import wishes
from participate.materials.words import Deal, WishStatus
from participate.organisations import offering
from participate.organisations import queries as organisations
from participate.organisations.words import Standing
from participate.places.forms import put_error

BOTH = ["GET", "POST"]


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/wishes", "wishes", waiting)
    blueprint.add_url_rule("/wishes/<int:wish_ask_id>", "answer_wish", answer, methods=BOTH)
    blueprint.add_url_rule("/materials/<int:material_id>/offer", "offer", offer, methods=BOTH)


@open_to(residents)
def waiting() -> Response:
    """Wishes that ask for what I look after."""
    speaks_for = organisations.ids_spoken_for(current_user.id)
    hubs = [held.subject.partition(":")[2] for held in current_user.roles if held.role == "staff"]
    hub_ids = [int(each) for each in hubs if each.isdecimal()]
    return show("materials/wishes.html", page=asks.list_wishes_for(current_user.id, speaks_for, hub_ids, asked_page()))


@open_to(residents)
def answer(wish_ask_id: int) -> Response:
    """A neighbour needs what I have: yes, some of it, or not this time."""
    ask = asks.get_wish_ask(wish_ask_id)
    offering.take_in_hand(ask.material)
    if request.method == "POST" and "no" in request.form:
        return _say_no(ask)
    wish, form = asks.wish_of(ask.wish), AnswerForm(units=ask.units)
    still = ask.status is WishStatus.ASKED and wish.sought
    if request.method == "POST" and not still:
        return _answered(ask)
    if form.validate_on_submit():
        try:
            wishes.say_yes(current_user.id, ask, form.units.data or 1)
            say(_("Thank you. They know, and you see the loan here."))
            return go("materials.answer_wish", wish_ask_id=wish_ask_id)
        except RuleBroken as broken:
            put_error(form.units, broken)
    return show(
        "materials/answer_wish.html", form=form, ask=ask, wish=wish,
        open=still, status=422 if form.errors else 200,
    )  # fmt: skip


def _say_no(ask: asks.WishAsk) -> Response:
    wishes.say_no(current_user.id, ask)
    say(_("Thank you for answering. We ask somebody else."))
    return go("materials.wishes")


def _answered(ask: asks.WishAsk) -> Response:
    """A second press of yes leads to the same page. Raises WishAnswered."""
    if ask.status is not WishStatus.YES:
        raise WishAnswered
    return go("materials.answer_wish", wish_ask_id=ask.id)


@open_to(residents)
def offer(material_id: int) -> Response:
    """I read a wish, and I have one."""
    found = queries.get_material(material_id)
    if offering.look_at(found).standing is not Standing.SHOWN or found.deal is not Deal.WANT:
        raise NotFound
    wish = asks.wish_of(found)
    things = asks.list_to_offer(current_user.id, organisations.ids_spoken_for(current_user.id))
    form = OfferForm([(str(each.id), each.name) for each in things], units=max(1, wish.missing))
    if things and wish.sought and form.validate_on_submit():
        try:
            chosen = next(each for each in things if str(each.id) == form.thing.data)
            wishes.offer(current_user.id, found, chosen, form.units.data or 1)
            say(_("Thank you. They know, and hear when to collect it."))
            return go("materials.material", material_id=material_id)
        except RuleBroken as broken:
            put_error(form.units, broken)
    status = 422 if form.errors else 200
    return show("materials/offer.html", form=form, material=found, wish=wish, things=things, status=status)
