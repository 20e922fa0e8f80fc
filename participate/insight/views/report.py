"""A quarter of participation, to be printed: figures, map, lines, promises, stories, and all definitions at the end."""

from flask import Blueprint, request, url_for
from flask_babel import format_date
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.guards import admins, officers, open_to
from participate.core.http import show
from participate.insight.measures import BY_KEY, TWELVE
from participate.insight.periods import of_day
from participate.insight.queries import areas, boundaries, figures, typed
from participate.insight.showing import asked, maps
from participate.insight.showing.measures import told_once
from participate.insight.showing.numbers import period_chip
from participate.insight.views.overview import BESIDE, LAST, facts_of
from participate.insight.words import Grain


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/figures/report", "report", report)


@open_to(officers, admins)
def report() -> Response:
    """All that leads, on paper."""
    quarters = figures.list_periods(Grain.QUARTER)[:LAST]
    if not quarters:
        return show("insight/none_yet.html", first=asked.next_figures(clock.now()))
    quarter = asked.period_of(quarters, request.args.get("quarter"))
    wards = areas.list_areas()
    found = figures.find_tables(["people"], quarter).get("people", {})
    shared, definitions = told_once([*TWELVE, *(BY_KEY[key] for key in BESIDE)], quarter.first)
    made_at = figures.get_snapshot(of_day(quarter.last, Grain.MONTH)).made_at
    return show(
        "insight/report.html",
        quarter=quarter,
        chips=[(period_chip(each), url_for("insight.report", quarter=each.code), each == quarter) for each in quarters],
        map=maps.of_reach(wards, found, boundaries.find_sheet()),
        stories=typed.list_stories_beside(quarter),
        published=format_date(clock.local(made_at), "d MMMM y"),
        shared=shared,
        definitions=definitions,
        **facts_of(quarter, wards),
    )
