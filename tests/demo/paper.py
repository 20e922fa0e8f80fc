"""A neighbourhood on paper: the same making, its rows kept in lists instead of a database."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from participate.core import clock
from participate.demo.content import reading
from participate.demo.making.book import Book
from participate.demo.making.ground import Ground, WardGround
from participate.demo.making.whole import make
from participate.demo.rules import sizes_of
from participate.demo.tables import TABLES
from participate.places.postcode_table import table

Rows = dict[str, list[dict[str, Any]]]


def neighbourhood(
    at: datetime, residents: int = 600, seed: int = 1, projects: int | None = None, years: int = 0
) -> Rows:
    """The rows by table of a neighbourhood made at the moment `at`."""
    rows: Rows = defaultdict(list)
    book = Book(dict.fromkeys(TABLES, 1), lambda name, batch: rows[name].extend(batch))
    with clock.stop_at(at):
        make(Ground(book, seed, at, sizes_of(residents, projects), _wards(), _recipes(), years, (1, 2, 3)))
    return rows


def ward_names() -> dict[int, str]:
    """Ward id on paper → code."""
    return {number: ward.code for number, ward in enumerate(reading.wards(), 1)}


def _wards() -> list[WardGround]:
    squares: dict[str, list[int]] = defaultdict(list)
    for _postcode, entry in sorted(table().entries().items()):
        if entry.ward_code and entry.square is not None:
            squares[entry.ward_code].append(entry.square)
    return [
        WardGround(number, ward.code, ward.weight, tuple(squares[ward.code]), ward.streets, ward.greens)
        for number, ward in enumerate(reading.wards(), 1)
    ]


def _recipes() -> dict[str, int]:
    return {slug: number for number, slug in enumerate(sorted({v.recipe for v in reading.variants()}), 1)}
