"""Streets: staff name them."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotAllowed, RuleBroken
from participate.core.guards import open_to, staff
from participate.core.http import go, say, show
from participate.places import queries, service
from participate.places.forms import StreetForm, put_error
from participate.places.permissions import may_change_streets


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/wards/<slug>/streets/new", "new_street", new_street, methods=["GET", "POST"])
    blueprint.add_url_rule("/streets/<int:street_id>/edit", "edit_street", edit_street, methods=["GET", "POST"])


@open_to(staff)
def new_street(slug: str) -> Response:
    """Name a street of a ward."""
    ward = queries.get_ward(slug)
    _check_may()
    form = StreetForm()
    if form.validate_on_submit():
        try:
            service.add_street(current_user.id, ward.id, form.name.data or "", form.homes.data or 0)
            say(_("Saved."))
            return go("places.ward", slug=slug)
        except RuleBroken as broken:
            put_error(form.name, broken)
    return _form_page(form, ward, None)


@open_to(staff)
def edit_street(street_id: int) -> Response:
    """Change a street's name or its number of homes."""
    street = queries.get_street(street_id)
    _check_may()
    form = StreetForm(name=street.name, homes=street.homes)
    if form.validate_on_submit():
        try:
            service.change_street(current_user.id, street, form.name.data or "", form.homes.data or 0)
            say(_("Saved."))
            return go("places.ward", slug=street.ward.slug)
        except RuleBroken as broken:
            put_error(form.name, broken)
    return _form_page(form, street.ward, street)


def _form_page(form: StreetForm, ward: queries.Ward, street: queries.Street | None) -> Response:
    status = 422 if form.errors else 200
    return show("places/street_form.html", form=form, ward=ward, street=street, status=status)


def _check_may() -> None:
    if not may_change_streets(current_user):
        raise NotAllowed
