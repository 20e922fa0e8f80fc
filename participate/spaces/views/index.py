"""The list of spaces, narrowed."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.core.paging import asked_page
from participate.organisations import offering
from participate.organisations.rules import Spot
from participate.photos import queries as photos
from participate.places import here
from participate.spaces import queries
from participate.spaces.forms import NarrowForm
from participate.spaces.words import SpaceKind


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/spaces", "index", index)


@open_to(anyone)
def index() -> Response:
    """The spaces, nearest first; those that are free at a time, if one is said."""
    form = NarrowForm(offering.ward_choices(), formdata=request.args)
    form.validate()
    place = here.find()
    wanted = _wanted(form)
    page = queries.list_spaces(wanted, Spot(place.ward_id, place.square), asked_page())
    rest = {field.name: field.data for field in form if field.data and not field.errors}
    if not any(rest.get(name) for name in ("day", "hour")):
        rest.pop("length", None)
    values = rest | ({"kind": wanted.kind.value} if wanted.kind else {})
    return show(
        "spaces/index.html", page=page, form=form, kind=wanted.kind, kinds=list(SpaceKind), values=values, rest=rest,
        slot=wanted.slot, photos=photos.first_of(f"space:{card.id}" for card in page.items),
    )  # fmt: skip


def _wanted(form: NarrowForm) -> queries.Wanted:
    """What the address asks for; whatever makes no sense narrows nothing."""
    kind = request.args.get("kind", "")
    return queries.Wanted(
        kind=SpaceKind(kind) if kind in list(SpaceKind) else None,
        ward_id=int(form.ward.data) if form.ward.data and not form.ward.errors else None,
        step_free=bool(form.step_free.data),
        people=form.people.data if not form.people.errors else None,
        kit=(form.kit.data or "") if not form.kit.errors else "",
        slot=form.slot,
    )
