"""flask --app wsgi projects … and flask --app wsgi recipes …"""

import sys
from itertools import islice
from pathlib import Path

import click

from participate.core.commands import Group
from participate.core.db import transaction
from participate.core.errors import NotFound
from participate.places.files.report import BadFile
from participate.projects import service
from participate.projects.service import BATCH, Told
from participate.projects.table_file import read_table

BIGGEST = 5_000_000  # letters of a file of recipes

group = Group("projects", help="Recipes, and projects done elsewhere.")
recipes_group = Group("recipes", help="Recipes go out as a file, and come in from another borough's.")


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


@recipes_group.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("slugs", nargs=-1)
def export_file(file: Path, slugs: tuple[str, ...]) -> None:
    """Write the recipes named by SLUGS, and those they grew from, into FILE; all of them where none is named."""
    try:
        file.write_text(service.export_recipes(slugs), "utf-8")
    except NotFound:
        raise click.ClickException("one of these recipes is not here.") from None
    except OSError as trouble:
        raise click.ClickException(f"{file.name}: it cannot be written ({trouble.strerror}).") from None
    click.echo(f"{file.name} written.")


@recipes_group.command("import")
@click.argument("file", type=click.Path(path_type=Path))
def import_recipes(file: Path) -> None:
    """Take the recipes in FILE. One that is here already stays as it is; again, it changes nothing."""
    try:
        with transaction():
            taken = service.import_recipes(None, _words_of(file), biggest=BIGGEST)
    except BadFile as bad:
        raise click.ClickException(f"{file.name}: {bad}.") from bad
    for line in taken.refused:
        click.echo(f"{file.name}, {line}.", err=True)
    counts = f"{len(taken.new)} new, {len(taken.changed)} changed, {len(taken.kept)} here already"
    click.echo(f"{file.name}: {counts}, {len(taken.refused)} refused.")
    if taken.refused and not (taken.new or taken.changed or taken.kept):
        sys.exit(1)


def _words_of(file: Path) -> str:
    """What stands in a file. Raises BadFile."""
    try:
        if file.stat().st_size > 4 * BIGGEST:
            raise BadFile(f"the file is larger than {4 * BIGGEST // 1_000_000} MB")
        return file.read_text("utf-8-sig")
    except OSError as trouble:
        raise BadFile(f"the file cannot be read ({trouble.strerror})") from None
    except UnicodeDecodeError:
        raise BadFile("it is not written in UTF-8") from None
