"""flask --app wsgi matching evaluate, evaluate-people and split: no database, no demo data."""

import json
from collections.abc import Callable
from pathlib import Path

import click

from participate.matching.evaluation import evaluate as methods
from participate.matching.evaluation.collection import read_collection
from participate.matching.evaluation.crowd import read_crowd
from participate.matching.evaluation.files import NotReadable
from participate.matching.evaluation.split import SHARE, write_split
from participate.matching.evaluation.table import rounded, table

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
seeded = click.option("--seed", default=0, show_default=True, help="Another number, another choice by chance.")


@click.command("evaluate")
@click.argument("folder", metavar="DIR", type=FOLDER)
@as_json
def evaluate(folder: Path, as_json: bool) -> None:
    """How well texts are found by questions, on an open set in the BEIR layout in DIR."""
    _tell(lambda: methods.evaluate(read_collection(folder)), as_json)


@click.command("evaluate-people")
@click.argument("folder", metavar="DIR", type=FOLDER)
@as_json
@seeded
@click.option("--most", type=click.IntRange(1), help="So many trials only, for a quick look.")
def evaluate_people(folder: Path, as_json: bool, seed: int, most: int | None) -> None:
    """How well people find what they joined, on an open set in the people layout in DIR."""
    _tell(lambda: methods.evaluate_people(read_crowd(folder, seed), most), as_json)


@click.command("split")
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("out", metavar="OUT", type=click.Path(file_okay=False, path_type=Path))
@click.option("--new", "share", type=click.FloatRange(0, 1, min_open=True, max_open=True), help="Hold out new items.")
@click.option("--warm", is_flag=True, help="Hold out one interaction each of half of the people.")
@seeded
def split(folder: Path, out: Path, share: float | None, warm: bool, seed: int) -> None:
    """Make a held-out set in OUT from the people set in DIR: with new items (a fifth, unless --new says), or --warm."""
    if warm and share is not None:
        raise click.UsageError("Choose --new or --warm, not both.")
    try:
        left, held = write_split(folder, out, SHARE if share is None else share, seed, warm)
    except NotReadable as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{out}: {left} interactions are left, {held} are held out.")


def _tell(find: Callable[[], dict[str, dict[str, float]]], as_json: bool) -> None:
    try:
        found = rounded(find())
    except NotReadable as error:
        raise click.ClickException(str(error)) from None
    click.echo(json.dumps(found) if as_json else table(found))
