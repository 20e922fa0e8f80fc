"""Which of the known layouts a file has, told by its content and never by its name."""

import csv
import json
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Any

from participate.places.files.report import BadFile

BIGGEST = 50_000_000  # bytes; all ward boundaries of Great Britain are 3 MB


class Layout(StrEnum):
    """The layouts that can be imported."""

    BOUNDARIES = "ward boundaries"
    WARDS = "a list of wards"
    POSTCODES = "postcodes in use"
    DEAD_POSTCODES = "postcodes no longer used"
    FIGURES = "ward figures"


# The columns by which a table is known.
COLUMNS = {
    Layout.POSTCODES: {"postcode", "lat", "lon", "lad_code", "ward25_code", "oa11"},
    Layout.DEAD_POSTCODES: {"postcode", "terminated", "lad_code", "oa11"},
    Layout.FIGURES: {"ward25_code", "ward_name", "pop_2021"},
    Layout.WARDS: {"ward_code", "ward_name", "lad_code", "lon", "lat"},
}
UNKNOWN = (
    "we do not know this layout. We take ward boundaries (GeoJSON with wd and wdnm), and as CSV lists of "
    "wards, postcodes in use, postcodes no longer used, and ward figures"
)

Rows = list[tuple[str, dict[str, Any]]]


def read(path: Path) -> tuple[Layout, Rows]:
    """The layout of the file and its rows as (where, columns). Raises BadFile."""
    text = _text(path)
    if not text.strip():
        raise BadFile("the file is empty")
    return _features(text) if text.lstrip().startswith(("{", "[")) else _table(text)


def _text(path: Path) -> str:
    try:
        if path.is_dir():
            raise BadFile("this is a folder: name the files in it")
        if not path.is_file():
            raise BadFile("there is no such file")
        if path.stat().st_size > BIGGEST:
            raise BadFile(f"the file is larger than {BIGGEST // 1_000_000} MB")
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise BadFile("the file is not text in UTF-8") from None
    except OSError as trouble:
        raise BadFile(f"the file cannot be read ({trouble.strerror})") from None
    return text.replace("\0", "\ufffd")


def _table(text: str) -> tuple[Layout, Rows]:
    reader = csv.DictReader(StringIO(text, newline=""))
    try:
        names = set(reader.fieldnames or ())
        layout = next((kind for kind, needed in COLUMNS.items() if needed <= names), None)
        if layout is None:
            raise BadFile(UNKNOWN)
        rows = [(f"line {reader.line_num}", row) for row in reader]
    except csv.Error as trouble:
        raise BadFile(f"the table breaks at line {reader.line_num} ({trouble})") from None
    if not rows:
        raise BadFile("the table has a heading and no rows")
    return layout, rows


def _features(text: str) -> tuple[Layout, Rows]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise BadFile("the file starts like GeoJSON and is not whole") from None
    if not isinstance(content, dict) or not isinstance(content.get("features"), list):
        kind = content.get("type") if isinstance(content, dict) else None
        raise BadFile("this is TopoJSON: give the boundaries as GeoJSON" if kind == "Topology" else UNKNOWN)
    features = content["features"]
    if not any(_names_a_ward(feature) for feature in features):
        raise BadFile(UNKNOWN)
    rows = [(f"feature {place}", _as_row(feature)) for place, feature in enumerate(features, start=1)]
    return Layout.BOUNDARIES, rows


def _as_row(feature: object) -> dict[str, Any]:
    return feature if isinstance(feature, dict) else {}


def _names_a_ward(feature: object) -> bool:
    properties = _as_row(feature).get("properties")
    return isinstance(properties, dict) and {"wd", "wdnm"} <= set(properties)
