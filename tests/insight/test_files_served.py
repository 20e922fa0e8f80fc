"""Files as officers fetch them: whose door, the same each time, in batches, equal to what was published."""

import csv
import io
import json
from contextvars import Context

import pytest
from flask import Flask
from openpyxl import load_workbook
from werkzeug.test import create_environ

from participate.core.db import db
from participate.insight.periods import read
from participate.insight.queries import figures, rows
from participate.insight.queries.areas import list_areas
from participate.insight.words import Shown
from participate.places.models import Ward
from tests.insight.published_rows import WARD, a_quarter, many, publish, snapshot
from tests.insight.test_files import above, table_of
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street, add

FORMS = ("csv", "xlsx", "json")
SNAPSHOT, MEASURE = "/figures/snapshot/2026-03", "/figures/measure/people/2026-Q1"
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@pytest.fixture
def efua(client: PageClient, street: Street) -> PageClient:
    """The council officer's browser; March has been published."""
    a_quarter()
    return client.become(street.efua)


def figures_in(answer, form: str) -> list[dict[str, object]]:  # type: ignore[no-untyped-def]
    """The table of a file: each figure by the names of the columns, its value a number or None."""
    if form == "json":
        return [{name: each[name] for name in each if name != "shown"} for each in json.loads(answer.data)["figures"]]
    if form == "csv":
        numbers = ("value", "definition")
        return [
            each | {name: int(each[name]) if each[name] else None for name in numbers} for each in table_of(answer.data)
        ]
    lines = load_workbook(io.BytesIO(answer.data))["Figures"].iter_rows(values_only=True)
    heads = next(lines)
    words = [
        [cell if cell is not None or name == "value" else "" for name, cell in zip(heads, line, strict=True)]
        for line in lines
    ]
    return [dict(zip(heads, line, strict=True)) for line in words]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", CAST)
def test_whose_door(client: PageClient, street: Street, name: str, form: str) -> None:
    a_quarter()
    client.become(street.person(name))
    expected = 200 if name in ("efua", "gita") else 303 if name in ("stranger", "femi") else 404
    for path in (SNAPSHOT, MEASURE):
        assert client.get(f"{path}.{form}").status_code == expected, path


@pytest.mark.parametrize("form", FORMS)
def test_a_file_has_the_figures_that_pages_show(efua: PageClient, form: str) -> None:
    found = figures_in(efua.get(f"{MEASURE}.{form}"), form)
    told = {(each["area_type"], each["area_code"], each["split_value"]): each for each in found}
    published = figures.find_table("people", read("2026-Q1"))
    assert len(found) == len(published) == 6
    codes = {"borough": ("borough", "E09000002"), "unknown": ("unknown", "")}
    for (area, split), safe in published.items():
        kind, code = codes.get(area, tuple(area.split(":")))
        cell = told[kind, code, split.partition(":")[2]]
        assert cell["value"] == safe.value
        assert bool(cell["note"]) == (safe.value is None)
    assert {each["area_name"] for each in found} >= {"Parsloes", "Thames View", "Barking and Dagenham"}


@pytest.mark.parametrize("form", FORMS)
def test_a_snapshot_has_all_that_was_published_with_it(efua: PageClient, form: str) -> None:
    found = figures_in(efua.get(f"{SNAPSHOT}.{form}"), form)
    assert [each["period"] for each in found] == ["2026-03"] + ["2026-Q1"] * 11
    notes = {(each["measure"], each["area_code"]): (each["value"], each["note"]) for each in found}
    assert notes["people", "E05014067"] == (None, "fewer than 5")
    assert notes["people", "E05014068"] == (None, "not shown")
    assert notes["children", "E05014067"] == (0, "nothing took place")
    assert notes["attendances", "E09000002"] == (2415, "")


def test_all_formats_tell_the_same(efua: PageClient) -> None:
    tables = [figures_in(efua.get(f"{SNAPSHOT}.{form}"), form) for form in FORMS]
    for table in tables:
        for each in table:
            each["definition"] = int(str(each["definition"]))
    assert tables[0] == tables[1] == tables[2]


