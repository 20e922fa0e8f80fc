"""Pages of the materials."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import RuleBroken
from participate.core.guards import anyone, open_to, residents
from participate.core.http import carried, go, say, show
from participate.core.paging import asked_page
from participate.materials import queries, service
from participate.materials.forms import ME, MaterialForm, NarrowForm
from participate.materials.queries.more import more_of
from participate.materials.rules import draft_from
from participate.materials.views._loading import my_purposes, purpose_of
from participate.materials.words import Deal
from participate.organisations import offering
from participate.organisations import queries as organisations
from participate.organisations.rules import Spot
from participate.photos import queries as photos
from participate.places import here
from participate.places.forms import put_error
from participate.places.rules import PostcodeProblem


def register(blueprint: Blueprint) -> None:
    for path, name, view in (
        ("/materials", "index", index),
        ("/materials/<int:material_id>", "material", material),
    ):
        blueprint.add_url_rule(path, name, view)
    for path, name, view in (
        ("/materials/new", "new", new),
        ("/materials/<int:material_id>/edit", "edit", edit),
        ("/materials/<int:material_id>/remove", "remove", remove),
        ("/materials/<int:material_id>/still", "still", still),
    ):
        blueprint.add_url_rule(path, name, view, methods=["GET", "POST"])


@open_to(anyone)
def index() -> Response:
    """Things to lend, to give and wanted, nearest first."""
    form = NarrowForm(offering.ward_choices(), formdata=request.args)
    form.validate()
    asked = request.args.get("deal", "")
    deal = Deal(asked) if asked in list(Deal) else Deal.LEND
    ward = form.ward.data if form.ward.data and not form.ward.errors else None
    place, ward_id = here.find(), int(ward) if ward else None
    page = queries.list_materials(deal, ward_id, Spot(place.ward_id, place.square), asked_page())
    return show(
        "materials/index.html",
        page=page,
        form=form,
        deal=deal,
        counts=queries.count_by_deal(ward_id),
        values={"ward": ward} if ward else {},
        photos=photos.first_of(f"material:{card.id}" for card in page.items),
    )


@open_to(anyone)
def material(material_id: int) -> Response:
    """One thing: what it is, how many, how long, whom to ask."""
    found = queries.get_material(material_id)
    view = offering.look_at(found)
    return show(
        "materials/material.html",
        material=found,
        view=view,
        hub=organisations.hub_at(found),
        more=more_of(found, current_user.id),
        purpose=purpose_of(found) if found.subject else ("", ""),
        album=photos.album(f"material:{material_id}", may_add=view.looks_after),
    )


@open_to(residents)
def new() -> Response:
    """Lend, give or want a thing. The one box may carry its words here."""
    words = offering.words_carried("material")
    if words is not None:
        return _form_page(_blank_form(formdata=None, **_said(words)))
    form = _blank_form(**(_said(said) if (said := carried("material")) else {}))
    if form.validate_on_submit():
        try:
            behalf = offering.name_chosen(form.behalf.data or ME)
            made = service.add(current_user.id, behalf, _facts(form), offering.spot_chosen(form, behalf), form.terms())
            say(_("Thank you. Neighbours can see it now."))
            return go("materials.material", material_id=made.id)
        except RuleBroken as broken:
            put_error(form.postcode if isinstance(broken, PostcodeProblem) else form.behalf, broken)
    return _form_page(form)


@open_to(residents)
def edit(material_id: int) -> Response:
    """Change what my thing's page says."""
    found = queries.get_material(material_id)
    offering.take_in_hand(found)
    form = _filled_form(found)
    if form.validate_on_submit():
        try:
            spot = offering.spot_chosen(form, offering.name_of(found), found)
            service.change(current_user.id, found, _facts(form), spot, form.terms())
            say(_("Saved."))
            return go("materials.material", material_id=material_id)
        except RuleBroken as broken:
            put_error(form.postcode if isinstance(broken, PostcodeProblem) else form.how_many, broken)
    return _form_page(form, found)


@open_to(residents)
def remove(material_id: int) -> Response:
    """Take my thing away, after one question."""
    found = queries.get_material(material_id)
    offering.take_in_hand(found)
    if request.method == "GET":
        return show("materials/remove.html", material=found)
    return _gone(found)


@open_to(residents)
def still(material_id: int) -> Response:
    """Is it still there, or still wanted? Yes keeps it for half a year, no takes it away."""
    found = queries.get_material(material_id)
    offering.take_in_hand(found)
    answer = request.form.get("answer", "")
    if answer == "yes":
        service.confirm(current_user.id, found)
        say(_("Thank you. Neighbours see it for another half a year."))
        return go("materials.material", material_id=material_id)
    return _gone(found) if answer == "no" else show("materials/still.html", material=found)


def _gone(found: queries.Material) -> Response:
    deal = found.deal
    service.remove(current_user.id, found)
    say(_("It is gone from the list. Thank you."))
    return go("materials.index", deal=deal)


def _blank_form(**more: object) -> MaterialForm:
    behalves = organisations.list_behalves(current_user)
    behalf, deal = request.args.get("for", ME), request.args.get("deal", "")
    filled = {
        "behalf": behalf if behalf in [value for value, _name in behalves] else ME,
        "deal": deal if deal in list(Deal) else "",
        "ward": str(current_user.ward_id or ""),
        "how_many": 1,
    }
    return MaterialForm(behalves, offering.ward_choices(), purposes=my_purposes(), **(filled | more))  # type: ignore[arg-type]


def _said(words: str) -> dict[str, object]:
    draft = draft_from(words)
    return {"deal": draft.deal, "name": draft.name, "about": draft.about, "how_many": draft.how_many}


def _filled_form(found: queries.Material) -> MaterialForm:
    behalf = offering.name_of(found).value
    filled = {name: getattr(found, name) for name in ("deal", "name", "about", "how_many", "how_long")}
    filled |= {
        "behalf": behalf,
        "ward": str(found.ward_id or ""),
        "near_me": offering.is_near_reader(found),
        "fair": "lot" if found.by_lot else "choose",
        "subject": found.subject,
        "wanted_from": found.wanted_from.isoformat() if found.wanted_from else "",
        "wanted_until": found.wanted_until.isoformat() if found.wanted_until else "",
    }
    behalves, purposes = [(behalf, "")] if behalf != ME else [], _purposes_with(found)
    form = MaterialForm(behalves, offering.ward_choices(), purposes=purposes, new=False, **filled)
    form.days_before = (found.wanted_from, found.wanted_until) if found.wanted_from and found.wanted_until else None
    return form


def _purposes_with(found: queries.Material) -> list[tuple[str, str]]:
    """What the reader may name, and what the wish names already."""
    mine = my_purposes()
    known = found.subject and found.subject not in dict(mine)
    return [*mine, (found.subject, _("As it is now"))] if known else mine


def _form_page(form: MaterialForm, found: queries.Material | None = None) -> Response:
    return show("materials/form.html", form=form, material=found, status=422 if form.errors else 200)


def _facts(form: MaterialForm) -> service.MaterialFacts:
    return service.MaterialFacts(
        deal=Deal(form.deal.data), name=form.name.data or "", about=form.about.data or "",
        how_many=form.how_many.data or 1, how_long=form.how_long.data or "",
    )  # fmt: skip
