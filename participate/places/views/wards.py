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
from participate.sessions import queries as sessions

MOST_SHOWN = 3


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
    """One ward: this week, its hubs, its spaces, its streets, its neighbours."""
    found, all_wards = queries.get_ward(slug), queries.list_wards()
    near = queries.wards_near(found.id, all_wards)[1:]
    hubs = queries.list_hubs()
    own = [hub for hub in hubs if hub.ward_id == found.id]
    return show(
        "places/ward.html",
        ward=found,
        form=ForgetForm(),
        people=queries.figures_of(found.id).get(PEOPLE),
        week=sessions.list_this_week([found.id], size=MOST_SHOWN),
        hubs=own,
        nearest=None if own else queries.nearest_hub(found.id, _square_for(found), hubs),
        streets=queries.list_streets(found.id, asked_page()),
        beside=[one for one in all_wards if one.id in near],
        tiles=tiles(all_wards, found.id),
        may_change=may_change_streets(current_user),
    )


def _square_for(found: queries.Ward) -> int | None:
    """The reader's square when she is in this ward, else the one in its middle."""
    place = here.find()
    own = place.square if place.ward_id == found.id else None
    return own if own is not None else square_of(found.lat, found.lon)
