"""One measure over time, by ward, told apart, and how it is defined; each chart as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from participate.core.errors import NotFound
from participate.core.guards import admins, officers, open_to
from participate.core.http import show
from participate.core.words import mark
from participate.insight.measures import BY_KEY, DERIVED, Measure
from participate.insight.periods import Period
from participate.insight.queries import areas, figures, goals, outside, typed
from participate.insight.saying import period_name
from participate.insight.showing import asked, cards, measures, splits
from participate.insight.showing.charts import Chart, noted, saved_at, trend
from participate.insight.showing.files import svg_file
from participate.insight.words import Grain, Split

LENGTHS = {Grain.QUARTER: (8, mark("Quarters")), Grain.MONTH: (24, mark("Months")), Grain.YEAR: (5, mark("Years"))}


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/figures/measure/<key>", "measure", measure)
    blueprint.add_url_rule("/figures/measure/<key>/<chart>.svg", "measure_file", measure_file)


@dataclass(frozen=True)
class Asked:
    """What of the measure is shown: over which periods, and the newest of them."""

    measure: Measure
    grain: Grain
    periods: Sequence[Period]  # oldest first

    @property
    def newest(self) -> Period:
        return self.periods[-1]


def _asked(key: str) -> Asked | None:
    """None as long as nothing is published. Raises NotFound for an unknown measure or length of time."""
    found = BY_KEY.get(key)
    if found is None:
        raise NotFound
    grains = [grain for grain in LENGTHS if grain in found.grains]
    grain = asked.one_of(grains, request.args.get("by"), lambda one: one.value)
    periods = figures.list_periods(grain)[: LENGTHS[grain][0]]
    return Asked(found, grain, periods[::-1]) if periods else None


@open_to(officers, admins)
def measure(key: str) -> Response:
    """Over time, by ward, told apart, its definition, its caveats."""
    what, found = _asked(key), BY_KEY[key]
    facts = _facts_of(what) if what else {"card": None, "charts": [], "lines": [], "period": None}
    return show(
        "insight/measure.html",
        measure=found,
        derived=key in DERIVED,
        wordings=measures.wordings(found),
        benchmarks=measures.benchmarks(found),
        outside=outside.list_outside(found.key),
        chips=[
            (_(words), url_for("insight.measure", key=key, by=grain.value), bool(what and what.grain is grain))
            for grain, (_many, words) in LENGTHS.items()
            if grain in found.grains
        ],
        **facts,
    )


@open_to(officers, admins)
def measure_file(key: str, chart: str) -> Response:
    """One chart of the measure as a picture."""
    what = _asked(key)
    made = next((each for each in _facts_of(what)["charts"] if each.id == chart), None) if what else None
    if what is None or made is None:
        raise NotFound
    return svg_file("insight/chart.svg", f"{key}-{chart}-{what.newest.code}", chart=made)


def _facts_of(what: Asked) -> dict[str, Any]:
    one, newest = what.measure, what.newest
    keys = {one.key, "hours", one.of, *measures.funnel_keys(one), *cards.BESIDE.get(one.key, ())} - {""}
    back = sorted({*what.periods, newest.before()})
    budgets = typed.list_budgets(back) if one.key == cards.COST else ()
    table = cards.with_costs(figures.find_series(keys, back), budgets)
    cells = figures.find_table(one.key, newest)
    line = cards.line_of(table, newest)
    charts = [
        trend("trend", one, what.periods, table.get(one.key, {})),
        *(splits.chart(one, split, cells, names=_names_of(split)) for split in one.splits),
        measures.funnel_of(one, line),
    ]
    return {
        "card": cards.card(one, table, newest, budgets),
        "charts": [_saved(chart, what) for chart in charts if chart is not None and chart.drawn],
        "lines": measures.areas_of(one, areas.list_areas(), cells),
        "period": newest,
    }


def _names_of(split: Split) -> dict[str, str]:
    """Goals have names of their own."""
    return {f"{split}:{goal.key}": goal.name for goal in goals.list_goals()} if split is Split.GOAL else {}


def _saved(chart: Chart, what: Asked) -> Chart:
    url = url_for("insight.measure_file", key=what.measure.key, chart=chart.id, by=what.grain.value)
    note = _(measures.NOT_THE_SAME) if chart.id == "steps" else ""
    return saved_at(noted(chart, note or ("" if chart.id == "trend" else f"{period_name(what.newest)}.")), url)
