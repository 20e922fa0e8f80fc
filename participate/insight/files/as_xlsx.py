"""A spreadsheet: the figures as one long sheet to filter and pivot, how we count, and what the file is.

It is written row by row into a file on disk (openpyxl's write-only mode) and given away from there, so a large one
needs no more memory than a small one.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC
from tempfile import SpooledTemporaryFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from participate.insight.files.columns import COLUMNS, HEADS, definitions_of, lines_about
from participate.insight.files.rows import Taken, cells_of
from participate.insight.measures import Measure

MIMETYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
IN_MEMORY, A_PIECE = 256 * 1024, 64 * 1024  # bytes
FIGURES, HOW, ABOUT = "Figures", "How we count", "About this file"
HOW_HEADS = ("measure", "name", "unit", "definition", "from", "words", "what counts", "to keep in mind", "fewer than")
HOW_WIDTHS = (20, 34, 13, 11, 12, 70, 50, 70, 11)
_BOLD, _WRAPPED = Font(bold=True), Alignment(wrap_text=True, vertical="top")


def write(taken: Taken) -> Iterator[bytes]:
    """The file, in pieces."""
    book = Workbook(write_only=True)
    _describe(book, taken)
    _figures(book, taken)
    _how(book, taken.measures)
    _about(book, taken)
    with SpooledTemporaryFile(max_size=IN_MEMORY) as file:
        book.save(file)
        file.seek(0)
        while piece := file.read(A_PIECE):
            yield piece


def _describe(book: Workbook, taken: Taken) -> None:
    """Title, keywords and day, as a file manager shows them."""
    about = taken.about
    made = about.made_at.astimezone(UTC).replace(tzinfo=None)
    book.properties.title, book.properties.creator = _clean(about.title), _clean(f"Participate, {about.borough}")
    book.properties.description = f"Snapshot {about.month}, digest {about.digest}. {_clean(about.licence.name)}"
    book.properties.created = book.properties.modified = made


def _figures(book: Workbook, taken: Taken) -> None:
    sheet = _sheet(book, FIGURES, HEADS, [column.width for column in COLUMNS])
    last = 1
    for last, row in enumerate(taken.rows, 2):  # noqa: B007 - the number of the last line
        sheet.append(_line(sheet, cells_of(row, taken.names)))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(HEADS))}{last}"


def _how(book: Workbook, measures: Sequence[Measure]) -> None:
    sheet = _sheet(book, HOW, HOW_HEADS, HOW_WIDTHS)
    for measure in measures:
        for number, since, words in definitions_of(measure):
            caveats = " ".join(measure.caveats)
            cells = (measure.key, measure.name, measure.unit.label, number, since, words, measure.source, caveats)
            sheet.append(_line(sheet, (*cells, measure.threshold), wrapped=True))


def _about(book: Workbook, taken: Taken) -> None:
    sheet = _sheet(book, ABOUT, ("what", "in words"), (34, 110))
    for name, words in lines_about(taken.about):
        sheet.append(_line(sheet, (name, words), wrapped=True))


def _sheet(book: Workbook, name: str, heads: Sequence[str], widths: Sequence[int]) -> WriteOnlyWorksheet:
    """A sheet whose first row stays in sight."""
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    cells = _line(sheet, heads)
    for cell in cells:
        cell.font = _BOLD
    sheet.append(cells)
    return sheet


def _line(sheet: WriteOnlyWorksheet, values: Sequence[str | int | None], *, wrapped: bool = False) -> list[Cell]:
    return [_cell(sheet, value, wrapped=wrapped) for value in values]


def _cell(sheet: WriteOnlyWorksheet, value: str | int | None, *, wrapped: bool) -> Cell:
    """A number as a number; words as words, also where they begin like a formula."""
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value=value)
    cell = WriteOnlyCell(sheet, value=_clean(value) or None)
    if cell.value is not None:
        cell.data_type = "s"
    if wrapped:
        cell.alignment = _WRAPPED
    return cell


def _clean(words: str) -> str:
    """Without the characters that no spreadsheet can hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", words)
