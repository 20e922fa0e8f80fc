"""A partner comes in, and its page is kept true."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.guards import open_to, residents, staff
from participate.core.http import go, say, show
from participate.organisations import queries, service
from participate.organisations.forms import OrganisationForm
from participate.organisations.rules import website_of
from participate.organisations.views._hands import mine
from participate.organisations.words import OrganisationKind
from participate.places import queries as places
from participate.places.forms import put_error
from participate.places.rules import PostcodeProblem
from participate.places.service import spot_of

BOTH = ["GET", "POST"]


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/organisations/new", "new", new, methods=BOTH)
    blueprint.add_url_rule("/organisations/<int:organisation_id>/edit", "edit", edit, methods=BOTH)


@open_to(staff)
def new() -> Response:
    """Bring a partner in."""
    form = OrganisationForm(_wards())
    if form.validate_on_submit():
        try:
            made = service.add(current_user.id, _facts(form, None))
            say(_("Saved. Now say who speaks for them."))
            return go("organisations.speakers", organisation_id=made.id)
        except (PostcodeProblem, service.NameTaken) as broken:
            put_error(form.name if isinstance(broken, service.NameTaken) else form.postcode, broken)
    return show("organisations/form.html", form=form, organisation=None, status=422 if form.errors else 200)


@open_to(residents)
def edit(organisation_id: int) -> Response:
    """Keep the page of my organisation true."""
    found = mine(organisation_id)
    filled = {name: getattr(found, name) for name in ("name", "kind", "about", "offers", "website")}
    form = OrganisationForm(_wards(), ward=str(found.ward_id or ""), **filled)
    if form.validate_on_submit():
        try:
            service.change(current_user.id, found, _facts(form, found))
            say(_("Saved."))
            return go("organisations.organisation", organisation_id=organisation_id)
        except (PostcodeProblem, service.NameTaken) as broken:
            put_error(form.name if isinstance(broken, service.NameTaken) else form.postcode, broken)
    return show("organisations/form.html", form=form, organisation=found, status=422 if form.errors else 200)


def _facts(form: OrganisationForm, before: queries.Organisation | None) -> service.OrganisationFacts:
    """What the form says. Raises PostcodeProblem."""
    ward_id, square = int(form.ward.data) if form.ward.data else None, None
    if form.postcode.data:
        spot = spot_of(form.postcode.data)
        ward_id, square = spot.ward_id, spot.square
    elif before is not None and before.ward_id == ward_id:
        square = before.square
    return service.OrganisationFacts(
        name=form.name.data or "", kind=OrganisationKind(form.kind.data), about=form.about.data or "",
        offers=form.offers.data or "", website=website_of(form.website.data or ""), ward_id=ward_id, square=square,
    )  # fmt: skip


def _wards() -> list[tuple[str, str]]:
    return [(str(ward.id), ward.name) for ward in places.list_wards()]
