"""The seasonal programme as a newspaper, made from the data in one press."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import Blueprint, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.core.i18n import hour_line
from participate.paper import queries
from participate.paper.rules.edition import (
    LENGTHS,
    Edition,
    day_runs,
    edition_of,
    monday_of,
    numbered,
    season_now,
    three_big,
)
from participate.places import queries as places
from participate.places.data.wards import WARDS
from participate.places.words import WEEKDAYS
from participate.profiles.words import Theme
from participate.projects import queries as projects
from participate.stories import queries as stories

MOST_HUBS, RECIPES, STORIES = 12, 6, 3
_TILES = {ward.code: ward for ward in WARDS}


@dataclass(frozen=True)
class HubBox:
    """A hub in the paper: its number on the map, itself, and its hours in a line or two."""

    number: int
    hub: places.Hub
    hours: list[str]


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/newspaper", "newspaper", newspaper)


@open_to(anyone)
def newspaper() -> Response:
    """A season on paper: cover, days, hubs, recipes, how to join, stories."""
    today, wards = clock.today(), places.list_wards()
    edition = edition_of(today, *(request.args.get(name, "") for name in ("season", "weeks", "start")))
    ward = next((each for each in wards if each.slug == request.args.get("ward")), None)
    programme = queries.list_edition(edition, places.wards_near(ward.id, wards) if ward else [])
    hubs = _hubs(ward)
    return show(
        "paper/newspaper.html",
        edition=edition,
        ward=ward,
        programme=programme,
        big=three_big(programme.cards),
        weeks=_weeks(programme.cards),
        hubs=hubs,
        tiles=_tiles(wards, hubs, ward),
        recipes=projects.list_recipes_to_start(edition.first.isocalendar().week, RECIPES),
        stories=stories.list_latest(STORIES),
        themes=list(Theme),
        today=today,
        **_choices(edition, wards),
    )


def _choices(edition: Edition, wards: Sequence[places.Ward]) -> dict[str, Any]:
    """What the form above the paper offers."""
    now = season_now(clock.today())
    seasons = {each.key: each for each in (now.before, now, now.after, edition.season)}
    return {"seasons": sorted(seasons.values(), key=lambda each: each.first), "lengths": LENGTHS, "wards": wards}


def _weeks(cards: Sequence[Any]) -> list[tuple[Any, list[tuple[Any, list[Any]]]]]:
    """The sessions by week and day: (Monday, [(day, sessions)])."""
    days = [(day, list(of_day)) for day, of_day in groupby(cards, key=queries.day_of)]
    return [(monday, list(of_week)) for monday, of_week in groupby(days, key=lambda each: monday_of(each[0]))]


def _hubs(ward: places.Ward | None) -> list[HubBox]:
    """The hubs with their numbers; those of the ward edition's own ward first."""
    found = sorted(places.list_hubs(), key=lambda hub: (ward is not None and hub.ward_id != ward.id, hub.name, hub.id))
    return [HubBox(number, hub, _hours(hub)) for number, hub in enumerate(found[:MOST_HUBS], 1)]


def _hours(hub: places.Hub) -> list[str]:
    """“Monday to Friday, 10am to 5pm”, one line for each run of equal days."""
    lines = []
    for first, last, (opens, closes) in day_runs({day.weekday: (day.opens, day.closes) for day in hub.hours}):
        days = _(WEEKDAYS[first])
        if last > first:
            days = _("%(first)s to %(last)s", first=days, last=_(WEEKDAYS[last]))
        hours = [hour_line(clock.moment_of(clock.today(), at)) for at in (opens, closes)]
        lines.append(_("%(days)s, %(opens)s to %(closes)s", days=days, opens=hours[0], closes=hours[1]))
    return lines or [_("Ask before you come")]


def _tiles(wards: Sequence[places.Ward], hubs: Sequence[HubBox], own: places.Ward | None) -> list[dict[str, Any]]:
    """The map: a tile for each ward that has a place on it, with the numbers of its hubs."""
    numbers = numbered(box.hub.ward_id for box in hubs)
    return [
        {
            "short": _TILES[ward.code].in_two_lines,
            "column": _TILES[ward.code].tile[0],
            "row": _TILES[ward.code].tile[1],
            "hubs": numbers.get(ward.id, []),
            "own": own is not None and ward.id == own.id,
        }
        for ward in wards
        if ward.code in _TILES
    ]
