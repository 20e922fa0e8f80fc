"""The writers of files: every cell as it was published, and nothing that a program takes for something else."""

import csv
import io
import json
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from participate.insight.files import as_csv, as_json, as_xlsx
from participate.insight.files.columns import COLUMNS, HEADS
from participate.insight.files.rows import About, Licence, Names, Row, Taken, cells_of, pieces
from participate.insight.measures import BY_KEY, MEASURES
from participate.insight.words import Shown

WARD = "ward:E05014067"
BAD = {
    "a formula": ('=HYPERLINK("https://evil.example")', '\'=HYPERLINK("https://evil.example")'),
    "a sum": ("+44", "'+44"),
    "a difference": ("-2+3", "'-2+3"),
    "a function": ("@SUM(1)", "'@SUM(1)"),
    "hidden behind a space": (" =1+1", "' =1+1"),
    "quotes": ('The "Elm" ward', 'The "Elm" ward'),
    "commas": ("Barking, Dagenham; Beam", "Barking, Dagenham; Beam"),
    "two lines": ("One\r\nTwo", "One\r\nTwo"),
    "right to left": ("‏بارکنگ‎ (Barking)", "‏بارکنگ‎ (Barking)"),
    "an apostrophe": ("St Margaret’s", "St Margaret’s"),
}


def taken(rows: list[Row], ward: str = "Parsloes", borough: str = "Barking and Dagenham") -> Taken:
    about = About(
        f"How {borough} takes part", borough, "2026-03", ("2026-Q1",), datetime(2026, 4, 10, 23, tzinfo=UTC), "d" * 64,
        Licence("Open Government Licence v3.0", "https://licence.example/3"), "https://site.example/figures/x.csv",
    )  # fmt: skip
    names = Names(borough, "E09000002", {WARD: ward, "locality:dagenham": "Dagenham"})
    return Taken(about, (BY_KEY["people"],), names, rows)


def row(shown: Shown = Shown.SHOWN, value: int | None = 25, area: str = WARD, measure: str = "people") -> Row:
    return Row(measure, "2026-Q1", area, "", shown, value, 1)


def told_of(cell: Row) -> dict[str, str | int | None]:
    return dict(zip(HEADS, cells_of(cell, taken([]).names), strict=True))


def table_of(file: bytes) -> list[dict[str, str]]:
    """The table of a CSV file as another program reads it: without the lines that start with #."""
    lines = [line for line in io.StringIO(file.decode(), newline="") if not line.startswith("#")]
    return list(csv.DictReader(lines))


def above(file: bytes) -> dict[str, str]:
    """What a CSV file says of itself."""
    found = csv.reader(line for line in io.StringIO(file.decode(), newline="") if line.startswith("#"))
    return {name[2:]: words for name, words in found}


@pytest.mark.parametrize(
    ("cell", "value", "note"),
    [
        (row(), 25, ""),
        (row(value=0), 0, ""),
        (row(Shown.FEW, None), None, "fewer than 5"),
        (row(Shown.HIDDEN, None), None, "not shown"),
        (row(Shown.NONE, None), 0, "nothing took place"),
        (row(Shown.NONE, None, measure="idea_days"), None, "nothing took place"),
        (row(Shown.FEW, None, measure="idea_days"), None, "made from fewer than 10"),
        (row(Shown.FEW, None, measure="gone"), None, "fewer than 5"),
    ],
)
def test_what_is_told_of_a_cell(cell: Row, value: int | None, note: str) -> None:
    told = told_of(cell)
    assert (told["value"], told["note"]) == (value, note)


@pytest.mark.parametrize(
    ("area", "told"),
    [
        ("borough", ("borough", "E09000002", "Barking and Dagenham")),
        ("locality:dagenham", ("locality", "dagenham", "Dagenham")),
        (WARD, ("ward", "E05014067", "Parsloes")),
        ("ward:E05000001", ("ward", "E05000001", "E05000001")),
        ("unknown", ("unknown", "", "ward not known")),
    ],
)
def test_how_areas_are_called(area: str, told: tuple[str, str, str]) -> None:
    assert taken([]).names.of(area) == told


def test_a_split_is_told_in_two_columns() -> None:
    told = told_of(Row("people", "2026", "borough", "theme:cook", Shown.SHOWN, 5, 1))
    assert (told["period_type"], told["split_by"], told["split_value"]) == ("year", "theme", "cook")


def test_csv_says_what_it_is_before_its_table() -> None:
    file = b"".join(as_csv.write(taken([row()])))
    said = above(file)
    assert said["digest of the snapshot (SHA-256)"] == "d" * 64
    assert said["made at"] == "2026-04-10T23:00:00Z"
    assert said["licence"] == "Open Government Licence v3.0"
    assert "definition 1 of people (from 2026-01-01)" in said
    assert file.count(b"# rule,") >= 5
    assert file.count(b"\n") == file.count(b"\r\n"), "RFC 4180 ends lines with CR LF"
    assert table_of(file) == [
        {
            "period": "2026-Q1", "period_type": "quarter", "measure": "people", "measure_name": "People taking part",
            "unit": "people", "area_type": "ward", "area_code": "E05014067", "area_name": "Parsloes", "split_by": "",
            "split_value": "", "value": "25", "note": "", "definition": "1",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "told"), BAD.values(), ids=BAD)
