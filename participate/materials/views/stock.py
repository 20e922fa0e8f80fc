"""Pages of a hub's stock: staff count what was taken and what is here. Neighbours only read how much is there."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import open_to, staff
from participate.core.http import go, say, show
from participate.materials import queries
from participate.materials.forms.stock import HereForm, TakenForm
from participate.materials.queries import stock as stocks
from participate.materials.service import stock
from participate.materials.words import Deal
from participate.organisations import offering
from participate.places.forms import put_error


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/materials/<int:material_id>/count", "count", count, methods=["GET", "POST"])


@open_to(staff)
def count(material_id: int) -> Response:
    """How many were taken today, how many are here."""
    found = queries.get_material(material_id)
    if found.deal is not Deal.TAKE:
        raise NotFound
    offering.take_in_hand(found)
    taken, here = TakenForm(formdata=None), HereForm(formdata=None)
    if request.method == "POST":
        try:
            if (done := _count(found, taken, here)) is not None:
                return done
        except RuleBroken as broken:
            put_error(taken.taken, broken)
    facts = {"stock": stocks.stock_of(found), "taken": stocks.taken_of(found.id)}
    wrong = taken.errors or here.errors
    return show("materials/count.html", material=found, form=taken, again=here, status=422 if wrong else 200, **facts)


def _count(found: queries.Material, taken: TakenForm, here: HereForm) -> Response | None:
    """One of two forms was sent, or a button: one more, or one less."""
    if "here" in request.form:
        here.process(request.form)
        if not here.validate():
            return None
        stock.count_here(current_user.id, found, here.here.data or 0)
    else:
        taken.process(request.form)
        if not taken.validate():
            return None
        back = "back" in request.form
        stock.count_taken(current_user.id, found, -(taken.taken.data or 0) if back else taken.taken.data or 0)
    say(_("Counted. Thank you."))
    return go("materials.count", material_id=found.id)
