"""Two times of the borough, or a ward with the borough. Only from fixed lists: there is no filter."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, request
from werkzeug.wrappers import Response

from participate.core.guards import admins, officers, open_to
from participate.core.http import show
from participate.insight.measures import TWELVE
from participate.insight.periods import Period
from participate.insight.queries import areas, figures, typed
from participate.insight.showing import asked, cards, compared, wards
from participate.insight.showing.numbers import period_chip
from participate.insight.views.ward_map import periods_of_wards
from participate.insight.words import Grain

A_YEAR = 4  # quarters


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/figures/compare", "compare", compare)


@open_to(officers, admins)
def compare() -> Response:
    """`?first=2025-Q1&second=2026-Q1` for the borough, or `?ward=parsloes&period=2025`."""
    periods = periods_of_wards()
    if not periods:
        return show("insight/no_wards_yet.html")
    every = areas.list_areas()
    found = _a_ward(every, periods) if "ward" in request.args else _two_times(periods)
    return show(
        "insight/compare.html",
        status=422 if found.get("unlike") else 200,
        periods=[(each.code, period_chip(each)) for each in periods],
        wards=[(one.slug, one.name) for one in every],
        **({"ward": None, "unlike": False, "lines": [], "beside": []} | found),
    )


def _two_times(periods: Sequence[Period]) -> dict[str, Any]:
    """The newest quarter and the one of a year before (else the one before), unless others are asked for."""
    usual = _usual(periods)
    first = asked.period_of([usual[0], *periods], request.args.get("first"))
    second = asked.period_of([usual[1], *periods], request.args.get("second"))
    if first.grain is not second.grain:
        return {"first": first, "second": second, "unlike": True, "period": second}
    keys = {*(one.key for one in TWELVE), "hours"}
    table = cards.with_costs(figures.find_series(keys, [first, second]), typed.list_budgets([first, second]))
    lines = compared.times(TWELVE, table, first, second)
    return {"first": first, "second": second, "period": second, "lines": lines}


def _usual(periods: Sequence[Period]) -> tuple[Period, Period]:
    """The newest quarter after the one of a year before, else after the one before; after itself if there is none."""
    newest = next((each for each in periods if each.grain is Grain.QUARTER), periods[0])
    earlier = [newest.before(steps) for steps in (A_YEAR, 1) if newest.before(steps) in periods]
    return (earlier or [newest])[0], newest


def _a_ward(every: Sequence[areas.WardArea], periods: Sequence[Period]) -> dict[str, Any]:
    ward = asked.one_of(every, request.args.get("ward"), lambda one: one.slug)
    period = asked.period_of(periods, request.args.get("period"))
    beside = wards.beside(ward, every, figures.find_tables(wards.RATES, period))
    first, second = _usual(periods)
    return {"ward": ward, "period": period, "first": first, "second": second, "beside": beside}
