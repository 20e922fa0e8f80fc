"""What leaves the house in a hand-over pack: safe cells, bands instead of numbers, names of files. Pure."""

import csv
import io
from collections.abc import Iterable, Sequence

from participate.core.errors import RuleBroken
from participate.core.text import slug_of
from participate.core.words import mark
from participate.stories.words import Band

LARGEST_PACK = 5 * 1024 * 1024  # bytes, unpacked
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BANDS = ((50, Band.FIFTY), (20, Band.TWENTY), (10, Band.TEN), (5, Band.FIVE))


class PackTooLarge(RuleBroken):
    message = mark("There is too much in this project for one file. Ask the hub: we pack it by hand.")


def safe_cell(value: object) -> str:
    """A cell that no table program takes for a formula: a sign before what begins like one."""
    words = "" if value is None else str(value)
    return f"'{words}" if words.lstrip(" \n").startswith(_STARTS_FORMULA) else words


def csv_of(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV that spreadsheets open as it is: every cell safe, and the mark of UTF-8 at its beginning."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(heads)
    table.writerows([safe_cell(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def band_of(heads: int) -> Band | None:
    """About how many came; None where nobody was counted."""
    if heads <= 0:
        return None
    return next((band for least, band in _BANDS if heads >= least), Band.FEW)


def check_size(sizes: Iterable[int]) -> None:
    """Raises PackTooLarge."""
    if sum(sizes) > LARGEST_PACK:
        raise PackTooLarge


def file_name(project_name: str) -> str:
    """ "mend-club-pack.zip"."""
    return f"{slug_of(project_name)[:60].strip('-') or 'project'}-pack.zip"
