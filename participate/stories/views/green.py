"""Green shoots, for staff, with the facts behind."""

from flask import Blueprint
from werkzeug.wrappers import Response

from participate.core.guards import open_to, staff
from participate.core.http import show
from participate.core.paging import asked_page, page_of_list
from participate.stories import queries, rules

MOST = 100


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/green-shoots", "green_shoots", green_shoots)


@open_to(staff)
def green_shoots() -> Response:
    """What is new or grows among what residents lead, and how we know."""
    page = page_of_list(queries.list_green_facts(MOST), asked_page())
    return show(
        "stories/green_shoots.html", page=page, about=rules.about, how=rules.HOW_WE_CHOOSE, limits=rules.DEFINITION
    )
