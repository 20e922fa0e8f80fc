"""Making the shipped postcode table again from a folder of postcode files."""

from pathlib import Path

from participate.places.data.wards import BOROUGH_CODE, WARDS
from participate.places.files.layout import Layout, read
from participate.places.files.postcodes import Postcodes
from participate.places.files.report import BadFile, Report
from participate.places.postcode_table import pack


def pack_folder(folder: Path) -> tuple[str, Report]:
    """The text of the table packed from the CSV files in `folder`, and what became of their rows.

    Raises BadFile.
    """
    gathered, report = Postcodes(BOROUGH_CODE, {ward.code for ward in WARDS}), Report()
    for file in sorted(folder.glob("*.csv")):
        layout, rows = read(file)
        if layout is Layout.POSTCODES:
            report.taken += len(gathered.add_live(rows, report))
        elif layout is Layout.DEAD_POSTCODES:
            report.taken += len(gathered.add_dead(rows, report))
    if not gathered.live:
        raise BadFile("the folder holds no file of postcodes in use")
    return pack(gathered.entries({})), report
