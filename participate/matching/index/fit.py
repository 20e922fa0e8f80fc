"""Fitting: the whole index made anew from all documents. They are read once, one after the other, and need not be held
together in memory.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_array

from participate.matching.index.alike import NOTHING_ALIKE, LookAlikes, letter_runs
from participate.matching.index.document import Document
from participate.matching.index.live import Index
from participate.matching.index.names import Names
from participate.matching.index.segment import Floats, Ints, Rows, RowsInHand, Segment
from participate.matching.index.weighing import held_back, saturated, usual_lengths
from participate.matching.rules import ALIKE, ALIKE_WEIGHT, HEADING, MOST_ALIKE, MOST_COMPARABLE
from participate.matching.text.analyser import CONCEPT, Analyser
from participate.matching.words import Kind

KIND_OF = tuple(Kind)
AT_ONCE = 2_000  # words compared with the others


def fit(documents: Iterable[Document], analyser: Analyser) -> Index:
    """An index of these documents, which can then be kept live by adding and removing."""
    read = _Read(analyser)
    for document in documents:
        read.add(document)
    if not read.spans or not read.numbers:
        return Index(analyser)
    rows, names = read.rows.array(), read.names
    vocabulary, counts = read.counted()
    base, usual = _segment(rows, counts)
    return Index(analyser, base, vocabulary, names.froze(), usual, look_alikes(vocabulary, base))


class _Read:
    """What has been read so far: each document's terms by the numbers that they got, first those of the title and the
    tags, then those of the body.
    """

    def __init__(self, analyser: Analyser) -> None:
        self._terms = analyser.terms
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        self.names = Names()
        self.rows = RowsInHand()
        self.numbers = array("i")
        self.spans = array("i")  # of each document two: how many terms in its heading, and in its body

    def add(self, document: Document) -> None:
        """Read one more."""
        number_of = self._numbers
        heading = self._terms("\n".join((document.title, *document.tags)), document.language)
        body = self._terms(document.body, document.language) if document.body else []
        self.numbers.extend([number_of[term] for term in heading])
        self.numbers.extend([number_of[term] for term in body])
        self.spans.extend((len(heading), len(body)))
        self.rows.add(document, self.names)

    def counted(self) -> tuple[Names, csr_array]:
        """The vocabulary in alphabetical order, and how often each document (row) holds each term (column)."""
        words = sorted(self._numbers)
        new = np.empty(len(words), np.int32)
        new[[self._numbers[word] for word in words]] = np.arange(len(words), dtype=np.int32)
        spans = np.frombuffer(self.spans, np.int32)
        often = np.repeat(np.tile(np.array([HEADING, 1], np.float32), len(spans) // 2), spans)
        starts = np.append(0, np.cumsum(spans, dtype=np.int64)[1::2])
        indices = new[np.frombuffer(self.numbers, np.int32)]
        counts = csr_array((often, indices, starts), shape=(len(spans) // 2, len(words)))
        counts.sum_duplicates()
        return Names(words).froze(), counts


def _segment(rows: Rows, counts: csr_array) -> tuple[Segment, dict[Kind, float]]:
    """The rows and their counts as a segment, and the usual length of each kind."""
    kinds = [KIND_OF[code] for code in rows.kind.tolist()]
    lengths = counts.sum(axis=1).tolist()
    usual = usual_lengths(kinds, lengths)
    against = held_back(kinds, lengths, usual)
    counts.data = saturated(counts.data, np.repeat(against, np.diff(counts.indptr)))
    order = rows.order()
    by_term = counts[order].tocsc()
    held = np.flatnonzero(np.diff(by_term.indptr)).astype(np.int32)
    starts = np.append(by_term.indptr[held], by_term.indptr[-1]).astype(np.int64)
    return Segment.sorted(rows.take(order), held, starts, by_term.indices.astype(np.int32), by_term.data), usual


def look_alikes(vocabulary: Names, base: Segment) -> LookAlikes:
    """The letter runs of the words of the vocabulary; of a very large one, of those that most documents hold."""
    words = list(vocabulary)
    first, last = base.find(np.arange(len(words), dtype=np.int32))
    spread = last - first
    chosen = np.array([number for number, word in enumerate(words) if not word.startswith(CONCEPT)], np.int32)
    if len(chosen) > MOST_COMPARABLE:
        chosen = np.sort(chosen[np.argsort(-spread[chosen], kind="stable")[:MOST_COMPARABLE]])
    if not len(chosen):
        return NOTHING_ALIKE
    compared = [words[number] for number in chosen.tolist()]
    runs, rows, rarity = _runs(compared)
    forms, worth = _forms(compared, rows)
    by_run = rows.tocsc()
    starts, places, weights = by_run.indptr.astype(np.int64), by_run.indices, by_run.data
    return LookAlikes(
        vocabulary, chosen, spread[chosen], runs, rarity, starts, places, weights, chosen[forms], worth
    )  # fmt: skip


def _runs(words: Sequence[str]) -> tuple[Names, csr_array, Floats]:
    """The letter runs, the words by them as TF-IDF rows of length one, and the rarity of each run."""
    number_of: defaultdict[str, int] = defaultdict()
    number_of.default_factory = number_of.__len__
    numbers, lengths = array("i"), array("i")
    for word in words:
        runs = letter_runs(word)
        numbers.extend([number_of[run] for run in runs])
        lengths.append(len(runs))
    starts = np.append(0, np.cumsum(np.frombuffer(lengths, np.int32))).astype(np.int32)
    often = np.ones(len(numbers), np.float32)
    rows = csr_array((often, np.frombuffer(numbers, np.int32), starts), shape=(len(words), len(number_of)))
    rows.sum_duplicates()
    spread = np.bincount(rows.indices, minlength=len(number_of))
    rarity = (np.log((1 + len(words)) / (1 + spread)) + 1).astype(np.float32)
    rows.data *= rarity[rows.indices]
    norms = np.sqrt(np.add.reduceat(np.square(rows.data), rows.indptr[:-1]))
    rows.data /= np.repeat(norms, np.diff(rows.indptr))
    return Names(number_of).froze(), rows, rarity


def _forms(words: Sequence[str], rows: csr_array) -> tuple[Ints, Floats]:
    """For each word the places of up to MOST_ALIKE others with its first letter that look most like it, and what they
    are worth beside it; 0 where there are fewer.
    """
    forms, worth = np.zeros((len(words), MOST_ALIKE), np.int32), np.zeros((len(words), MOST_ALIKE), np.float32)
    firsts = np.array([ord(word[0]) for word in words])
    edges = [0, *(np.flatnonzero(np.diff(firsts)) + 1).tolist(), len(words)]  # the words are in alphabetical order
    for first, last in pairwise(edges):
        others = rows[first:last].T.tocsr()
        for begin in range(first, last, AT_ONCE):
            alike = (rows[begin : min(begin + AT_ONCE, last)] @ others).tocoo()
            near = (alike.data >= ALIKE) & (alike.row + begin != alike.col + first)
            one, other, cosine = alike.row[near] + begin, alike.col[near] + first, alike.data[near]
            order = np.lexsort((other, -cosine, one))
            one, other, cosine = one[order], other[order], cosine[order]
            rank = np.arange(len(one)) - one.searchsorted(one)
            kept = rank < MOST_ALIKE
            forms[one[kept], rank[kept]] = other[kept]
            worth[one[kept], rank[kept]] = ALIKE_WEIGHT * cosine[kept]
    return forms, worth
