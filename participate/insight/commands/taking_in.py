"""flask --app wsgi insight outside …, insight framework …"""

import csv
import re
from collections.abc import Sequence
from pathlib import Path

import click

from participate.core.db import transaction
from participate.insight.frameworks import Written, plant
from participate.insight.outside_file import UnknownLayout, read
from participate.insight.queries.goals import MOST_GOALS
from participate.insight.service.outside import take
from participate.places.queries import find_borough

MOST_SHOWN = 20
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{1,19}", re.ASCII)
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("outside")
@click.argument("file", type=_FILE)
def outside(file: Path) -> None:
    """Take in figures that somebody else counted (CSV), with their own definition. The same file again: no change."""
    with transaction():
        borough = find_borough()
        if borough is None:
            raise click.ClickException("There is no borough yet: flask --app wsgi places start")
        try:
            report = read(file.read_text("utf-8-sig").splitlines(), borough.code)
        except (UnknownLayout, UnicodeDecodeError):
            raise click.ClickException(f"{file.name}: no layout of figures that we know") from None
        for series in report.series:
            changed, unchanged = take(series)
            click.echo(f"{series.name}: {changed} changed, {unchanged} unchanged.")
    for line in report.refused[:MOST_SHOWN]:
        click.echo(f"{file.name}, {line}.", err=True)
    click.echo(f"{len(report.refused)} lines refused, {report.elsewhere} of other councils left out.")


@click.command("framework")
@click.argument("key")
@click.argument("name")
@click.argument("source")
@click.argument("file", type=_FILE)
def framework(key: str, name: str, source: str, file: Path) -> None:
    """Take in a framework of goals: a CSV with the column "goal", one line a goal, in their order."""
    try:
        rows = list(csv.DictReader(file.read_text("utf-8-sig").splitlines(), restval=""))
    except UnicodeDecodeError:
        raise click.ClickException(f"{file.name}: not a text file in UTF-8") from None
    goals = [row["goal"].strip() for row in rows if row.get("goal", "").strip()]
    if not goals:
        raise click.ClickException(f'{file.name}: no column "goal" with words in it')
    _check(key, name, source, goals)
    with transaction():
        made = plant(Written(key, name, source, tuple(goals)))
    click.echo(f"{made} rows made.")


def _check(key: str, name: str, source: str, goals: Sequence[str]) -> None:
    """Raises ClickException for what the tables cannot hold."""
    if not _KEY.fullmatch(key):
        raise click.ClickException("The key is 2 to 20 small letters, digits and hyphens, like purpose")
    for what, words, longest in (("name", name, 120), ("source", source, 200), *(("goal", one, 160) for one in goals)):
        if not words.strip() or len(words) > longest or not words.isprintable():
            raise click.ClickException(f"A {what} is one line of at most {longest} letters: {words[:40]}")
    if len(goals) > MOST_GOALS:
        raise click.ClickException(f"At most {MOST_GOALS} goals")
