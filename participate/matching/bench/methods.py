"""The ways to find the ten best of many postings, each built from the same words and asked the same questions.

Their own imports are heavy and belong to the measuring alone: nothing that serves pages imports this module.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from typing import Any, Protocol

import bm25s
import numpy as np
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics.pairwise import cosine_similarity

from participate.matching.bench.corpus import Corpus
from participate.matching.index import shelf
from participate.matching.index.fit import fit
from participate.matching.index.segment import FACETS
from participate.matching.index.weighing import counted, rarity
from participate.matching.ranking.facts import Facts
from participate.matching.ranking.question import Question, ask
from participate.matching.ranking.shortlist import MOST_SORTED, shortlist_of
from participate.matching.ranking.suggest import suggest
from participate.matching.rules import HEADING, LENGTH, SATURATION
from participate.matching.text.analyser import Analyser
from participate.matching.words import Facet

MOST = 10
A_MEGABYTE = 1e6
MILLISECONDS = 1e3
Ranked = list[tuple[int, float]]  # the number of a posting, and its score, the best first


class Method(Protocol):
    """One way. `index_mb` is known once it is built."""

    index_mb: float

    def __init__(self, corpus: Corpus) -> None: ...
    def given(self, number: int) -> Any:
        """What posting `number` says, as it is given: a text, before anything is worked out of it."""

    def ask(self, given: Any) -> object:
        """Find the ten best for it."""

    def add(self, number: int) -> float | None:
        """Add what posting `number` says once more; returns the milliseconds, None where all must be built anew."""

    def forget(self) -> None:
        """Take out again what was added."""


def timed(work: Callable[[], object]) -> float:
    """How many milliseconds it takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * MILLISECONDS


class Ours:
    """The matcher, as pages ask it: facts in, suggestions with their reasons out."""

    near = False

    def __init__(self, corpus: Corpus) -> None:
        self.corpus, self.index = corpus, fit(corpus.documents(), Analyser())
        arrays, _facts = shelf.laid_down(self.index)
        self.index_mb = sum(array.nbytes for array in arrays.values()) / A_MEGABYTE
        self._added = len(corpus)

    def given(self, number: int) -> Facts:
        return self.corpus.question(number, self.near)

    def ask(self, given: Facts) -> object:
        return suggest(self.index.snapshot, given, MOST)

    def add(self, number: int) -> float:
        new = self.corpus.document(number, f"project:{self._added + 1}")
        self._added += 1
        return timed(lambda: self.index.replace([new.source], [new]))

    def forget(self) -> None:
        self.index.replace([f"project:{number + 1}" for number in range(len(self.corpus), self._added)], [])

    def weights(self, number: int) -> dict[str, float]:
        """What each term of a question is worth in a posting that holds it, by how heavy it is there."""
        question, snapshot = self._question(number), self.index.snapshot
        found: dict[str, float] = {}
        for term, weight in zip(question.terms, question.weights * question.worth[:, FACETS[Facet.ABOUT]], strict=True):
            word = snapshot.vocabulary[int(term)]
            found[word] = found.get(word, 0.0) + float(weight)
        return found

    def _question(self, number: int) -> Question:
        return ask(self.index.snapshot, self.corpus.question(number, False).lines)

    def ranked(self, number: int) -> Ranked:
        """Its ten best, before variety puts them in another order and those without a leading word go."""
        snapshot = self.index.snapshot
        facts = self.corpus.question(number, False)
        short = shortlist_of(snapshot, self._question(number), facts, facts.kinds, None, MOST_SORTED)
        found: Ranked = []
        for place in short.best(facts.kinds[0], MOST).tolist():
            row = int(short.rows[place])
            group = snapshot.names[int(short.found[short.parts[place]].segment.rows.group[row])]
            found.append((int(group.partition(":")[2]) - 1, float(short.scores[place])))
        return found


