"""The bench in small: every method answers, ours finds the same ten as brute force, and the figures have their form."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from participate.matching.bench import corpus as corpora
from participate.matching.bench import measure
from participate.matching.bench.methods import Cosine, Ours
from participate.matching.commands import measuring
from participate.matching.index.fit import fit
from participate.matching.ranking.pairs import most_alike
from participate.matching.text.analyser import Analyser

METHODS = ["ours", "ours nearby", "cosine_similarity", "fts5", "bm25s"]
SIZE = 6_000  # more than are looked at one by one


@pytest.fixture(scope="module")
def both() -> tuple[Ours, Cosine]:
    corpus = corpora.make(SIZE)
    return Ours(corpus), Cosine(corpus)


def test_ours_finds_the_same_ten_as_brute_force(both: tuple[Ours, Cosine]) -> None:
    ours, cosine = both
    for number in range(0, SIZE, 300):
        cosine.prepare(number, ours.weights(number))
        assert measure._same(ours, cosine, number)


def test_the_comparison_notices_a_wrong_one(both: tuple[Ours, Cosine], monkeypatch: pytest.MonkeyPatch) -> None:
    ours, cosine = both
    cosine.prepare(7, ours.weights(7))
    found = ours.ranked(7)
    monkeypatch.setattr(ours, "ranked", lambda _number: [*found[1:], (5, found[-1][1])])
    assert not measure._same(ours, cosine, 7)


def test_what_is_added_is_found_and_can_be_taken_out(both: tuple[Ours, Cosine]) -> None:
    ours, _cosine = both
    before = ours.ranked(11)
    assert ours.add(11) >= 0
    assert SIZE in [number for number, _score in ours.ranked(11)]
    ours.forget()
    assert ours.ranked(11) == before


def test_a_corpus_is_the_same_for_the_same_seed_and_long_enough() -> None:
    one, other = corpora.make(500), corpora.make(500)
    assert list(one.documents()) == list(other.documents())
    lengths = np.diff(one.starts)
    assert 23 < lengths.mean() < 27
    assert len(set(one.wards.tolist())) > 250


def test_all_pairs_are_those_of_brute_force() -> None:
    index = fit(corpora.make(300).documents(), Analyser())
    segment = index.snapshot.segments[0]
    for row, found, scores in most_alike(index.snapshot, 10):
        if row % 50 == 0:
            assert row not in found
            assert len(found) == 10
            assert (np.diff(scores) <= 0).all()
    assert row == len(segment) - 1


def test_the_command_prints_a_row_a_method(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure, "QUESTIONS", 20)
    monkeypatch.setattr(measure, "COMPARED", 5)
    monkeypatch.setattr(measuring, "_worker", lambda *_: {"worker_mb": 1})
    ran = CliRunner().invoke(measuring.bench, ["--documents", "1000", "--json"])
    told = json.loads(ran.stdout.splitlines()[-1])
    assert [row["method"] for row in told["rows"]] == METHODS
    assert told["same_top10"] is True
    assert {"documents", "method", "build_s", "index_mb", "p50_ms", "p99_ms", "add_ms"} <= told["rows"][0].keys()


def test_a_web_process_loads_nothing_that_only_learning_or_measuring_needs() -> None:
    """A quarter of its memory would be these."""
    held = (
        "import sys, participate.app; print(*({'sklearn', 'bm25s', 'scipy.optimize', 'scipy.stats'} & {*sys.modules}))"
    )
    root = Path(__file__).resolve().parents[2]
    ran = subprocess.run([sys.executable, "-c", held], cwd=root, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""
