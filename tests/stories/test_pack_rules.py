"""What leaves the house: safe cells, bands, names of files."""

import csv
import io

import pytest

from participate.stories.rules import PackTooLarge, band_of, check_size, csv_of, file_name, safe_cell
from participate.stories.words import Band


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "\n=", "\n\n +"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert safe_cell(start + "cmd|' /C calc'!A1") == "'" + start + "cmd|' /C calc'!A1"


@pytest.mark.parametrize("words", ["", "Bread", "a=b", "12", "ten-ish", "’", "روٹی", "🍞"])
def test_plain_cells_stay_as_they_are(words: str) -> None:
    assert safe_cell(words) == words


def test_what_is_no_word() -> None:
    assert (safe_cell(None), safe_cell(12), safe_cell(-3)) == ("", "12", "'-3")


def test_a_table_can_be_read_again() -> None:
    text = csv_of(("Name", "Words"), [("=1+1", 'He said "no", \nthen yes'), ("روٹی", "")])
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows == [["Name", "Words"], ["'=1+1", 'He said "no", \nthen yes'], ["روٹی", ""]]


@pytest.mark.parametrize(
    ("heads", "band"),
    [(0, None), (-1, None), (1, Band.FEW), (4, Band.FEW), (5, Band.FIVE), (9, Band.FIVE), (10, Band.TEN),
     (19, Band.TEN), (20, Band.TWENTY), (49, Band.TWENTY), (50, Band.FIFTY), (1_000, Band.FIFTY)],
)  # fmt: skip
def test_bands(heads: int, band: Band | None) -> None:
    assert band_of(heads) is band


@pytest.mark.parametrize(
    ("name", "file"),
    [("Mend Club", "mend-club-pack.zip"), ("روٹی", "project-pack.zip"), ('a"b\r\nX: y', "a-b-x-y-pack.zip"),
     ("x" * 200, "x" * 60 + "-pack.zip")],
)  # fmt: skip
def test_the_file_has_a_plain_name(name: str, file: str) -> None:
    assert file_name(name) == file


def test_it_is_bounded() -> None:
    check_size([1024, 5 * 1024 * 1024 - 1024])
    with pytest.raises(PackTooLarge):
        check_size([1025, 5 * 1024 * 1024 - 1024])
