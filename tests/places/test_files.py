"""Reading files: layouts told by content, bad rows refused with their line. No app, no database."""

import json
from pathlib import Path

import pytest

from participate.places.files.layout import Layout, read
from participate.places.files.postcodes import Postcodes
from participate.places.files.report import BadFile, Report, each
from participate.places.files.wards import boundary_row, figure_row, ward_row
from participate.places.postcode_table import Entry, Use
from participate.places.rules import square_of

OURS = "E09000002"
LIVE = "postcode,lat,lon,lad_code,ward25_code,oa11\n"
DEAD = "postcode,terminated,lad_code,oa11\n"
RING = [[0.1, 51.5], [0.1, 51.6], [0.2, 51.6], [0.1, 51.5]]


def file_of(folder: Path, text: str | bytes) -> Path:
    file = folder / "given"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        (LIVE + "RM10 9QS,51.54,0.149,E09000002,E05014070,\n", Layout.POSTCODES),
        ("\ufeff" + DEAD + "IG11 0BX,199412,E09000002,E00000478\n", Layout.DEAD_POSTCODES),
        ("ward25_code,ward_name,pop_2021\nE05014053,Abbey,4503\n", Layout.FIGURES),
        ("ward_code,ward_name,lad_code,lad_name,lon,lat\nE05014053,Abbey,E09000002,B,0.1,51.5\n", Layout.WARDS),
        (
            json.dumps({"type": "FeatureCollection", "features": [{"properties": {"wd": "E", "wdnm": "A"}}]}),
            Layout.BOUNDARIES,
        ),
    ],
)
def test_layouts_are_told_by_their_content(tmp_path: Path, text: str, layout: Layout) -> None:
    found, rows = read(file_of(tmp_path, text))
    assert found is layout
    assert len(rows) == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        (b"\xff\xfe\x00bad", "not text in UTF-8"),
        ("a,b,c\n1,2,3\n", "do not know this layout"),
        ("hello", "do not know this layout"),
        ("\0", "do not know this layout"),
        (LIVE, "a heading and no rows"),
        (LIVE + '"' + "x" * 200_000 + '"', "breaks at line"),
        ("{", "not whole"),
        ('{"type": "FeatureCollection", "features": [', "not whole"),
        ("[" * 100_000, "not whole"),
        ("[]", "do not know this layout"),
        ("{}", "do not know this layout"),
        ('{"type": "FeatureCollection", "features": 3}', "do not know this layout"),
        ('{"type": "FeatureCollection", "features": [{"properties": {"code": "E01"}}]}', "do not know this layout"),
        ('{"type": "FeatureCollection", "features": [null, 7, "x"]}', "do not know this layout"),
        ('{"type": "Topology", "arcs": []}', "TopoJSON"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, text: str | bytes, why: str) -> None:
    with pytest.raises(BadFile, match=why):
        read(file_of(tmp_path, text))


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no such file"):
        read(tmp_path / "nothing")
    with pytest.raises(BadFile, match="folder"):
        read(tmp_path)


def live(tmp_path: Path, rows: str) -> tuple[dict[str, Entry], Report]:
    gathered, report = Postcodes(OURS, {"E05014070", "E05014060"}), Report()
    gathered.add_live(read(file_of(tmp_path, LIVE + rows))[1], report)
    return gathered.entries({}), report


