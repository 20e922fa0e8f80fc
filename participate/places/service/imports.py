"""Taking files into the places: wards, boundaries, figures, postcodes. Again, they change nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from participate.audit.service import record
from participate.core.db import db
from participate.places import queries
from participate.places.data.wards import OLD_WARDS, source_of
from participate.places.files.layout import Layout, Rows, read
from participate.places.files.postcodes import Postcodes
from participate.places.files.report import BadFile, Report, each
from participate.places.files.wards import BoundaryRow, FigureRow, WardRow, boundary_row, figure_row, ward_row
from participate.places.models import Ward, WardFigure
from participate.places.postcode_table import save, table
from participate.places.service.borough import add_ward, ensure_borough

# The order in which layouts are taken, whatever the order given: wards before anything about them.
ORDER = (Layout.WARDS, Layout.BOUNDARIES, Layout.FIGURES, Layout.POSTCODES, Layout.DEAD_POSTCODES)


@dataclass
class Imported:
    """What became of one file: its layout and rows, or why the whole of it was refused."""

    file: Path
    layout: Layout | None = None
    report: Report = field(default_factory=Report)
    refused: str = ""

    @property
    def good(self) -> bool:
        """Whether anything in it could be used."""
        return bool(self.report.taken or self.report.unchanged)


def import_files(files: Iterable[Path], data_folder: Path) -> list[Imported]:
    """Take `files`, each known by its content.

    Postcodes go into the table in `data_folder`, the rest into the database. A file or a row that cannot be
    used is told in the result and left out. Flushes; the caller commits.
    """
    ensure_borough()
    done, readable = [], []
    for file in files:
        taken = Imported(file)
        done.append(taken)
        try:
            taken.layout, rows = read(file)
            readable.append((ORDER.index(taken.layout), taken, rows))
        except BadFile as bad:
            taken.refused = str(bad)
    readable.sort(key=lambda one: one[0])
    code = queries.get_borough().code
    for _order, taken, rows in readable:
        if taken.layout in _TAKERS:
            _TAKERS[taken.layout](rows, code, taken.report)
    _take_postcodes([(taken, rows) for _order, taken, rows in readable], code, data_folder)
    return done


def _take_wards(rows: Rows, borough_code: str, report: Report) -> None:
    for row in each(rows, lambda row: ward_row(row, borough_code), lambda ward: ward.code, report).values():
        report.count(_keep_ward(row)[1])


def _take_boundaries(rows: Rows, borough_code: str, report: Report) -> None:
    known = queries.ward_ids_by_code()
    found = each(rows, lambda row: boundary_row(row, borough_code, known), lambda row: row.ward.code, report)
    for row in found.values():
        report.count(_keep_boundary(row))


def _take_figures(rows: Rows, _borough_code: str, report: Report) -> None:
    wards = queries.ward_ids_by_code()
    places = {str(row.get("ward25_code")).strip(): where for where, row in reversed(rows)}
    for row in each(rows, figure_row, lambda row: row.code, report).values():
        if row.code in wards:
            report.count(_keep_figures(wards[row.code], row))
        else:
            report.refuse(places[row.code], f"{row.code} is not a ward of this borough")


_TAKERS = {
    Layout.WARDS: _take_wards,
    Layout.BOUNDARIES: _take_boundaries,
    Layout.FIGURES: _take_figures,
}


def _keep_ward(row: WardRow) -> tuple[Ward, bool]:
    """The ward of a row, and whether the row changed anything. Its middle stays where it first was."""
    ward = queries.find_ward_by_code(row.code)
    if ward is None:
        borough = queries.get_borough()
        return add_ward(borough.id, row.code, row.name, row.lat, row.lon), True
    if row.code in OLD_WARDS or ward.name == row.name:
        return ward, False
    ward.name = row.name
    record(None, "changed", "ward", ward.id)
    return ward, True


def _keep_boundary(row: BoundaryRow) -> bool:
    """Keep a boundary; that of an older ward is known to have become another ward, and changes nothing."""
    ward, changed = _keep_ward(row.ward)
    if row.ward.code != ward.code or ward.boundary == row.boundary:
        return changed
    ward.boundary = row.boundary
    db.session.flush()
    record(None, "changed", "ward", ward.id)
    return True


def _keep_figures(ward_id: int, row: FigureRow) -> bool:
    kept = {
        figure.measure: figure for figure in db.session.scalars(select(WardFigure).where(WardFigure.ward_id == ward_id))
    }
    changed = False
    for measure, value in row.figures.items():
        figure, source = kept.get(measure), source_of(measure)
        if figure is None:
            db.session.add(WardFigure(ward_id=ward_id, measure=measure, value=value, source=source))
        elif (figure.value, figure.source) == (value, source):
            continue
        else:
            figure.value, figure.source = value, source
        changed = True
    if changed:
        db.session.flush()
        record(None, "changed", "ward", ward_id)
    return changed


def _take_postcodes(files: list[tuple[Imported, Rows]], borough_code: str, data_folder: Path) -> None:
    """Put all postcode files of this run into the table at once, so that their order does not matter."""
    gathered = Postcodes(borough_code, {ward.code for ward in queries.list_wards()})
    given: list[tuple[Report, list[str]]] = []
    for taken, rows in files:
        if taken.layout is Layout.POSTCODES:
            given.append((taken.report, gathered.add_live(rows, taken.report)))
        elif taken.layout is Layout.DEAD_POSTCODES:
            given.append((taken.report, gathered.add_dead(rows, taken.report)))
    if not given:
        return
    known = table(data_folder).entries()
    entries = gathered.entries(known)
    for report, postcodes in given:
        for postcode in postcodes:
            report.count(entries[postcode] != known.get(postcode))
    if entries != known:
        save(entries, data_folder)
        record(None, "imported", "borough", queries.get_borough().id)
