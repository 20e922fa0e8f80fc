"""Commands of the demo."""

import time
from collections import Counter

import click
from flask import current_app

from participate.core import migrate
from participate.core.commands import Group
from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.demo import rules, service
from participate.demo.queries import list_sign_ins

group = Group("demo", help="A made-up neighbourhood to try things out in.")


@group.command("seed")
@click.option("--residents", type=int, default=rules.DEFAULT_RESIDENTS, show_default=True)
@click.option("--projects", type=int, default=None, help="Default: fitting the residents (600 have 120).")
@click.option("--years", type=int, default=rules.DEFAULT_YEARS, show_default=True, help="Of history.")
@click.option("--seed", "number", type=int, default=1, show_default=True, help="The same number, the same place.")
def seed(residents: int, projects: int | None, years: int, number: int) -> None:
    """Make the neighbourhood, and the tables where there are none."""
    started = time.monotonic()
    current_app.extensions["settings"].data.mkdir(parents=True, exist_ok=True)
    migrate.bring_up(db.engine)
    try:
        made = service.seed(residents, number, projects, years)
    except RuleBroken as error:
        raise click.ClickException(error.message % error.facts) from None
    made["photo"] = service.hang()
    _tell(made, "made", started)
    for sign_in in list_sign_ins():
        click.echo(f"  {sign_in.email:<28} {sign_in.what}")


@group.command("clear")
def clear() -> None:
    """Take the neighbourhood away again, and nothing else."""
    started = time.monotonic()
    try:
        gone = service.clear()
    except RuleBroken as error:
        raise click.ClickException(error.message % error.facts) from None
    _tell(gone, "removed", started)


def _tell(rows: Counter[str], done: str, started: float) -> None:
    for table, count in rows.items():
        if count:
            click.echo(f"  {count:>9,} {table}")
    click.echo(f"{rows.total():,} rows {done} in {time.monotonic() - started:.1f} s.")
