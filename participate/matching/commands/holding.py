"""flask --app wsgi matching hold: a process like one that serves, whose memory the bench wants to know. It loads no
more than a web process does.
"""

import json
from pathlib import Path

import click
import numpy as np

from participate.core.memory import memory_now, peak_mb
from participate.matching.bench import MADE_BY
from participate.matching.bench import corpus as corpora
from participate.matching.index import shelf, stored
from participate.matching.ranking.suggest import suggest
from participate.matching.text.analyser import Analyser

TEXTS, QUESTIONS = 1_000, 100


@click.command(hidden=True)
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
def hold(folder: Path) -> None:
    """Map the snapshot in FOLDER, ask it, and print this process's memory."""
    found = stored.load(folder, MADE_BY)
    snapshot = shelf.picked_up(found.arrays, found.facts, Analyser()).snapshot
    texts = corpora.make(TEXTS)
    for number in np.random.default_rng(8).integers(0, TEXTS, QUESTIONS).tolist():
        suggest(snapshot, texts.question(number, False), 10)
    held = round(sum(array.nbytes for array in found.arrays.values()) / 1e6)
    click.echo(json.dumps({"worker_peak_mb": peak_mb(), "snapshot_mb": held} | memory_now()))
