"""Offering a space, changing it, confirming it, taking it away."""

from typing import Any

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import carried, go, say, show
from participate.organisations import offering
from participate.organisations import queries as organisations
from participate.organisations.rules import Spot
from participate.places.forms import put_error
from participate.places.rules import PostcodeProblem
from participate.spaces import queries, service
from participate.spaces.forms import ME, PartForm, RemoveForm, SpaceForm, WordsForm
from participate.spaces.rules import HasParts, WasAHome, draft_from, pence_of, price_typed
from participate.spaces.words import BookingMode, SpaceKind

WORDS = ("name", "about", "has", "access_note", "when_free", "house_rules")
TICKS = ("step_free", "toilet", "quiet", "children")
MINUTES = ("before", "after", "least_minutes", "most_minutes")

# Beside which field a rule that was broken is said.
FIELDS = {HasParts: "kind", WasAHome: "address"}


def register(blueprint: Blueprint) -> None:
    for path, name, view in (
        ("/spaces/new", "new", new),
        ("/spaces/<int:space_id>/part", "new_part", new_part),
        ("/spaces/<int:space_id>/edit", "edit", edit),
        ("/spaces/<int:space_id>/remove", "remove", remove),
        ("/spaces/<int:space_id>/still", "still", still),
    ):
        blueprint.add_url_rule(path, name, view, methods=["GET", "POST"])


@open_to(residents)
def new() -> Response:
    """Offer a space. The one box may carry its words here."""
    words = offering.words_carried("space")
    if words is not None:
        return _form_page(_blank_form(formdata=None, **_said(words)))
    form = _blank_form(**(_said(said) if (said := carried("space")) else {}))
    if form.validate_on_submit():
        try:
            behalf = offering.name_chosen(form.behalf.data or ME)
            made = service.add(current_user.id, behalf, _facts(form), offering.spot_chosen(form, behalf))
            say(_("Thank you. Neighbours can see it now."))
            return go("spaces.space", space_id=made.id)
        except RuleBroken as broken:
            put_error(form.postcode if isinstance(broken, PostcodeProblem) else form.behalf, broken)
    return _form_page(form)


@open_to(residents)
def new_part(space_id: int) -> Response:
    """Offer a part of a site: a plot, a shed, a room."""
    site = queries.get_space(space_id)
    offering.take_in_hand(site)
    if site.kind is not SpaceKind.SITE:
        raise NotFound
    form = PartForm(site.at_home, step_free=site.step_free, toilet=site.toilet, mode=site.mode.value)
    if form.validate_on_submit():
        service.add_part(current_user.id, site, _facts(form))
        say(_("Thank you. Neighbours can see it now."))
        return go("spaces.space", space_id=space_id)
    return _form_page(form, site=site)


@open_to(residents)
def edit(space_id: int) -> Response:
    """Change what my space's page says."""
    found = queries.get_space(space_id)
    offering.take_in_hand(found)
    form = _filled_form(found)
    if form.validate_on_submit():
        try:
            service.change(current_user.id, found, _facts(form), _spot(form, found))
            say(_("Saved."))
            return go("spaces.space", space_id=space_id)
        except (PostcodeProblem, HasParts, WasAHome) as problem:
            put_error(form[FIELDS.get(type(problem), "postcode")], problem)
    return _form_page(form, found, site=found.site)


def _spot(form: WordsForm, found: queries.Space) -> Spot:
    """Where a space is: as the form says, or, a part, where it was."""
    if isinstance(form, SpaceForm):
        return offering.spot_chosen(form, offering.name_of(found), found)
    return Spot(found.ward_id, found.square)


@open_to(residents)
def remove(space_id: int) -> Response:
    """Take my space away, after one question."""
    found = queries.get_space(space_id)
    offering.take_in_hand(found)
    form = RemoveForm()
    if form.validate_on_submit():
        service.remove(current_user.id, found, form.reason.data or "")
        say(_("It is gone. Thank you for having offered it."))
        return go("spaces.index")
    return show("spaces/remove.html", space=found, form=form, coming=_coming(found), status=422 if form.errors else 200)


def _coming(found: queries.Space) -> int:
    """How many bookings of a space and its parts are still to come."""
    return len(queries.list_standing([found.id, *(each.id for each in queries.list_parts(found))]))


@open_to(residents)
def still(space_id: int) -> Response:
    """Is it still there? Yes keeps it for half a year, no takes it away."""
    found = queries.get_space(space_id)
    offering.take_in_hand(found)
    answer = request.form.get("answer", "")
    if answer == "yes":
        service.confirm(current_user.id, found)
        say(_("Thank you. Neighbours see it for another half a year."))
        return go("spaces.space", space_id=space_id)
    if answer == "no" and _coming(found):
        return go("spaces.remove", space_id=space_id)  # others count on it: she hears of that first
    if answer == "no":
        service.remove(current_user.id, found)
        say(_("It is gone. Thank you for having offered it."))
        return go("spaces.index")
    return show("spaces/still.html", space=found)


def _blank_form(**more: object) -> SpaceForm:
    behalves = organisations.list_behalves(current_user)
    asked = request.args.get("for", ME)
    behalf = asked if asked in [value for value, _name in behalves] else ME
    filled = {"behalf": behalf, "ward": str(current_user.ward_id or ""), "private": behalf == ME}
    return SpaceForm(behalves, offering.ward_choices(), **(filled | more))


def _said(words: str) -> dict[str, object]:
    draft = draft_from(words)
    return {"kind": draft.kind, "name": draft.name, "about": draft.about, "capacity": draft.capacity}


def _filled_form(found: queries.Space) -> WordsForm:
    filled = {name: getattr(found, name) for name in (*WORDS, *TICKS, "kind", "capacity")}
    filled |= {name: str(getattr(found, name)) for name in (*MINUTES, "ahead_days", "mode")}
    filled["cost"] = price_typed(found.cost_pence)
    if found.site_id is not None:
        return PartForm(found.at_home, **filled)
    behalf = offering.name_of(found).value
    filled |= {
        "behalf": behalf,
        "ward": str(found.ward_id or ""),
        "near_me": offering.is_near_reader(found),
        "private": found.private,
        "address": queries.find_home_address(found) if found.at_home else found.address,
    }
    return SpaceForm([(behalf, "")] if behalf != ME else [], offering.ward_choices(), **filled)


def _form_page(form: WordsForm, found: queries.Space | None = None, site: queries.Space | None = None) -> Response:
    return show("spaces/form.html", form=form, space=found, site=site, status=422 if form.errors else 200)


def _facts(form: WordsForm) -> service.SpaceFacts:
    facts: dict[str, Any] = {name: form[name].data or "" for name in WORDS}
    facts |= {name: bool(form[name].data) for name in TICKS}
    facts |= {name: int(form[name].data or form[name].default) for name in (*MINUTES, "ahead_days")}
    facts |= {"capacity": form.capacity.data, "cost_pence": pence_of(form.cost.data or "")}
    if isinstance(form, SpaceForm):
        facts |= {"private": bool(form.private.data), "address": form.address.data or ""}
    mode = BookingMode(form.mode.data or BookingMode.ASK)
    return service.SpaceFacts(kind=SpaceKind(form.kind.data), mode=mode, **facts)
