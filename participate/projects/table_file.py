"""Reading a table of projects from a CSV file, row by row, whatever state it is in."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from participate.places.files.report import BadFile
from participate.projects.rules.elsewhere import NEEDED

BIGGEST = 50_000_000  # bytes
Row = tuple[str, dict[str | None, str | None]]


def read_table(path: Path) -> Iterator[Row]:
    """Each row as (where it stands, its cells by column). Raises BadFile when the file as a whole is no use.

    Bytes that are not UTF-8 come through as lone surrogates, so that their row alone is refused.
    """
    with _opened(path) as file, _long_cells():
        reader: csv.DictReader[str] = csv.DictReader(file)
        try:
            missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
            if missing:
                raise BadFile(f"it has no column {', '.join(missing)}")
            for row in reader:
                yield f"line {reader.line_num}", row
        except csv.Error as trouble:
            raise BadFile(f"the table breaks at line {reader.line_num} ({trouble})") from None


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    try:
        if path.stat().st_size > BIGGEST:
            raise BadFile(f"the file is larger than {BIGGEST // 1_000_000} MB")
        file = path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")
    except OSError as trouble:
        raise BadFile(f"the file cannot be read ({trouble.strerror})") from None
    with file:
        yield file


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let a cell be as long as a file: the row is refused for its length, and the rest of the table still read."""
    before = csv.field_size_limit(BIGGEST)
    try:
        yield
    finally:
        csv.field_size_limit(before)
