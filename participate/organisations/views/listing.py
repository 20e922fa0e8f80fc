"""The partners, by name."""

from flask import Blueprint, request
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.core.paging import asked_page
from participate.organisations import permissions, queries
from participate.organisations.words import OrganisationKind


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/organisations", "index", index)


@open_to(anyone)
def index() -> Response:
    """The partners, by name."""
    asked = request.args.get("kind", "")
    kind = OrganisationKind(asked) if asked in list(OrganisationKind) else None
    is_staff = permissions.is_staff(current_user)
    page = queries.list_organisations(kind, asked_page(), with_hidden=is_staff)
    return show("organisations/index.html", page=page, kind=kind, kinds=list(OrganisationKind), may_add=is_staff)
