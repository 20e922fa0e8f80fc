"""Posters and printed invites: one sheet for a wall or a door."""

from typing import Any

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.paper import queries
from participate.paper.words import Size
from participate.places import here
from participate.places import queries as places
from participate.sessions import queries as sessions

MOST_DATES = 3


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/sessions/<int:session_id>/poster", "session_poster", session_poster)
    blueprint.add_url_rule("/projects/<int:project_id>/poster", "project_poster", project_poster)
    blueprint.add_url_rule("/projects/<int:project_id>/invite", "project_invite", project_invite)
    blueprint.add_url_rule("/recipes/<slug>/invite", "recipe_invite", recipe_invite)


def _sheet(endpoint: str, **values: object) -> dict[str, Any]:
    """What every sheet is asked for: its size, and whether the starter's first name stands on it.

    `sizes`: chips (words, address, current); `other`: the same sheet with her name, or without it again.
    """
    size = Size.A5 if request.args.get("size") == Size.A5 else Size.A4
    named = request.args.get("name") == "y" and current_user.is_authenticated
    kept = values | ({"name": "y"} if named else {})
    return {
        "size": size,
        "sizes": [(_(each.label), url_for(endpoint, **kept | {"size": each.value}), each is size) for each in Size],  # type: ignore[arg-type]
        "starter": current_user.first_name if named else "",
        "other": url_for(endpoint, **values | {"size": size.value} | ({} if named else {"name": "y"})),  # type: ignore[arg-type]
    }


@open_to(anyone)
def session_poster(session_id: int) -> Response:
    """A poster of one session."""
    session = queries.get_session_for_paper(session_id)
    over = session.ends_at <= clock.now()
    return show(
        "paper/session_poster.html", session=session, over=over, **_sheet("paper.session_poster", session_id=session_id)
    )


@open_to(anyone)
def project_poster(project_id: int) -> Response:
    """A poster of one project, with its next dates."""
    project = queries.get_project_for_paper(project_id)
    return show(
        "paper/project_poster.html",
        project=project,
        dates=_dates(project_id),
        **_sheet("paper.project_poster", project_id=project_id),
    )


@open_to(anyone)
def project_invite(project_id: int) -> Response:
    """An invite to put through doors: I am starting this. Want to join?"""
    project = queries.get_project_for_paper(project_id)
    hub = places.nearest_hub(project.ward_id, project.square)
    return show(
        "paper/project_invite.html",
        project=project,
        dates=_dates(project_id),
        hub=hub,
        **_sheet("paper.project_invite", project_id=project_id),
    )


@open_to(anyone)
def recipe_invite(slug: str) -> Response:
    """An invite to put through doors before there is a project: would you join, if I started this?"""
    recipe, place = queries.get_recipe_for_paper(slug), here.find()
    hub = places.nearest_hub(place.ward_id, place.square)
    return show("paper/recipe_invite.html", recipe=recipe, hub=hub, **_sheet("paper.recipe_invite", slug=slug))


def _dates(project_id: int) -> list[sessions.SessionCard]:
    planned = sessions.list_next_of_project(project_id, MOST_DATES * 2)
    return [card for card in planned if not card.cancelled][:MOST_DATES]
