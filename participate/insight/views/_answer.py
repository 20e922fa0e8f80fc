"""A file as an answer: its address says what it is, its mark (ETag) whether it is still the same."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain

from flask import Response, current_app, request, url_for

from participate.core.config import Settings
from participate.core.errors import NotFound
from participate.insight import periods
from participate.insight.files import as_csv, as_json, as_xlsx
from participate.insight.files.rows import About, Licence, Names, Row, Taken
from participate.insight.periods import NotAPeriod, Period
from participate.insight.queries.figures import Snapshot
from participate.insight.queries.rows import Wanted, each_row

FORMATS = {"csv": as_csv, "json": as_json, "xlsx": as_xlsx}
LAYOUT = 1  # the number of how files are written: a new one makes new marks


def period_of(code: str) -> Period:
    """The period that an address names, written the one way. Raises NotFound."""
    try:
        period = periods.read(code)
    except NotAPeriod:
        raise NotFound from None
    if period.code != code:
        raise NotFound
    return period


def licence() -> Licence:
    """Under what terms the open data may be used."""
    settings: Settings = current_app.extensions["settings"]
    return Licence(settings.figures_licence, settings.figures_licence_url)


def here() -> str:
    """The address of this file, as the world outside calls it."""
    settings: Settings = current_app.extensions["settings"]
    return settings.public_url + url_for(request.endpoint or "", **(request.view_args or {}))


def rows_of(snapshot: Snapshot, wanted: Wanted) -> Iterator[Row]:
    """The wanted figures of a snapshot. Raises NotFound where there are none."""
    rows = each_row(snapshot.id, wanted)
    first = next(rows, None)
    if first is None:
        raise NotFound
    return chain([first], rows)


def about(snapshot: Snapshot, names: Names, title: str, of: Iterable[Period]) -> About:
    """What a file of this snapshot says of itself."""
    month, codes = f"{snapshot.month:%Y-%m}", tuple(period.code for period in of)
    return About(title, names.borough, month, codes, snapshot.made_at, snapshot.digest, licence(), here())


def send(taken: Taken, form: str, name: str, keep: str) -> Response:
    """The file, written while it is sent; or only that it is still the same. `keep`: its Cache-Control."""
    writer = FORMATS[form]
    answer = Response(mimetype=writer.MIMETYPE)
    answer.set_etag(f"{taken.about.digest}-{_mark(taken, form)}", weak=True)  # the same words, compressed or not
    answer.headers["Cache-Control"] = keep
    answer.headers["Content-Disposition"] = f"attachment; filename={name}.{form}"
    answer.make_conditional(request)
    if answer.status_code == 200 and request.method == "GET":
        answer.response = writer.write(taken)
    return answer


def _mark(taken: Taken, form: str) -> str:
    """Of all that stands in the file beside the snapshot's own figures."""
    beside = (LAYOUT, form, taken.names, as_json.head(taken))
    return hashlib.sha256(repr(beside).encode()).hexdigest()[:16]
