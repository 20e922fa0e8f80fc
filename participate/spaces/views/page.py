"""The page of one space."""

from flask import Blueprint
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.organisations import offering
from participate.organisations import queries as organisations
from participate.photos import queries as photos
from participate.spaces import lines, queries
from participate.spaces.permissions import may_see_address
from participate.spaces.rules import things_in


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/spaces/<int:space_id>", "space", space)


@open_to(anyone)
def space(space_id: int) -> Response:
    """One space: what it has, when it is open, how to get in, how to book it."""
    found = queries.get_space(space_id)
    view = offering.look_at(found)
    opening = queries.opening_of(found)
    return show(
        "spaces/space.html",
        space=found,
        view=view,
        address=_address(found, view),
        things=things_in(found.has),
        hub=organisations.hub_at(found),
        album=photos.album(f"space:{space_id}", may_add=view.looks_after),
        parts=queries.list_parts(found, hidden=view.looks_after),
        hours=lines.week_lines(opening),
        special=lines.special_lines(opening, clock.today()),
        today=lines.today_line(opening),
        ahead=lines.ahead_line(found.ahead_days),
        waiting=len(queries.list_waiting([space_id])) if view.looks_after else 0,
    )


def _address(found: queries.Space, view: offering.View) -> str:
    """Where it is: of a public place for everybody; of a home for its own people, and whoever has it booked."""
    if not found.at_home:
        return found.address
    if may_see_address(at_home=True, looks_after=view.looks_after):
        return queries.find_home_address(found)
    return queries.home_address(found, current_user.id, clock.now())
