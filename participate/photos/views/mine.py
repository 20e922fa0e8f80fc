"""My photos."""

from flask import Blueprint
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.guards import open_to, residents
from participate.core.http import show
from participate.core.paging import asked_page
from participate.photos import queries, subjects


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/photos", "mine", mine)


@open_to(residents)
def mine() -> Response:
    """What I sent, the newest first, and how each stands."""
    page = queries.list_of_person(current_user.id, asked_page())
    names = subjects.names_of([photo.subject for photo in page.items])
    return show("photos/mine.html", page=page, names=names)
