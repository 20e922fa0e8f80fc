"""flask --app wsgi matching bench: how fast the matcher is, beside other methods, in one run."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from participate.core.memory import peak_mb
from participate.matching.bench import MADE_BY
from participate.matching.bench.measure import Row, Run
from participate.matching.index import shelf, stored
from participate.matching.index.live import Index

SIZES = (10_000, 100_000)
FEWEST = 1_000


@click.command()
@click.option("--documents", type=click.IntRange(FEWEST), multiple=True, help="How many postings; may be repeated.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
def bench(documents: tuple[int, ...], as_json: bool) -> None:
    """Build a made-up borough and ask it, ours beside cosine_similarity, SQLite's FTS5 and bm25s.

    Without --documents 10,000 and 100,000 postings. Needs no database.
    """
    told: list[Row] = []
    pairs: list[dict[str, float]] = []
    workers: list[dict[str, float]] = []
    same = True
    for size in documents or SIZES:
        run = Run(size)
        for row in run.rows():
            told.append(row)
            if not as_json:
                click.echo(_line(row, told))
        same = same and run.same_top10
        if run.all_pairs_s is not None:
            pairs.append({"documents": size, "seconds": run.all_pairs_s})
        if run.ours is not None:
            workers.append({"documents": size, "build_peak_mb": run.peak_mb} | _worker(run.ours.index))
        if not as_json:
            click.echo(f"  same ten as brute force: {'yes' if run.same_top10 else 'NO'}; "
                       f"all pairs: {run.all_pairs_s or '–'} s; {workers[-1]}")  # fmt: skip
    if as_json:
        click.echo(json.dumps({"rows": [row.told() for row in told], "same_top10": same, "all_pairs": pairs,
                               "memory": workers, "peak_mb": peak_mb()}))  # fmt: skip


def _line(row: Row, told: list[Row]) -> str:
    """A line of the table, with how many times slower than ours it is."""
    ours = next(each for each in told if each.documents == row.documents and each.method == "ours")
    add = "   –   " if row.add_ms is None else f"{row.add_ms:7.2f}"
    return (
        f"{row.documents:>9,} {row.method:<18} build {row.build_s:7.1f} s {row.index_mb:7.1f} MB"
        f"   p50 {row.p50_ms:8.2f}  p99 {row.p99_ms:8.2f}  add {add} ms   ×{row.p50_ms / ours.p50_ms:.1f}"
    )


def _worker(index: Index) -> dict[str, float]:
    """The memory of a process like one that serves, which maps the snapshot and answers from it."""
    with tempfile.TemporaryDirectory() as folder:
        arrays, facts = shelf.laid_down(index)
        stored.save(Path(folder), MADE_BY, arrays, facts)
        command = [sys.executable, "-m", "flask", "--app", "wsgi", "matching", "hold", folder]
        answered = subprocess.run(command, env=dict(os.environ), stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - our own command
    found: dict[str, float] = json.loads(answered.stdout.splitlines()[-1])
    return found