def test_good_postcodes(tmp_path: Path) -> None:
    entries, report = live(
        tmp_path,
        "rm109qs,51.54,0.149,E09000002,E05014070,E00000001\n"
        "RM10 0AA,51.55,0.15,E09000026,E05011244,\n"  # a neighbour that shares our outcode
        "M1 1AE,53.48,-2.24,E08000003,E05011368,\n",  # far away
    )
    assert entries == {
        "RM10 9QS": Entry(Use.LIVE, "E05014070", square_of(51.54, 0.149)),
        "RM10 0AA": Entry(Use.OUTSIDE),
    }
    assert (report.elsewhere, report.refused) == (1, [])


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",51.54,0.149,E09000002,E05014070,", "“” is not a postcode"),
        ("<script>,51.54,0.149,E09000002,E05014070,", "“<script>” is not a postcode"),
        ("RM10 9QS,,0.149,E09000002,E05014070,", "lat “” is not a number"),
        ("RM10 9QS,north,0.149,E09000002,E05014070,", "lat “north” is not a number"),
        ("RM10 9QS,nan,0.149,E09000002,E05014070,", "lat nan is not between 49 and 61"),
        ("RM10 9QS,0.149,51.54,E09000002,E05014070,", "lat 0.149 is not between 49 and 61"),
        ("RM10 9QS,51.54,0.149,E09000002,E05000041,", "“E05000041” is not a ward of this borough"),
        ("RM10 9QS,51.54,0.149,E09000002,,", "“” is not a ward of this borough"),
        ("RM10 9QS,51.54", "lon “” is not a number"),
        ("RM10 9QS,51.54,0.149,E09000002,E05014070,,,,more", "it has more cells than the heading"),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_the_rest_is_taken(tmp_path: Path, row: str, why: str) -> None:
    entries, report = live(tmp_path, f"RM9 4UN,51.53,0.126,E09000002,E05014060,\n{row}\n")
    assert list(entries) == ["RM9 4UN"]
    assert report.refused == [f"line 3: {why}"]


def test_a_postcode_twice_is_refused_the_second_time(tmp_path: Path) -> None:
    row = "RM10 9QS,51.54,0.149,E09000002,E05014070,\n"
    entries, report = live(tmp_path, row + row)
    assert len(entries) == 1
    assert report.refused == ["line 3: RM10 9QS stands in this file twice"]


def test_the_hint_of_a_dead_postcode_is_the_ward_of_most_of_its_area(tmp_path: Path) -> None:
    gathered, report = Postcodes(OURS, {"E05014070", "E05014060"}), Report()
    dead = "IG11 0BX,199412,E09000002,A\nIG11 0BY,,E09000002,B\nRM1 1AA,199801,E09000016,A\n"
    assert len(gathered.add_dead(read(file_of(tmp_path, DEAD + dead))[1], report)) == 2
    wards = ["E05014070", "E05014060", "E05014060"]
    rows = "".join(
        f"RM9 4U{letter},51.53,0.126,E09000002,{ward},A\n" for letter, ward in zip("ABD", wards, strict=True)
    )
    gathered.add_live(read(file_of(tmp_path, LIVE + rows))[1], report)
    entries = gathered.entries({})
    assert entries["IG11 0BX"] == Entry(Use.DEAD, "E05014060")
    assert entries["IG11 0BY"] == Entry(Use.DEAD)
    assert report.elsewhere == 1


def test_the_file_of_dead_postcodes_alone_keeps_known_hints(tmp_path: Path) -> None:
    gathered = Postcodes(OURS, set())
    gathered.add_dead(read(file_of(tmp_path, DEAD + "IG11 0BX,199412,E09000002,A\n"))[1], Report())
    known = {"IG11 0BX": Entry(Use.DEAD, "E05014060"), "RM9 4UN": Entry(Use.LIVE, "E05014060", 1)}
    assert gathered.entries(known) == known


def test_in_use_wins_over_no_longer_used(tmp_path: Path) -> None:
    gathered, report = Postcodes(OURS, {"E05014060"}), Report()
    gathered.add_live(read(file_of(tmp_path, LIVE + "RM9 4UN,51.53,0.126,E09000002,E05014060,A\n"))[1], report)
    gathered.add_dead(read(file_of(tmp_path, DEAD + "RM9 4UN,199801,E09000002,A\n"))[1], report)
    assert gathered.entries({})["RM9 4UN"].use is Use.LIVE


