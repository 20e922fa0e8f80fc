"""flask --app wsgi places …"""

import sys
from pathlib import Path

import click
from flask import current_app

from participate.core.commands import Group
from participate.core.config import Settings
from participate.core.db import transaction
from participate.places import service
from participate.places.files.packing import pack_folder
from participate.places.files.report import BadFile
from participate.places.postcode_table import SHIPPED
from participate.places.service import Imported

group = Group("places", help="The borough, its wards and postcodes.")
MOST_SHOWN = 20


@group.command("start")
def start() -> None:
    """Make the borough and its wards from the built-in facts. The second time changes nothing."""
    with transaction():
        made = service.ensure_borough()
    click.echo(f"{made} rows made.")


@group.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def import_files(files: tuple[Path, ...]) -> None:
    """Take ward boundaries (GeoJSON), lists of wards, ward figures and postcodes (CSV).

    Each is known by its content. The same files again change nothing.
    """
    settings: Settings = current_app.extensions["settings"]
    with transaction():
        done = service.import_files(files, settings.data)
    for imported in done:
        _tell(imported)
    reports = [imported.report for imported in done]
    refused = sum(len(report.refused) for report in reports)
    click.echo(
        f"In all: {sum(report.taken for report in reports)} changed, "
        f"{sum(report.unchanged for report in reports)} unchanged, {refused} rows refused, "
        f"{sum(bool(imported.refused) for imported in done)} files refused."
    )
    if not any(imported.good for imported in done):
        sys.exit(1)


def _tell(imported: Imported) -> None:
    name, report = imported.file.name, imported.report
    if imported.refused:
        click.echo(f"{name}: not taken, {imported.refused}.", err=True)
        return
    for line in report.refused[:MOST_SHOWN]:
        click.echo(f"{name}, {line}.", err=True)
    if len(report.refused) > MOST_SHOWN:
        click.echo(f"{name}: and {len(report.refused) - MOST_SHOWN} more rows like these.", err=True)
    elsewhere = f", {report.elsewhere} of other boroughs left out" if report.elsewhere else ""
    click.echo(
        f"{name}: {imported.layout}, {report.taken} changed, {report.unchanged} unchanged, "
        f"{len(report.refused)} refused{elsewhere}."
    )


@group.command("pack")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--to", "target", type=click.Path(path_type=Path, dir_okay=False), default=SHIPPED, show_default=True)
def pack(folder: Path, target: Path) -> None:
    """Make the shipped postcode table again from the postcode files in FOLDER."""
    try:
        text, report = pack_folder(folder)
    except BadFile as bad:
        raise click.ClickException(f"{folder}: {bad}") from bad
    for line in report.refused:
        click.echo(line, err=True)
    target.write_text(text, "ascii")
    click.echo(f"{report.taken} postcodes packed, {len(report.refused)} refused.")
