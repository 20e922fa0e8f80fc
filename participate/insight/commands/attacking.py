"""flask --app wsgi insight attack: no database, no demo data."""

import json
import time

import click

from participate.insight.attack.trial import Outcome, boroughs, summary


@click.command("attack")
@click.option("--boroughs", "many", type=click.IntRange(1), default=25, show_default=True, help="How many to make up.")
@click.option("--processes", type=click.IntRange(1), default=2, show_default=True, help="So many at a time.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def attack(many: int, processes: int, as_json: bool) -> None:
    """Try to find small figures in what is published: made-up boroughs, a year of snapshots each."""
    begun = time.monotonic()
    outcomes: list[Outcome] = []
    for seed, outcome in boroughs(many, processes):
        outcomes.append(outcome)
        if outcome.proper.pinned or outcome.proper.wrong:
            click.echo(f"borough {seed}: {outcome.proper}", err=True)
        if len(outcomes) % 50 == 0:
            click.echo(f"{len(outcomes)} of {many}", err=True)
    found = {**summary(outcomes), "seconds": round(time.monotonic() - begun, 1)}
    if as_json:
        click.echo(json.dumps(found))
    else:
        for name, value in found.items():
            click.echo(f"{name.replace('_', ' ')}: {value}")
    if found["pinned"] or found["wrong"]:
        raise SystemExit(1)