def feature(**changed: object) -> dict:
    facts = {"wd": "E05014053", "wdnm": "Abbey", "lad": OURS} | changed.pop("properties", {})
    return {"properties": facts, "geometry": {"type": "Polygon", "coordinates": [RING]}, **changed}


def refusals(rows: list[dict]) -> list[str]:
    report = Report()
    made = each(
        [(f"feature {place}", row) for place, row in enumerate(rows, 1)],
        lambda row: boundary_row(row, OURS, {"E05014053"}),
        lambda row: row.ward.code,
        report,
    )
    assert len(made) + len(report.refused) + report.elsewhere == len(rows)
    return report.refused


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ({}, "it has no properties"),
        (feature(properties={"wd": "E01000001"}), "“E01000001” is not the code of a ward"),
        (feature(properties={"wd": None}), "“” is not the code of a ward"),
        (feature(properties={"wdnm": ""}), "it has no name, or a very long one"),
        (feature(properties={"wdnm": "x" * 10_000}), "it has no name, or a very long one"),
        (feature(geometry=None), "its shape is not a polygon"),
        (feature(geometry={"type": "Point", "coordinates": [0.1, 51.5]}), "its shape is not a polygon"),
        (feature(geometry={"type": "Polygon"}), "its shape is broken"),
        (feature(geometry={"type": "Polygon", "coordinates": [[["a", "b"]]]}), "its shape is broken"),
        (feature(geometry={"type": "Polygon", "coordinates": []}), "its outline is not closed"),
        (feature(geometry={"type": "Polygon", "coordinates": [RING[:3]]}), "its outline is not closed"),
        (
            feature(geometry={"type": "Polygon", "coordinates": [[point[::-1] for point in RING]]}),
            "its outline lies outside England (are latitude and longitude swapped?)",
        ),
        (
            feature(geometry={"type": "Polygon", "coordinates": [RING * 6_000]}),
            "its outline has too many corners: give a generalised one",
        ),
    ],
)
def test_a_broken_boundary_is_refused(broken: dict, why: str) -> None:
    assert refusals([feature(), broken]) == [f"feature 2: {why}"]


def test_a_boundary_of_nowhere_we_know() -> None:
    stranger = feature(properties={"wd": "E05009999"})
    del stranger["properties"]["lad"]
    ours = feature()
    del ours["properties"]["lad"]
    assert refusals([ours, stranger]) == [
        "feature 2: E05009999 is not one of our wards, and it does not name its borough (lad)"
    ]


def test_a_boundary_of_another_borough_is_left_out() -> None:
    assert refusals([feature(properties={"lad": "E09000026"})]) == []


def test_a_row_of_a_list_of_wards() -> None:
    row = {"ward_code": "E05014053", "ward_name": " Abbey ", "lad_code": OURS, "lat": "51.5", "lon": "0.1"}
    found = ward_row(row, OURS)
    assert found is not None
    assert (found.code, found.name, found.lat, found.lon) == ("E05014053", "Abbey", 51.5, 0.1)
    assert ward_row(row | {"lad_code": "W06000001", "ward_code": "W05000981"}, OURS) is None


def test_figures_leave_out_what_is_unknown() -> None:
    row = {"ward25_code": "E05014053", "ward_name": "Abbey", "pop_2021": "4503", "area_km2": "0.46", "households": ""}
    assert figure_row(row).figures == {"pop_2021": 4503.0, "area_km2": 0.46}


@pytest.mark.parametrize("value", ["many", "-1", "inf", "nan", "1e99"])
def test_a_figure_that_is_none_is_refused(value: str) -> None:
    report = Report()
    rows = [("line 2", {"ward25_code": "E05014053", "ward_name": "Abbey", "pop_2021": value})]
    assert each(rows, figure_row, lambda row: row.code, report) == {}
    assert len(report.refused) == 1
    assert report.refused[0].startswith("line 2: pop_2021")
