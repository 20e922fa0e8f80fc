"""What others counted, with their definition, beside ours. Never added up."""

from collections.abc import Mapping, Sequence

from flask import Blueprint
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from participate.core.guards import admins, officers, open_to
from participate.core.http import show
from participate.insight.disclosure.table import Safe
from participate.insight.measures import BY_KEY
from participate.insight.periods import Period
from participate.insight.queries import figures
from participate.insight.queries import outside as queries
from participate.insight.saying import period_name, span_name
from participate.insight.showing.numbers import figure
from participate.insight.words import Grain

SHOWN = 4  # of our quarters beside


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/figures/outside", "outside", outside)


@open_to(officers, admins)
def outside() -> Response:
    """Each outside series as a table by period and group; ours beside it with its own definition."""
    found = queries.list_outside()
    rows = queries.figures_of([each.id for each in found])
    quarters = figures.list_periods(Grain.QUARTER)[:SHOWN]
    ours = figures.find_series({each.beside for each in found if each.beside in BY_KEY}, quarters)
    return show("insight/outside.html", series=[(each, *_table(rows[each.id]), _beside(each, ours)) for each in found])


def _table(rows: Sequence[queries.OutsideFigure]) -> tuple[list[str], list[tuple[str, list[int | None]]]]:
    """The groups, and a line a period with a figure a group."""
    groups = sorted({row.group for row in rows})
    by_period: dict[str, dict[str, int]] = {}
    for row in rows:
        by_period.setdefault(row.period, {})[row.group] = row.value
    return groups, [
        (span_name(code), [line.get(group) for group in groups]) for code, line in sorted(by_period.items())
    ]


def _beside(
    each: queries.Outside, ours: Mapping[str, Mapping[Period, Safe]]
) -> tuple[str, str, list[tuple[str, str]]] | None:
    """Our own measure beside it: name, definition, and its latest quarters in words."""
    measure = BY_KEY.get(each.beside)
    if measure is None:
        return None
    line = [(period_name(period), figure(measure, safe)) for period, safe in sorted(ours.get(measure.key, {}).items())]
    return _(measure.name), _(measure.wordings[-1].words), line
