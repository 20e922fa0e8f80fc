"""All my introductions."""

from flask import Blueprint, request
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.guards import open_to, residents
from participate.core.http import show
from participate.core.paging import asked_page
from participate.introductions import queries


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/introductions", "index", index)


@open_to(residents)
def index() -> Response:
    """What waits for my answer, whom I can talk with, what we are asking, what is over; or those that I host."""
    hosted = request.args.get("hosted") == "1"
    page = (queries.list_hosted if hosted else queries.list_of)(current_user.id, asked_page())
    waiting = [] if hosted else queries.list_waiting_for(current_user.id)
    return show("introductions/index.html", page=page, waiting=waiting, hosted=hosted)
