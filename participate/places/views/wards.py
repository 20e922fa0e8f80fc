"""The borough's wards, and the page of one."""

from flask import Blueprint
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.core.paging import asked_page
from participate.places import here, queries
from participate.places.data.wards import PEOPLE
from participate.places.forms import ForgetForm
from participate.places.permissions import may_change_streets
from participate.places.rules import square_of
from participate.places.views._tiles import tiles


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/wards", "wards", wards)
    blueprint.add_url_rule("/wards/<slug>", "ward", ward)


@open_to(anyone)
def wards() -> Response:
    """All wards, as tiles and as a list."""
    own = here.find().ward_id
    return show("places/wards.html", tiles=tiles(queries.list_wards(), own))


@open_to(anyone)
def ward(slug: str) -> Response:
    """One ward: its people, its hubs, its streets, its neighbours."""
    found, place = queries.get_ward(slug), here.find()
    all_wards, hubs = queries.list_wards(), queries.list_hubs(found.id)
    near = queries.wards_near(found.id, all_wards)[1:]
    square = place.square if place.ward_id == found.id else square_of(found.lat, found.lon)
    return show(
        "places/ward.html",
        ward=found,
        form=ForgetForm(),
        people=queries.figures_of(found.id).get(PEOPLE),
        hubs=hubs,
        nearest=None if hubs else queries.nearest_hub(found.id, square),
        streets=queries.list_streets(found.id, asked_page()),
        beside=[one for one in all_wards if one.id in near],
        tiles=tiles(all_wards, found.id),
        may_change=may_change_streets(current_user),
    )
