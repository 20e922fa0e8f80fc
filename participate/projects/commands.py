"""flask --app wsgi projects …"""

import sys
from itertools import islice
from pathlib import Path

import click
from flask.cli import AppGroup

from participate.core.db import transaction
from participate.places.files.report import BadFile
from participate.projects import service
from participate.projects.service import BATCH, Told
from participate.projects.table_file import read_table

group = AppGroup("projects", help="Recipes, and projects done elsewhere.")


@group.command("recipes")
def recipes() -> None:
    """Plant the recipes that come with the house. The second time changes nothing."""
    with transaction():
        planted = service.plant_recipes()
    click.echo(f"{planted.new} recipes new, {planted.changed} changed, {planted.unchanged} unchanged.")


@group.command("import")
@click.argument("file", type=click.Path(path_type=Path))
def import_file(file: Path) -> None:
    """Take the projects done elsewhere in FILE (CSV with id, source, title and text). Again, it changes nothing.

    Every row that is refused is told with its line and the reason.
    """
    told = Told()
    try:
        rows = read_table(file)
        while batch := list(islice(rows, BATCH)):
            with transaction():
                service.take_batch(batch, told)
    except BadFile as bad:
        _tell(file.name, told)
        raise click.ClickException(f"{file.name}: {bad}.") from bad
    _tell(file.name, told)
    if not told.good:
        sys.exit(1)


def _tell(name: str, told: Told) -> None:
    for line in told.refused:
        click.echo(f"{name}, {line}.", err=True)
    click.echo(
        f"{name}: {told.new} taken, {told.changed} changed, {told.unchanged} unchanged, {len(told.refused)} refused."
    )
    click.echo(
        f"Places: {told.with_ward} with a ward ({told.here} of them in this borough), {told.with_town} with a town "
        f"only, {told.placeless} without a place."
    )
