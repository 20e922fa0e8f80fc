"""The showcase of a season."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.core.paging import asked_page
from participate.stories import queries, rules


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/showcase", "showcase", showcase)


@open_to(anyone)
def showcase() -> Response:
    """What neighbours tested in one season, what each asks for next, and who backed it. Prints on paper."""
    present = rules.season_of(clock.today())
    season = rules.season_from(request.args.get("season", "")) or present
    if season.first > present.first:
        season = present
    return show(
        "stories/showcase.html",
        season=season,
        present=season == present,
        page=queries.list_showcase(season, asked_page()),
    )
