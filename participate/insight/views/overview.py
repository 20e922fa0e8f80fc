"""A quarter of the borough on one screen."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.guards import admins, officers, open_to
from participate.core.http import show
from participate.insight.measures import BY_KEY, MEASURES, TWELVE
from participate.insight.periods import Period, of_day
from participate.insight.queries import areas, figures, typed
from participate.insight.saying import period_name
from participate.insight.showing import asked, cards, maps, plain, promises, splits
from participate.insight.showing.charts import noted, trend
from participate.insight.showing.numbers import measure_name, period_chip
from participate.insight.words import Grain, Group

LAST = 8  # quarters that can be chosen
BACK = 9  # that a page reads: one more, for the change of the first
MONTHS = 12
BESIDE = ("unnamed", "likely_doubles", "first_timers", "new_people")
KEYS = {*(one.key for one in TWELVE), *(one.of for one in TWELVE if one.of), *BESIDE}


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/figures", "overview", overview)
    blueprint.add_app_template_global(period_name)
    blueprint.add_app_template_global(measure_name)


@open_to(officers, admins)
def overview() -> Response:
    """The twelve figures of a quarter, each with its change; the wards, the months, what people did."""
    quarters = figures.list_periods(Grain.QUARTER)[:LAST]
    if not quarters:
        return show("insight/none_yet.html", first=asked.next_figures(clock.now()))
    quarter = asked.period_of(quarters, request.args.get("quarter"))
    wards = areas.list_areas()
    return show(
        "insight/overview.html",
        quarter=quarter,
        last_month=of_day(quarter.last, Grain.MONTH),
        chips=[
            (period_chip(each), url_for("insight.overview", quarter=each.code), each == quarter) for each in quarters
        ],
        wards=maps.of_reach(wards, figures.find_tables(["people"], quarter).get("people", {})),
        groups=[(group, [one for one in MEASURES if one.group is group and not one.lead]) for group in Group],
        **facts_of(quarter, wards),
    )


def facts_of(quarter: Period, wards: Sequence[areas.WardArea]) -> dict[str, Any]:
    """The tiles, the sentences, the promises, the months and the themes of a quarter: the report shows them too."""
    back = [quarter.before(step) for step in range(BACK)]
    budgets, commitments = typed.list_budgets(back), typed.list_commitments(quarter)
    keys = KEYS | {row.measure for row in commitments}
    table = cards.with_costs(figures.find_series(keys, back), budgets)
    line = cards.line_of(table, quarter)
    months = [Period(quarter.after, Grain.MONTH).before(step) for step in range(MONTHS, 0, -1)]
    over_months = figures.find_series(["people"], months).get("people", {})
    themes = splits.chart(BY_KEY["attendances"], "theme", figures.find_table("attendances", quarter))
    return {
        "before": quarter.before(),
        "cards": cards.cards(TWELVE, table, quarter, budgets),
        "sentences": plain.sentences(line, areas.residents_of(wards)),
        "promises": promises.lines(commitments, line),
        "months": noted(trend("months", BY_KEY["people"], months, over_months), _("People taking part, each month.")),
        "themes": noted(themes, _("Attendances, %(period)s.", period=period_name(quarter))) if themes else None,
    }