def test_it_says_what_it_is(efua: PageClient) -> None:
    said = above(efua.get(f"{SNAPSHOT}.csv").data)
    assert said["title"] == "Figures published for March 2026"
    assert said["period"] == "2026-03, 2026-Q1"
    assert said["address"].endswith(f"{SNAPSHOT}.csv")
    assert said["licence"] == "Open Government Licence v3.0"


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize("path", [SNAPSHOT, MEASURE])
def test_the_same_bytes_and_the_same_mark_each_time(efua: PageClient, path: str, form: str) -> None:
    first, second = (efua.get(f"{path}.{form}") for _time in range(2))
    assert first.data == second.data
    assert first.headers["ETag"] == second.headers["ETag"]
    assert "ab12" * 16 in first.headers["ETag"]
    assert "ab12" * 16 in first.text


@pytest.mark.parametrize("form", FORMS)
def test_what_is_known_is_not_sent_again(efua: PageClient, form: str) -> None:
    first = efua.get(f"{SNAPSHOT}.{form}", headers={"Accept-Encoding": "br"})
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = efua.get(f"{SNAPSHOT}.{form}", headers={"If-None-Match": first.headers["ETag"], "Accept-Encoding": "br"})
    assert (again.status_code, again.data) == (304, b"")
    assert efua.get(f"{SNAPSHOT}.{form}", headers={"If-None-Match": 'W/"older"'}).status_code == 200


def test_another_name_makes_another_mark(efua: PageClient, street: Street) -> None:
    before = efua.get(f"{SNAPSHOT}.csv").headers["ETag"]
    ward = Ward.query.filter_by(code="E05014067").one()
    ward.name = "Parsloes Park"
    add()
    assert efua.get(f"{SNAPSHOT}.csv").headers["ETag"] != before


@pytest.mark.parametrize("form", FORMS)
def test_how_it_is_sent(efua: PageClient, form: str) -> None:
    answer = efua.get(f"{SNAPSHOT}.{form}")
    assert answer.headers["Content-Type"] == TYPES[form]
    assert answer.headers["Content-Disposition"] == f"attachment; filename=figures-2026-03.{form}"
    assert efua.head(f"{SNAPSHOT}.{form}").data == b""


def test_the_list_of_files(efua: PageClient) -> None:
    snapshot("2025-12")
    page = efua.get("/figures/files").text
    assert all(f'href="{SNAPSHOT}.{form}"' in page for form in FORMS)
    assert page.index("March 2026, January to March 2026") < page.index("October to December 2025, 2025")


@pytest.mark.parametrize(("name", "status"), [("stranger", 303), ("amina", 404), ("dora", 404), ("gita", 200)])
def test_who_sees_the_list(client: PageClient, street: Street, name: str, status: int) -> None:
    answer = client.become(street.person(name)).get("/figures/files")
    assert answer.status_code == status
    assert ("Nothing here yet" in answer.text) == (status == 200)


@pytest.mark.parametrize(
    "path",
    [
        "/figures/snapshot/2026-02.csv", "/figures/snapshot/2026-Q1.csv", "/figures/snapshot/2026.csv",
        "/figures/snapshot/2026-13.csv", "/figures/snapshot/2026-3.csv", "/figures/snapshot/%202026-03.csv",
        "/figures/snapshot/2026-03.csv.csv", "/figures/snapshot/2026-03.pdf", "/figures/snapshot/2026-03-07.csv",
        "/figures/measure/people/2026-Q2.csv", "/figures/measure/people/2026.csv", "/figures/measure/all/2026-Q1.csv",
        "/figures/measure/hours/2026-Q1.csv", "/figures/measure/people/2026-07-03.json",
        "/figures/measure/cost_per_hour/2026-Q1.xlsx",
    ],
)  # fmt: skip
def test_there_is_no_other_file(efua: PageClient, path: str) -> None:
    assert efua.get(path).status_code == 404


