"""The built-in wards, against themselves and against the real boundaries."""

import csv
import json
import math
from collections import Counter, defaultdict

from participate.places.data.wards import OLD_WARDS, TILE_COLUMNS, TILE_ROWS, WARDS
from participate.places.files.packing import pack_folder
from participate.places.postcode_table import SHIPPED
from tests import shared

BY_CODE = {ward.code: ward for ward in WARDS}


def test_nineteen_wards_in_the_order_of_their_names() -> None:
    assert len(BY_CODE) == 19
    assert [ward.name for ward in WARDS] == sorted(ward.name for ward in WARDS)
    assert list(BY_CODE) == [f"E050140{end}" for end in range(53, 72)]


def test_neighbours_know_each_other() -> None:
    for ward in WARDS:
        assert ward.beside
        assert list(ward.beside) == sorted(set(ward.beside) - {ward.code})
        for code in ward.beside:
            assert ward.code in BY_CODE[code].beside


def test_each_ward_has_a_tile_of_its_own() -> None:
    tiles = {ward.tile for ward in WARDS}
    assert len(tiles) == 19
    assert {column for column, _ in tiles} == set(range(TILE_COLUMNS))
    assert {row for _, row in tiles} == set(range(TILE_ROWS))


def test_names_fit_their_tiles() -> None:
    assert len({ward.short for ward in WARDS}) == 19
    assert all(len(ward.short) <= 11 for ward in WARDS)
    assert all(len(word) <= 10 for ward in WARDS for word in ward.in_two_lines.split())
    assert all(len(ward.in_two_lines.split()) <= 2 for ward in WARDS)


def test_tiles_lie_as_the_wards_do() -> None:
    """Of two wards at least 2 km apart north to south, or 3 km east to west, the tiles keep the order."""
    for one in WARDS:
        for other in WARDS:
            if (one.lat - other.lat) * 111.26 > 2:
                assert one.tile[1] < other.tile[1], (one.name, other.name)
            if (other.lon - one.lon) * 69.37 > 3:
                assert one.tile[0] < other.tile[0], (one.name, other.name)


def test_most_neighbours_touch_on_the_tiles() -> None:
    pairs = [(ward, BY_CODE[code]) for ward in WARDS for code in ward.beside if ward.code < code]
    apart = [
        (one.name, other.name)
        for one, other in pairs
        if max(abs(one.tile[0] - other.tile[0]), abs(one.tile[1] - other.tile[1])) > 1
    ]
    assert len(pairs) == 36
    assert apart == [("Abbey", "Eastbury"), ("Eastbrook & Rush Green", "Village"), ("Eastbury", "Northbury")]


def test_old_codes_lead_to_wards_of_today() -> None:
    assert list(OLD_WARDS) == [f"E050000{end}" for end in range(26, 43)]
    assert {today for _, today in OLD_WARDS.values()} <= set(BY_CODE)
    same = {name: BY_CODE[today].name for name, today in OLD_WARDS.values()}
    assert {old: new for old, new in same.items() if old != new} == {
        "Abbey": "Northbury",
        "Eastbrook": "Eastbrook & Rush Green",
        "River": "Beam",
        "Thames": "Barking Riverside",
    }


def _rings(feature: dict) -> list:
    shape = feature["geometry"]
    polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    return [ring for polygon in polygons for ring in polygon]


def _features(name: str) -> list[dict]:
    return json.loads((shared.folder() / "data" / "geo" / name).read_text())["features"]


def test_wards_agree_with_the_real_boundaries() -> None:
    edges: dict[tuple, set[str]] = defaultdict(set)
    for feature in _features("bd_wards_2025.geojson"):
        facts = feature["properties"]
        ward = BY_CODE[facts["wd"]]
        assert (ward.name, ward.lat, ward.lon) == (
            facts["wdnm"],
            round(facts["lat"], 5),
            round(facts["lon"], 5),
        )
        for ring in _rings(feature):
            for start, end in zip(ring, ring[1:], strict=False):
                edges[tuple(sorted((tuple(start), tuple(end))))].add(ward.code)
    shared_metres: Counter[tuple[str, ...]] = Counter()
    for (start, end), wards in edges.items():
        if len(wards) == 2:
            metres = math.hypot((start[0] - end[0]) * 69_365, (start[1] - end[1]) * 111_259)
            shared_metres[tuple(sorted(wards))] += metres
    real = {pair for pair, metres in shared_metres.items() if metres >= 100}
    assert real == {(ward.code, code) for ward in WARDS for code in ward.beside if ward.code < code}


def test_people_agree_with_the_estimates() -> None:
    file = shared.folder() / "data" / "stats" / "bd_ward25_estimates.csv"
    with file.open(newline="") as rows:
        real = {row["ward25_code"]: int(row["pop_2021"]) for row in csv.DictReader(rows)}
    assert real == {ward.code: ward.people for ward in WARDS}


def _holds(rings: list, lon: float, lat: float) -> bool:
    inside = False
    for ring in rings:
        for (x, y), (next_x, next_y) in zip(ring, ring[1:], strict=False):
            if (y > lat) != (next_y > lat) and lon < (next_x - x) * (lat - y) / (next_y - y) + x:
                inside = not inside
    return inside


def test_old_wards_went_where_most_of_their_land_went() -> None:
    today = {feature["properties"]["wd"]: _rings(feature) for feature in _features("bd_wards_2025.geojson")}
    grid = [(0.06 + step * 0.0012, 51.505 + up * 0.0008) for step in range(115) for up in range(120)]
    places = {point: next((code for code, rings in today.items() if _holds(rings, *point)), None) for point in grid}
    for feature in _features("bd_wards_2002_2022.geojson"):
        rings = _rings(feature)
        counts = Counter(places[point] for point in grid if places[point] and _holds(rings, *point))
        old = feature["properties"]["wd"]
        assert OLD_WARDS[old] == (feature["properties"]["wdnm"], counts.most_common(1)[0][0])


def test_packing_again_gives_the_same_bytes() -> None:
    text, report = pack_folder(shared.folder() / "data" / "postcodes")
    assert report.refused == []
    assert text.encode("ascii") == SHIPPED.read_bytes()