class Cosine:
    """scikit-learn's `cosine_similarity` with every posting, and a sort. It is given the same weights, each worked out
    anew, and one more column that makes all rows equally long, so that the order by angle is the order by score
    (Bachrach and others, 2014).
    """

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        documents, analyser = corpus.documents(), Analyser()
        vectoriser = CountVectorizer(analyzer=lambda one: counted(one, analyser).elements(), dtype=np.float64)
        counts = vectoriser.fit_transform(documents).tocsr()
        lengths = np.asarray(counts.sum(axis=1)).ravel()
        against = SATURATION * (1 - LENGTH + LENGTH * lengths / lengths.mean())
        counts.data *= (SATURATION + 1) / (counts.data + np.repeat(against, np.diff(counts.indptr)))
        self.vocabulary: dict[str, int] = vectoriser.vocabulary_
        self.rarity = rarity(np.bincount(counts.indices, minlength=counts.shape[1]), counts.shape[0])
        weighted = counts.multiply(self.rarity).tocsr()
        squares = np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel()
        self.longest = float(np.sqrt(squares.max()))
        self.rows = hstack([weighted, np.sqrt(squares.max() - squares)[:, None]]).tocsr()
        held = (self.rows.data, self.rows.indices, self.rows.indptr)
        self.index_mb = sum(array.nbytes for array in held) / A_MEGABYTE
        self.questions: dict[int, csr_matrix] = {}

    def prepare(self, number: int, weights: dict[str, float]) -> None:
        """The question that posting `number` puts; the rarity of its words is in the rows already."""
        columns = [self.vocabulary[term] for term in weights]
        shares = np.array(list(weights.values())) / self.rarity[columns]
        size = (1, self.rows.shape[1])
        self.questions[number] = csr_matrix((shares, ([0] * len(columns), columns)), shape=size)

    def scores(self, number: int) -> np.ndarray:
        """The score of every posting."""
        length = np.sqrt(self.questions[number].multiply(self.questions[number]).sum())
        return cosine_similarity(self.questions[number], self.rows).ravel() * length * self.longest

    def given(self, number: int) -> csr_matrix:
        """Its vector already, not its text."""
        return self.questions[number]

    def ask(self, given: csr_matrix) -> object:
        return np.argsort(-cosine_similarity(given, self.rows).ravel())[:MOST]

    def add(self, number: int) -> float:
        return timed(lambda: vstack([self.rows, self.rows[number]]).tocsr())

    def forget(self) -> None:
        """The rows that were added were not kept."""


class Fts5:
    """SQLite's full-text search: any of the words, ordered by its `bm25()`."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus, self.database = corpus, sqlite3.connect(":memory:")
        self.database.execute("CREATE VIRTUAL TABLE posting USING fts5(title, body, content='')")
        lines = ((number + 1, one.title, one.body) for number, one in enumerate(corpus.documents()))
        self.database.executemany("INSERT INTO posting(rowid, title, body) VALUES (?, ?, ?)", lines)
        self.database.commit()
        pages = self.database.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        self.index_mb = pages.fetchone()[0] / A_MEGABYTE
        self._added = len(corpus)

    def given(self, number: int) -> str:
        return " OR ".join(dict.fromkeys(self.corpus.text(number)))

    def ask(self, given: str) -> object:
        order = f"SELECT rowid FROM posting WHERE posting MATCH ? ORDER BY bm25(posting, {HEADING}, 1) LIMIT {MOST}"  # noqa: S608 - two numbers of ours
        return self.database.execute(order, (given,)).fetchall()

    def add(self, number: int) -> float:
        self._added += 1
        one = self.corpus.document(number, "new")
        line = (self._added, one.title, one.body)
        return timed(lambda: self.database.execute("INSERT INTO posting(rowid, title, body) VALUES (?, ?, ?)", line))

    def forget(self) -> None:
        self.database.rollback()


class Bm25s:
    """The library bm25s, on numpy."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus, self.found = corpus, bm25s.BM25(k1=SATURATION, b=LENGTH)
        self.analyser = Analyser()
        terms = [self.analyser.terms(self.given(number), "en") for number in range(len(corpus))]
        self.found.index(terms, show_progress=False)
        held = [value for value in self.found.scores.values() if isinstance(value, np.ndarray)]
        self.index_mb = sum(array.nbytes for array in held) / A_MEGABYTE

    def given(self, number: int) -> str:
        return " ".join(self.corpus.text(number))

    def ask(self, given: str) -> object:
        return self.found.retrieve([self.analyser.terms(given, "en")], k=MOST, show_progress=False)

    def add(self, number: int) -> float | None:
        return None

    def forget(self) -> None:
        """Nothing was added."""