def test_figures_are_read_in_batches(efua: PageClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each batch is one statement and one short transaction; the rest of the file asks nothing more."""
    monkeypatch.setattr(rows, "A_BATCH", 100)
    with count_statements() as few:
        assert len(table_of(efua.get(f"{SNAPSHOT}.csv").data)) == 12
    many(snapshot("2025-12"), 950)
    with count_statements() as more:
        assert len(table_of(efua.get("/figures/snapshot/2025-12.csv").data)) == 950
    assert _of_figures(few.texts) == 1
    assert _of_figures(more.texts) == 10
    assert more.number - few.number == 9


@pytest.mark.parametrize("form", ["csv", "json"])
def test_it_is_written_while_it_is_sent(
    app: Flask, efua: PageClient, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """What is in memory is a batch and a piece, however long the file is."""
    monkeypatch.setattr(rows, "A_BATCH", 100)
    many(snapshot("2025-12"), 950)
    cookie = efua.get_cookie("session")
    assert cookie is not None
    environ = create_environ(f"/figures/snapshot/2025-12.{form}", headers={"Cookie": f"session={cookie.value}"})
    with count_statements() as counted:
        asked = Context().run(lambda: [_of_figures(counted.texts) for _piece in app(environ, lambda *_said: None)])
    assert asked[:3] == [1, 5, 10], "the head after one batch, 500 rows after five, the rest"


def _of_figures(texts: list[str]) -> int:
    return sum("FROM figure" in text for text in texts)


def test_a_slow_reader_holds_nobody_up(app: Flask, street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two batches no transaction is open: on SQLite a writer would have to wait for it."""
    monkeypatch.setattr(rows, "A_BATCH", 10)
    made = snapshot()
    many(made, 25)
    number = made.id
    db.session.rollback()
    with app.test_request_context():
        left = rows.each_row(number, rows.Wanted())
        for _row in range(3):
            next(left)
        assert db.engine.pool.checkedout() == 0
        ward = db.session.get_one(Ward, street.ward.id)
        assert ward.name == "Parsloes"
        db.session.rollback()
        assert len(list(left)) == 22


def test_only_what_is_wanted(app: Flask, street: Street) -> None:
    made = a_quarter()
    number = made.id
    with app.test_request_context():
        found = list(rows.each_row(number, rows.Wanted(("people",), ("2026-Q1",), whole=True)))
    assert {each.measure for each in found} == {"people"}
    assert {each.split for each in found} == {""}
    assert len(found) == 5


def test_bad_names_from_the_database(efua: PageClient, street: Street) -> None:
    ward = Ward.query.filter_by(code="E05014067").one()
    ward.name = '=2+3, "ورڈ"'
    add()
    cells = figures_in(efua.get(f"{MEASURE}.csv"), "csv")
    assert '\'=2+3, "ورڈ"' in [each["area_name"] for each in cells]
    assert len(cells) == 6
    book = load_workbook(io.BytesIO(efua.get(f"{MEASURE}.xlsx").data))
    named = [cell for line in book["Figures"].iter_rows() for cell in line if cell.value == '=2+3, "ورڈ"']
    assert [cell.data_type for cell in named] == ["s"]


def test_areas_are_called_as_the_pages_call_them(app: Flask, street: Street) -> None:
    with app.test_request_context():
        names = rows.names_of_areas()
        assert names.of(WARD) == ("ward", "E05014067", "Parsloes")
        assert {f"ward:{code}" for code in (street.ward.code, street.other_ward.code)} <= set(names.areas)
        assert [area.code for area in list_areas()] == [code for code in names.areas if code.startswith("ward:")]


def test_csv_is_read_line_by_line_by_other_programs(efua: PageClient) -> None:
    publish(snapshot("2025-12"), "2025-Q4", [("people", "borough", "", Shown.SHOWN, 5)])
    lines = efua.get("/figures/snapshot/2025-12.csv").text.split("\r\n")
    assert lines[-1] == ""
    assert [line for line in lines[:-1] if not line.startswith("#")][1] == (
        "2025-Q4,quarter,people,People taking part,people,borough,E09000002,Barking and Dagenham,,,5,,1"
    )
    assert all(len(each) == 2 for each in csv.reader(line for line in lines if line.startswith("#")))
