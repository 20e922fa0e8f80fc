"""The street sheet: what is on near here, with slips to tear off."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.paper import queries
from participate.paper.words import LinkKind
from participate.places import queries as places
from participate.places.rules import square_of

MOST_LINES, SLIPS = 8, 10
MOST_STREETS = 200


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/wards/<slug>/sheet", "street_sheet", street_sheet)


@open_to(anyone)
def street_sheet(slug: str) -> Response:
    """What is on near a street or in a ward, and ten slips with the short address."""
    ward = places.get_ward(slug)
    street = _asked_street(ward.id)
    square = street.square if street and street.square is not None else square_of(ward.lat, ward.lon)
    kind, thing_id = (LinkKind.STREET, street.id) if street else (LinkKind.WARD, ward.id)
    return show(
        "paper/street_sheet.html",
        ward=ward,
        street=street,
        streets=places.list_streets(ward.id).items,
        cards=queries.list_fortnight(places.wards_near(ward.id), MOST_LINES),
        hub=places.nearest_hub(ward.id, square),
        square=square,
        kind=kind.value,
        thing_id=thing_id,
        slips=SLIPS,
    )


def _asked_street(ward_id: int) -> places.Street | None:
    """The street in `?street=`, which must be of this ward. Raises NotFound."""
    typed = request.args.get("street", "")
    if not typed:
        return None
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 10):
        raise NotFound
    street = places.get_street(int(typed))
    if street.ward_id != ward_id:
        raise NotFound
    return street
