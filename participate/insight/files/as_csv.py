"""CSV: lines that start with #, which say what it is; then a plain table (RFC 4180).

UTF-8 without the mark at its beginning: programs that skip lines with # would not know the first one. For spreadsheet
programs, which would need the mark, there is the spreadsheet.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from participate.insight.files.columns import HEADS, definitions_of, lines_about
from participate.insight.files.rows import Taken, cells_of, pieces
from participate.stories.rules import safe_cell

MIMETYPE = "text/csv"


def write(taken: Taken) -> Iterator[bytes]:
    """The file, in pieces."""
    yield _lines([*_above(taken), HEADS])
    for piece in pieces(taken.rows):
        yield _lines([_safe(cells_of(row, taken.names)) for row in piece])


def _above(taken: Taken) -> Iterator[Sequence[object]]:
    """Two cells a line, so that no comma in a name makes a third. A line break would end the comment."""
    for name, words in lines_about(taken.about):
        yield f"# {name}", _one_line(words)
    for measure in taken.measures:
        for number, since, words in definitions_of(measure):
            yield f"# definition {number} of {measure.key} (from {since})", _one_line(words)


def _one_line(words: str) -> str:
    return safe_cell(" ".join(words.split()))


def _safe(cells: Sequence[str | int | None]) -> list[str | int | None]:
    return [safe_cell(cell) if isinstance(cell, str) else cell for cell in cells]


def _lines(rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()