def test_a_bad_name_stays_one_cell_of_csv(name: str, told: str) -> None:
    found = table_of(b"".join(as_csv.write(taken([row(), row(Shown.FEW, None)], ward=name))))
    assert [(each["area_name"], each["value"], each["note"]) for each in found] == [
        (told, "25", ""),
        (told, "", "fewer than 5"),
    ]


@pytest.mark.parametrize("name", [name for name, _told in BAD.values()], ids=BAD)
def test_a_bad_name_stays_one_cell_above_the_table(name: str) -> None:
    file = b"".join(as_csv.write(taken([row()], borough=name)))
    told = above(file)["borough"]
    assert " ".join(name.split()) in told
    assert not told.startswith(("=", "+", "-", "@"))
    assert len(table_of(file)) == 1


@pytest.mark.parametrize("name", [name for name, _told in BAD.values()], ids=BAD)
def test_a_bad_name_stays_words_in_a_spreadsheet(name: str) -> None:
    book = load_workbook(io.BytesIO(b"".join(as_xlsx.write(taken([row()], ward=name, borough=name)))))
    cell = book["Figures"].cell(2, HEADS.index("area_name") + 1)
    assert cell.data_type == "s"
    assert " ".join(str(cell.value).split()) == " ".join(name.split())
    formulas = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]
    assert formulas == []


def test_what_no_spreadsheet_can_hold_is_left_out() -> None:
    book = load_workbook(io.BytesIO(b"".join(as_xlsx.write(taken([row()], ward="Par\x01sloes\x0b")))))
    assert book["Figures"].cell(2, HEADS.index("area_name") + 1).value == "Parsloes"


def test_a_spreadsheet_has_numbers_heads_and_definitions() -> None:
    file = as_xlsx.write(taken([row(), row(Shown.FEW, None), row(Shown.NONE, None)]))
    book = load_workbook(io.BytesIO(b"".join(file)))
    assert book.sheetnames == ["Figures", "How we count", "About this file"]
    figures = book["Figures"]
    assert [cell.value for cell in figures[1]] == list(HEADS)
    assert all(cell.font.bold for cell in figures[1])
    assert (figures.freeze_panes, figures.auto_filter.ref) == ("A2", "A1:M4")
    assert [figures.column_dimensions[letter].width for letter in "ACD"] == [COLUMNS[n].width for n in (0, 2, 3)]
    values = [figures.cell(line, HEADS.index("value") + 1) for line in (2, 3, 4)]
    assert [(cell.data_type, cell.value) for cell in values] == [("n", 25), ("n", None), ("n", 0)]
    how = list(book["How we count"].iter_rows(min_row=2, values_only=True))
    assert [(line[0], line[3], line[5]) for line in how] == [("people", 1, BY_KEY["people"].wordings[0].words)]
    said = dict(line for line in book["About this file"].iter_rows(min_row=2, values_only=True))
    assert said["digest of the snapshot (SHA-256)"] == "d" * 64
    assert book.properties.title == "How Barking and Dagenham takes part"
    assert book.properties.created == datetime(2026, 4, 10, 23)  # noqa: DTZ001 - a spreadsheet's days have no zone


def test_json_holds_the_same_figures() -> None:
    cells = [row(), row(Shown.FEW, None), row(Shown.HIDDEN, None)]
    told = json.loads(b"".join(as_json.write(taken(cells))))
    assert list(told) == ["about", "measures", "figures"]
    assert told["about"]["digest"] == "d" * 64
    assert told["measures"]["people"]["definitions"][0]["number"] == 1
    assert told["measures"]["people"]["threshold"] == 5
    assert [(each["value"], each["shown"], each["note"]) for each in told["figures"]] == [
        (25, "shown", ""), (None, "few", "fewer than 5"), (None, "hidden", "not shown"),
    ]  # fmt: skip


@pytest.mark.parametrize("write", [as_csv.write, as_json.write])
def test_the_same_bytes_each_time(write) -> None:  # type: ignore[no-untyped-def]
    cells = [row(), row(Shown.FEW, None)]
    assert b"".join(write(taken(cells))) == b"".join(write(taken(cells)))


@pytest.mark.parametrize("write", [as_csv.write, as_json.write, as_xlsx.write])
def test_a_file_without_figures_is_whole(write) -> None:  # type: ignore[no-untyped-def]
    assert b"".join(write(taken([])))


@pytest.mark.parametrize("write", [as_csv.write, as_json.write])
def test_rows_are_read_only_when_they_are_written(write) -> None:  # type: ignore[no-untyped-def]
    """A reader who takes the first piece has made nobody read the last one."""
    read = []

    def cells():  # type: ignore[no-untyped-def]
        for number in range(5_000):
            read.append(number)
            yield row(value=number * 5)

    file = write(Taken(taken([]).about, (), taken([]).names, cells()))
    next(file)
    assert read == []
    next(file)
    assert len(read) == 500
    for _piece in file:
        assert len(read) % 500 == 0
    assert len(read) == 5_000


def test_pieces() -> None:
    assert list(pieces(range(5), 2)) == [[0, 1], [2, 3], [4]]


def test_every_measure_can_be_told() -> None:
    file = b"".join(as_json.write(Taken(taken([]).about, MEASURES, taken([]).names, [])))
    assert set(json.loads(file)["measures"]) == set(BY_KEY)
