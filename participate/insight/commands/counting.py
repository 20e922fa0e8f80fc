"""flask --app wsgi insight snapshot, and insight explain."""

import time

import click

from participate.core.db import transaction
from participate.core.errors import RuleBroken
from participate.core.memory import peak_mb
from participate.insight.explaining import explain
from participate.insight.models import Snapshot
from participate.insight.periods import read
from participate.insight.snapshots import make_due, make_snapshot


@click.command("snapshot")
@click.option("--month", metavar="MONTH", help="Only this one, like 2026-09. Without it: all that are missing.")
def make_snapshots(month: str | None) -> None:
    """Count what has closed, and publish what may be told of it."""
    began, nothing = time.monotonic(), True
    try:
        for snapshot in [_one(month)] if month else make_due():
            nothing = False
            took, began = time.monotonic() - began, time.monotonic()
            click.echo(f"{snapshot.month:%Y-%m}: made in {took:.1f} s, {peak_mb()} MB at most, {snapshot.digest}")
    except RuleBroken as error:
        raise click.ClickException(error.message) from error
    if nothing:
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


def _one(month: str) -> Snapshot:
    with transaction():
        return make_snapshot(read(month))
