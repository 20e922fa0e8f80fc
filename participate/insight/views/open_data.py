"""Open data: the figures that lead, for everybody, as tables without a single row of a person."""

import json
from collections.abc import Sequence

from flask import Blueprint, Response, request

from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.core.paging import asked_page, page_of_list
from participate.insight.disclosure.table import LEAST_MEDIAN, ROUNDED_TO, SPECIAL, THRESHOLD
from participate.insight.files.columns import COLUMNS
from participate.insight.files.packages import dictionary, package
from participate.insight.files.rows import Taken
from participate.insight.measures import BY_KEY, DERIVED, TWELVE, Measure
from participate.insight.periods import Period, closing_with, of_day
from participate.insight.queries.figures import get_snapshot, list_snapshots
from participate.insight.queries.rows import Wanted, names_of_areas
from participate.insight.saying import period_name
from participate.insight.views._answer import about, licence, period_of, rows_of, send
from participate.insight.words import Grain

KEEP = "public, max-age=3600"
IN_PACKAGE = 40  # quarters that the data package names: the last ten years


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/figures/open", "open_data", open_data)
    blueprint.add_url_rule("/figures/open/<month>.<any(csv, json):form>", "open_file", open_file)
    blueprint.add_url_rule("/figures/open/dictionary.json", "open_dictionary", open_dictionary)
    blueprint.add_url_rule("/figures/open/datapackage.json", "open_package", open_package)


@open_to(anyone)
def open_data() -> Response:
    """What there is to take, what it means and under which licence."""
    return show(
        "insight/open_data.html", page=page_of_list(_published(), asked_page()), names_of=_names,
        measures=_measures(), columns=COLUMNS, licence=licence(), rounded_to=ROUNDED_TO, least=THRESHOLD,
        least_special=SPECIAL, least_median=LEAST_MEDIAN,
    )  # fmt: skip


@open_to(anyone)
def open_file(month: str, form: str) -> Response:
    """The figures that lead, of the quarter and the year that ended with a month."""
    of = period_of(month)
    wider = _wider(of) if of.grain is Grain.MONTH else []
    if not wider:
        raise NotFound
    snapshot, measures, names = get_snapshot(of), _measures(), names_of_areas()
    said = about(snapshot, names, f"Open figures of {' and '.join(each.code for each in wider)}", wider)
    wanted = Wanted(tuple(each.key for each in measures), tuple(each.code for each in wider), whole=True)
    return send(Taken(said, measures, names, rows_of(snapshot, wanted)), form, f"open-{of.code}", KEEP)


@open_to(anyone)
def open_dictionary() -> Response:
    """The data dictionary, for programs."""
    return _told(dictionary(_measures(), names_of_areas(), licence()))


@open_to(anyone)
def open_package() -> Response:
    """The tables as a data package (Frictionless)."""
    months = [month.code for month in _published()[:IN_PACKAGE]]
    return _told(package(months, names_of_areas(), licence()))


def _told(facts: dict[str, object]) -> Response:
    answer = Response(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", mimetype="application/json")
    answer.headers["Cache-Control"] = KEEP
    answer.add_etag(weak=True)
    answer.make_conditional(request)
    return answer


def _published() -> Sequence[Period]:
    """The months whose snapshots closed a quarter, newest first: shorter periods are not in the open data."""
    months = [of_day(snapshot.month, Grain.MONTH) for snapshot in list_snapshots()]
    return [month for month in months if _wider(month)]


def _wider(month: Period) -> list[Period]:
    """The quarter and the year that end with a month."""
    return [period for period in closing_with(month) if period.grain is not Grain.MONTH]


def _names(month: Period) -> list[str]:
    """What a table is of: "October to December 2025", "2025"."""
    return [period_name(period) for period in _wider(month)]


def _measures() -> tuple[Measure, ...]:
    """Those that lead, each after what it is a share of. What is worked out on the page only is in no table."""
    keys = [key for lead in TWELVE for key in (lead.of, lead.key) if key and key not in DERIVED]
    return tuple(BY_KEY[key] for key in dict.fromkeys(keys))
