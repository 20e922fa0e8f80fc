"""The measuring: every method built and asked in one run, and whether ours finds the same ten as brute force."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

import numpy as np

from participate.core.memory import peak_mb
from participate.matching.bench import corpus as corpora
from participate.matching.bench.corpus import Corpus
from participate.matching.bench.methods import MOST, Bm25s, Cosine, Fts5, Method, Ours, timed
from participate.matching.ranking.pairs import most_alike

QUESTIONS, FEWEST = 300, 12  # of each method, as many as there is time for
LONGEST = 30.0  # seconds of questions to one method
ADDED = 50
COMPARED = 40  # questions whose ten best are compared
ROUNDING = 1e-5  # of a score: what single precision may differ by
LARGEST_PAIRS = 100_000
M = TypeVar("M", bound=Method)


@dataclass(frozen=True)
class Row:
    """The figures of one method with so many postings; times in milliseconds but for the build's in seconds."""

    documents: int
    method: str
    build_s: float
    index_mb: float
    p50_ms: float
    p99_ms: float
    add_ms: float | None

    def told(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


@dataclass
class Run:
    """One size, measured step by step."""

    documents: int
    same_top10: bool = True
    all_pairs_s: float | None = None
    peak_mb: float = 0.0
    ours: Ours | None = None

    def rows(self) -> Iterator[Row]:
        """The figures of each method, as they become known."""
        corpus = corpora.make(self.documents)
        asked = np.random.default_rng(7).integers(0, self.documents, QUESTIONS).tolist()
        ours, built = _built(Ours, corpus)
        self.ours = ours
        self.peak_mb = peak_mb()
        yield self._row("ours", built, ours, asked)
        ours.near = True
        yield self._row("ours nearby", built, ours, asked)
        ours.near = False
        yield from self._brute_force(ours, corpus, asked)
        for name, kind in (("fts5", Fts5), ("bm25s", Bm25s)):
            method, built = _built(kind, corpus)
            yield self._row(name, built, method, asked)
            del method
            gc.collect()
        if self.documents <= LARGEST_PAIRS:
            self.all_pairs_s = round(timed(lambda: _exhaust(most_alike(ours.index.snapshot, MOST))) / 1000, 1)

    def _brute_force(self, ours: Ours, corpus: Corpus, asked: list[int]) -> Iterator[Row]:
        cosine, built = _built(Cosine, corpus)
        for number in asked:
            cosine.prepare(number, ours.weights(number))
        self.same_top10 = all(_same(ours, cosine, number) for number in asked[:COMPARED])
        yield self._row("cosine_similarity", built, cosine, asked)

    def _row(self, name: str, built: float, method: Method, asked: list[int]) -> Row:
        took = _took(method, asked)
        added = [method.add(number) for number in asked[:ADDED]]
        add = None if added[0] is None else round(statistics.median(each for each in added if each is not None), 3)
        method.forget()
        p50, p99 = np.percentile(took, [50, 99])
        return Row(
            self.documents, name, round(built, 2), round(method.index_mb, 1), round(p50, 3), round(p99, 3), add
        )  # fmt: skip


def _built(kind: type[M], corpus: Corpus) -> tuple[M, float]:
    gc.collect()
    started = time.perf_counter()
    method = kind(corpus)
    return method, time.perf_counter() - started


def _took(method: Method, asked: list[int]) -> list[float]:
    """The milliseconds of each question, after a few to warm up; of a slow method fewer questions."""
    for number in asked[-3:]:
        method.ask(method.given(number))
    until, took = time.perf_counter() + LONGEST, []
    for number in asked:
        given = method.given(number)
        took.append(timed(lambda: method.ask(given)))  # noqa: B023 - called at once
        if time.perf_counter() > until and len(took) >= FEWEST:
            break
    return took


def _same(ours: Ours, cosine: Cosine, number: int) -> bool:
    """Whether both find the same ten. Where several are equal to the last digit that counts, any of them may be in."""
    scores = cosine.scores(number)
    best = np.sort(scores)[::-1][:MOST]
    found = ours.ranked(number)
    theirs = np.array([scores[place] for place, _score in found])
    said = np.array([score for _place, score in found])
    room = ROUNDING * best[0]
    return len(found) == MOST and bool(np.all(np.abs(theirs - best) <= room) and np.all(np.abs(said - theirs) <= room))


def _exhaust(found: Iterator[object]) -> None:
    for _one in found:
        pass
