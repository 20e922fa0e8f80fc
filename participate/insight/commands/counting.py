"""flask --app wsgi insight snapshot, and insight explain."""

import click

from participate.core.db import transaction
from participate.core.errors import RuleBroken
from participate.insight.explaining import explain
from participate.insight.models import Snapshot
from participate.insight.periods import read
from participate.insight.snapshots import make_due, make_snapshot


@click.command("snapshot")
@click.option("--month", metavar="MONTH", help="Only this one, like 2026-09. Without it: all that are missing.")
def make_snapshots(month: str | None) -> None:
    """Count what has closed, and publish what may be told of it."""
    try:
        made = [_one(month)] if month else [_line(snapshot) for snapshot in make_due()]
    except RuleBroken as error:
        raise click.ClickException(error.message) from error
    for line in made:
        click.echo(line)
    if not made:
        click.echo("Nothing is missing.")


@click.command("explain")
@click.argument("measure")
@click.option("--period", required=True, metavar="PERIOD", help="Like 2026-Q3, 2026-07 or 2026.")
def explain_figure(measure: str, period: str) -> None:
    """What a measure means, and on which way it was counted."""
    try:
        for line in explain(measure, read(period)):
            click.echo(line)
    except RuleBroken as error:
        raise click.ClickException(error.message) from error


def _one(month: str) -> str:
    with transaction():
        return _line(make_snapshot(read(month)))


def _line(snapshot: Snapshot) -> str:
    return f"{snapshot.month:%Y-%m}: made, {snapshot.digest}"
