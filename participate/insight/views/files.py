"""Files that officers take away: all that a snapshot published, or one measure in one period."""

from flask import Blueprint
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from participate.core.errors import NotFound
from participate.core.guards import admins, officers, open_to
from participate.core.headers import ASK_EACH_TIME
from participate.core.http import show
from participate.core.paging import asked_page, page_of_list
from participate.insight.files.rows import Taken
from participate.insight.measures import BY_KEY, MEASURES
from participate.insight.periods import Period, closing_with, of_day
from participate.insight.queries.figures import get_snapshot, list_snapshots
from participate.insight.queries.rows import Wanted, names_of_areas
from participate.insight.saying import period_name
from participate.insight.views._answer import about, period_of, rows_of, send
from participate.insight.words import Grain


def register(blueprint: Blueprint) -> None:
    forms = "<any(csv, xlsx, json):form>"
    blueprint.add_url_rule("/figures/files", "files", files)
    blueprint.add_url_rule(f"/figures/snapshot/<month>.{forms}", "take_snapshot", take_snapshot)
    blueprint.add_url_rule(f"/figures/measure/<key>/<period>.{forms}", "take_measure", take_measure)


@open_to(officers, admins)
def files() -> Response:
    """What was published, month by month, to take away."""
    months = [of_day(snapshot.month, Grain.MONTH) for snapshot in list_snapshots()]
    forms = (("xlsx", _("Spreadsheet")), ("csv", "CSV"), ("json", "JSON"))
    return show("insight/files.html", page=page_of_list(months, asked_page()), names_of=_names, forms=forms)


@open_to(officers, admins)
def take_snapshot(month: str, form: str) -> Response:
    """Every figure that was published when a month had closed."""
    of = period_of(month)
    if of.grain is not Grain.MONTH:
        raise NotFound
    snapshot, names = get_snapshot(of), names_of_areas()
    said = about(snapshot, names, f"Figures published for {of.first:%B %Y}", closing_with(of))
    taken = Taken(said, MEASURES, names, rows_of(snapshot, Wanted()))
    return send(taken, form, f"figures-{of.code}", ASK_EACH_TIME)


@open_to(officers, admins)
def take_measure(key: str, period: str, form: str) -> Response:
    """All that was published of one measure in one period."""
    of, measure = period_of(period), BY_KEY.get(key)
    if measure is None:
        raise NotFound
    snapshot, names = get_snapshot(of_day(of.last, Grain.MONTH)), names_of_areas()
    said = about(snapshot, names, f"{measure.name}, {of.code}", [of])
    rows = rows_of(snapshot, Wanted(measures=(key,), periods=(of.code,)))
    return send(Taken(said, (measure,), names, rows), form, f"{key}-{of.code}", ASK_EACH_TIME)


def _names(month: Period) -> list[str]:
    """A month and what was published with it: "December 2025", "October to December 2025", "2025"."""
    return [period_name(period) for period in closing_with(month)]
