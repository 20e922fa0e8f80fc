"""`places import` for real: every file of the shared data, again, and broken."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import func, select

from participate.audit.models import AuditRow
from participate.core.db import db
from participate.places import queries, service
from participate.places.data.wards import WARDS
from participate.places.models import Borough, Ward, WardCode, WardFigure
from participate.places.postcode_table import FILE_NAME, Use, table
from tests import shared


@pytest.fixture
def data(app: Flask) -> Iterator[Path]:
    """The site's data folder, without an imported table before and after."""
    folder = app.extensions["settings"].data
    (folder / FILE_NAME).unlink(missing_ok=True)
    yield folder
    (folder / FILE_NAME).unlink(missing_ok=True)


def run(app: Flask, *words: object) -> Result:
    result = app.test_cli_runner().invoke(args=["places", *map(str, words)])
    db.session.remove()
    return result


def last_line(result: Result) -> str:
    return result.stdout.strip().splitlines()[-1]


def count(model: type) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_start_makes_the_borough_once(app: Flask) -> None:
    assert run(app, "start").stdout == "56 rows made.\n"
    assert [count(model) for model in (Borough, Ward, WardCode, WardFigure)] == [1, 19, 17, 19]
    rows = count(AuditRow)
    assert run(app, "start").stdout == "0 rows made.\n"
    assert count(AuditRow) == rows


def test_every_shared_file_and_again(app: Flask, data: Path) -> None:
    folder = shared.folder() / "data"
    files = [file for part in ("geo", "postcodes", "stats") for file in sorted((folder / part).iterdir())]
    first = run(app, "import", *files)
    assert first.exit_code == 0, first.output
    assert last_line(first) == "In all: 38 changed, 4728 unchanged, 0 rows refused, 9 files refused."
    assert (
        "uk_wards_2025.csv: a list of wards, 0 changed, 19 unchanged, 0 refused, 8386 of other boroughs" in first.stdout
    )
    assert "bd_lsoa21.geojson: not taken, we do not know this layout" in first.stderr
    assert "uk_wards_2025.topojson: not taken, this is TopoJSON" in first.stderr
    assert count(Ward) == 19
    assert count(WardFigure) == 19 * 23
    assert all(ward.boundary for ward in queries.list_wards())
    rows = count(AuditRow)
    again = run(app, "import", *files)
    assert again.exit_code == 0
    assert last_line(again) == "In all: 0 changed, 4766 unchanged, 0 rows refused, 9 files refused."
    assert count(AuditRow) == rows
    assert not (data / FILE_NAME).exists()  # nothing differs from the shipped table


def test_the_order_of_the_files_does_not_matter(app: Flask, data: Path) -> None:
    folder = shared.folder() / "data"
    files = [folder / "postcodes" / "bd_terminated_postcodes.csv", folder / "postcodes" / "bd_postcodes.csv"]
    for order in (files, files[::-1], files[:1], files[1:]):
        assert last_line(run(app, "import", *order)).startswith("In all: 0 changed")


def test_deliberately_broken_copies(app: Flask, data: Path, tmp_path: Path) -> None:
    with (shared.folder() / "data" / "postcodes" / "bd_postcodes.csv").open(newline="") as rows:
        table_rows = list(csv.reader(rows))[:6]
    table_rows[2][0] = "not a postcode"
    table_rows[4][2], table_rows[4][3] = table_rows[4][3], table_rows[4][2]
    broken = tmp_path / "postcodes.csv"
    with broken.open("w", newline="") as out:
        csv.writer(out).writerows(table_rows)
    shapes = json.loads((shared.folder() / "data" / "geo" / "bd_wards_2025.geojson").read_text())
    shapes["features"][3]["geometry"] = None
    del shapes["features"][5]["properties"]["wd"]
    geo = tmp_path / "wards.geojson"
    geo.write_text(json.dumps(shapes))
    cut = tmp_path / "cut.geojson"
    cut.write_text(json.dumps(shapes)[:-100])
    result = run(app, "import", broken, geo, cut)
    assert result.exit_code == 0
    assert "postcodes.csv, line 3: “not a postcode” is not a postcode." in result.stderr
    assert "postcodes.csv, line 5: lat" in result.stderr
    assert "wards.geojson, feature 4: its shape is not a polygon." in result.stderr
    assert "wards.geojson, feature 6: “” is not the code of a ward." in result.stderr
    assert "cut.geojson: not taken, the file starts like GeoJSON and is not whole." in result.stderr
    assert last_line(result) == "In all: 17 changed, 3 unchanged, 4 rows refused, 1 files refused."


