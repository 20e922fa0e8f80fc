"""The hub's staff see who at a session should not meet, so that they can look after it."""

from flask import Blueprint
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotFound
from participate.core.guards import open_to, staff
from participate.core.http import show
from participate.sessions import queries
from participate.sessions.queries.apart import hub_that_looks, list_pairs_apart
from participate.sessions.views._secret import kept_secret


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/sessions/<int:session_id>/apart", "meet_apart", meet_apart)


@open_to(staff)
def meet_apart(session_id: int) -> Response:
    """The pairs, in alphabetical order: nothing says who asked not to meet whom."""
    found = queries.get_session(session_id)
    hub_id = hub_that_looks(found)
    if not (current_user.holds("admin") or (hub_id is not None and current_user.holds("staff", f"hub:{hub_id}"))):
        raise NotFound
    pairs = list_pairs_apart(found, current_user.id)
    return kept_secret(show("sessions/meet_apart.html", session=found, pairs=pairs, calm=True))
