"""Boundaries of wards (GeoJSON, WGS84) as SVG paths on one sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import cos, hypot, radians
from typing import Any

WIDTH = 400
HIGHEST = 560
ROOM = 3400.0  # of the sheet: enough for a number and a name
COARSE = 0.7  # of a unit of the sheet: nobody sees less, and a map of 20,000 corners stays small on the wire
Corner = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """A ward on the sheet: its path, and the middle, where its words stand. `roomy`: its name has room too."""

    path: str
    x: int
    y: int
    roomy: bool


@dataclass(frozen=True)
class Sheet:
    """All shapes by name, and how large the sheet is."""

    shapes: Mapping[str, Shape]
    width: int
    height: int


def sheet_of(boundaries: Mapping[str, dict[str, Any]], middles: Mapping[str, Corner]) -> Sheet:
    """The sheet with those boundaries. `middles`: of each, (lat, lon)."""
    rings = {name: list(_rings(boundary)) for name, boundary in boundaries.items()}
    every = [corner for found in rings.values() for ring in found for corner in ring]
    west, east = min(lon for lon, _lat in every), max(lon for lon, _lat in every)
    south, north = min(lat for _lon, lat in every), max(lat for _lon, lat in every)
    narrow = cos(radians((south + north) / 2))  # a degree of longitude is shorter than one of latitude
    scale = min((WIDTH - 4) / max((east - west) * narrow, 1e-9), HIGHEST / max(north - south, 1e-9))

    def place(corner: Corner) -> Corner:
        return 2 + (corner[0] - west) * narrow * scale, 2 + (north - corner[1]) * scale

    shapes = {}
    for name, found in rings.items():
        lat, lon = middles[name]
        x, y = place((lon, lat))
        drawn = [[place(each) for each in ring] for ring in found]
        shapes[name] = Shape("".join(map(_path, drawn)), round(x), round(y), _area(drawn) > ROOM)
    return Sheet(shapes, WIDTH, round(4 + (north - south) * scale))


def _area(rings: list[list[Corner]]) -> float:
    """Of the largest ring."""
    pairs = [list(zip(ring, ring[1:], strict=False)) for ring in rings]
    return max(abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in ring)) / 2 for ring in pairs)


def _rings(boundary: dict[str, Any]) -> Iterable[list[Corner]]:
    polygons = boundary["coordinates"] if boundary["type"] == "MultiPolygon" else [boundary["coordinates"]]
    for polygon in polygons:
        yield from ([(float(corner[0]), float(corner[1])) for corner in ring] for ring in polygon)


def _path(ring: list[Corner]) -> str:
    corners = [f"{x:.1f} {y:.1f}".replace(".0", "") for x, y in thinned(ring[:-1], COARSE)]
    return f"M{'L'.join(corners)}Z" if len(corners) > 2 else ""


def thinned(corners: list[Corner], coarse: float) -> list[Corner]:
    """The corners that matter (Douglas and Peucker): those nearer than `coarse` to the line between others go."""
    if len(corners) < 4:
        return corners
    kept, waiting = {0, len(corners) - 1}, [(0, len(corners) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, where = 0.0, 0
        for number in range(first + 1, last):
            away = _away(corners[number], corners[first], corners[last])
            if away > far:
                far, where = away, number
        if far > coarse:
            kept.add(where)
            waiting += [(first, where), (where, last)]
    return [corners[number] for number in sorted(kept)]


def _away(corner: Corner, start: Corner, end: Corner) -> float:
    """How far a corner lies from the line between two others."""
    wide, high = end[0] - start[0], end[1] - start[1]
    long = hypot(wide, high)
    if not long:
        return hypot(corner[0] - start[0], corner[1] - start[1])
    return abs(wide * (start[1] - corner[1]) - (start[0] - corner[0]) * high) / long