def test_nothing_taken_is_a_failure(app: Flask, data: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.touch()
    result = run(app, "import", empty, tmp_path / "missing.csv")
    assert result.exit_code == 1
    assert "empty.csv: not taken, the file is empty." in result.stderr
    assert "missing.csv: not taken, there is no such file." in result.stderr


POSTCODES = (
    "postcode,lat,lon,lad_code,ward25_code,oa11\n"
    "RM10 9QS,51.5401,0.1496,E09000002,E05014053,\n"
    "RM10 9ZZ,51.5401,0.1496,E09000002,E05014070,\n"
)


def test_imported_postcodes_overrule_the_shipped_ones_without_a_restart(app: Flask, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "new.csv"
    file.write_text(POSTCODES)
    service.ensure_borough()
    db.session.commit()
    assert table(data).find("RM10 9ZZ") is None
    village = queries.find_ward_by_code("E05014070")
    assert service.spot_of("RM10 9QS").ward_id == village.id
    db.session.commit()
    assert last_line(run(app, "import", file)) == "In all: 2 changed, 0 unchanged, 0 rows refused, 0 files refused."
    assert service.spot_of("RM10 9ZZ").ward_id == queries.find_ward_by_code("E05014070").id
    assert service.spot_of("RM10 9QS").ward_id == queries.find_ward_by_code("E05014053").id
    assert table(data).find("IG11 0BX").use is Use.DEAD  # the rest stays
    db.session.rollback()
    assert last_line(run(app, "import", file)).startswith("In all: 0 changed, 2 unchanged")


def test_a_list_of_wards_renames_and_adds(app: Flask, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "wards.csv"
    file.write_text(
        "ward_code,ward_name,lad_code,lad_name,lon,lat\n"
        "E05014053,Abbey & Town,E09000002,B,0.5,51.9\n"
        "E05099999,Riverbank,E09000002,B,0.12,51.52\n"
        "E05099998,Parsloes,E09000002,B,0.12,51.52\n"
    )
    assert last_line(run(app, "import", file)).startswith("In all: 3 changed")
    abbey = queries.get_ward("abbey")  # its address stays, so that links keep working
    assert (abbey.name, abbey.lat) == ("Abbey & Town", WARDS[0].lat)
    assert queries.get_ward("riverbank").code == "E05099999"
    assert queries.get_ward("parsloes-e05099998").name == "Parsloes"


def test_old_boundaries_change_nothing(app: Flask, data: Path) -> None:
    file = shared.folder() / "data" / "geo" / "bd_wards_2002_2022.geojson"
    assert last_line(run(app, "import", file)).startswith("In all: 0 changed, 17 unchanged")
    assert [ward.name for ward in queries.list_wards() if ward.boundary] == []
    assert {ward.name for ward in queries.list_wards()} == {ward.name for ward in WARDS}


def test_figures_of_another_borough_are_refused(app: Flask, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_text("ward25_code,ward_name,pop_2021\nE05014053,Abbey,5000\nE05009999,Elsewhere,1\n")
    result = run(app, "import", file)
    assert "figures.csv, line 3: E05009999 is not a ward of this borough." in result.stderr
    figures = queries.figures_of(queries.get_ward("abbey").id)
    assert figures["pop_2021"].value == 5000
    assert run(app, "start").stdout == "0 rows made.\n"
    assert queries.figures_of(queries.get_ward("abbey").id)["pop_2021"].value == 5000


def test_a_long_list_of_bad_rows_is_cut_short(app: Flask, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_text(POSTCODES + "x,1,1,E09000002,E05014070,\n" * 500)
    result = run(app, "import", file)
    assert result.stderr.count("bad.csv, line") == 20
    assert "bad.csv: and 480 more rows like these." in result.stderr
    assert "500 rows refused" in last_line(result)


def test_pack_writes_the_same_table_again(app: Flask, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    result = run(app, "pack", shared.folder() / "data" / "postcodes", "--to", target)
    assert result.stdout == "4692 postcodes packed, 0 refused.\n"
    assert target.read_bytes() == (Path(service.__file__).parent.parent / "data" / "postcodes.txt").read_bytes()
    assert run(app, "pack", tmp_path, "--to", target).exit_code == 1
