"""Files about wards: their boundaries, lists of them, figures about them."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from participate.core.text import clean_line
from participate.places.files.report import BadRow, number

WARD_CODE = re.compile(r"E05\d{6}")
LONGEST_NAME = 80
TEXT_COLUMNS = {"ward25_code", "ward_name"}
LONGEST_MEASURE = 40
BIGGEST_FIGURE = 1e9
MOST_CORNERS = 20_000


@dataclass(frozen=True)
class WardRow:
    """A ward of the borough: GSS code, name and middle in degrees."""

    code: str
    name: str
    lat: float
    lon: float


@dataclass(frozen=True)
class BoundaryRow:
    """A ward's boundary as a GeoJSON geometry (Polygon or MultiPolygon, WGS84)."""

    ward: WardRow
    boundary: dict[str, Any]


@dataclass(frozen=True)
class FigureRow:
    """Figures about one ward by measure; unknown ones are left out."""

    code: str
    figures: dict[str, float]


def ward_row(row: dict[str, Any], borough_code: str) -> WardRow | None:
    """A row of a list of wards; None when it is of another borough. Raises BadRow."""
    if (row["lad_code"] or "").strip() != borough_code:
        _code(row["ward_code"], any_country=True)
        return None
    lat, lon = number(row, "lat", 49, 61), number(row, "lon", -8, 2)
    return WardRow(_code(row["ward_code"]), _name(row["ward_name"]), lat, lon)


def boundary_row(feature: dict[str, Any], borough_code: str, known: Collection[str]) -> BoundaryRow | None:
    """A feature of a boundary file; None when it says that it is of another borough.

    `known` are the codes of our wards. Raises BadRow.
    """
    properties = feature.get("properties")
    if not isinstance(properties, dict):
        raise BadRow("it has no properties")
    if properties.get("lad", borough_code) != borough_code:
        return None
    code, name = _code(properties.get("wd")), _name(properties.get("wdnm"))
    if "lad" not in properties and code not in known:
        raise BadRow(f"{code} is not one of our wards, and it does not name its borough (lad)")
    shape = _shape(feature.get("geometry"))
    corners = _corners(shape)
    lat = sum(corner[1] for corner in corners) / len(corners)
    lon = sum(corner[0] for corner in corners) / len(corners)
    return BoundaryRow(WardRow(code, name, round(lat, 5), round(lon, 5)), shape)


def figure_row(row: dict[str, Any]) -> FigureRow:
    """A row of ward figures. Raises BadRow."""
    code = _code(row["ward25_code"])
    figures = {}
    for measure, text in row.items():
        if measure in TEXT_COLUMNS or not (text or "").strip():
            continue
        if not 0 < len(measure) <= LONGEST_MEASURE:
            raise BadRow(f"“{measure[:50]}” is too long for the name of a figure")
        figures[measure] = number(row, measure, 0, BIGGEST_FIGURE)
    if not figures:
        raise BadRow("it holds no figure")
    return FigureRow(code, figures)


def _code(given: object, any_country: bool = False) -> str:
    code = given.strip() if isinstance(given, str) else ""
    if not (WARD_CODE.fullmatch(code) or (any_country and re.fullmatch(r"[A-Z]\d{8}", code))):
        raise BadRow(f"“{code[:20]}” is not the code of a ward")
    return code


def _name(given: object) -> str:
    name = clean_line(given) if isinstance(given, str) else ""
    if not 0 < len(name) <= LONGEST_NAME:
        raise BadRow("it has no name, or a very long one")
    return name


def _shape(geometry: object) -> dict[str, Any]:
    """The geometry without anything that is not its shape. Raises BadRow."""
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        raise BadRow("its shape is not a polygon")
    return {"type": geometry["type"], "coordinates": geometry.get("coordinates")}


def _corners(shape: dict[str, Any]) -> list[tuple[float, float]]:
    """Every corner of a polygon or several, in (lon, lat). Raises BadRow when the shape is broken."""
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    try:
        rings = [ring for polygon in polygons for ring in polygon]
        corners = [(float(corner[0]), float(corner[1])) for ring in rings for corner in ring]
    except (TypeError, ValueError, IndexError, KeyError):
        raise BadRow("its shape is broken") from None
    if not rings or any(len(ring) < 4 or ring[0] != ring[-1] for ring in rings):
        raise BadRow("its outline is not closed")
    if len(corners) > MOST_CORNERS:
        raise BadRow("its outline has too many corners: give a generalised one")
    if not all(-8 <= lon <= 2 and 49 <= lat <= 61 for lon, lat in corners):
        raise BadRow("its outline lies outside England (are latitude and longitude swapped?)")
    return corners
