"""A question: the asker's lines as weighted terms, ready to be multiplied with the index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log1p
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.live import Snapshot
from participate.matching.index.segment import FACETS, Floats, Ints
from participate.matching.index.weighing import rarity
from participate.matching.ranking.facts import Line
from participate.matching.rules import CONCEPT_WEIGHT, PAIRS
from participate.matching.text.analyser import CONCEPT, Typed
from participate.matching.words import Facet

MOST_TYPED = 400  # terms of one question; the rest of a very long text is not read


class Spot(NamedTuple):
    """Where a word was typed: in which line, from where to where."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Question:
    """Entries, one a term and facet: `weights` hold the term's rarity too; `spots[entry_spots[i]]` is where
    entry i was typed. `worth[i, f]` is what entry i counts in a row of facet number f.
    """

    terms: Ints
    weights: Floats
    worth: Floats
    facets: tuple[Facet, ...]
    entry_spots: NDArray[np.int64]
    spots: tuple[Spot, ...]


_PAIR_TABLE = np.zeros((len(FACETS), len(FACETS)), np.float32)
for (_asker, _other), _worth in PAIRS.items():
    _PAIR_TABLE[FACETS[_asker], FACETS[_other]] = _worth


def ask(snapshot: Snapshot, lines: Sequence[Line]) -> Question:
    """The question that these lines put to the index; one without entries where no word is known."""
    counts: dict[tuple[Facet, str], float] = {}
    first: dict[tuple[Facet, str], tuple[Typed, Spot]] = {}
    for number, line in enumerate(lines):
        for typed in snapshot.analyser.typed(line.text, line.language)[:MOST_TYPED]:
            key = (line.facet, typed.term)
            counts[key] = counts.get(key, 0.0) + line.weight
            first.setdefault(key, (typed, Spot(number, typed.start, typed.end)))
    spots = tuple(dict.fromkeys(spot for _, spot in first.values()))
    number_of = {spot: number for number, spot in enumerate(spots)}
    entries = [
        (facet, term, share * log1p(counts[facet, name]), number_of[spot])
        for (facet, name), (typed, spot) in first.items()
        for term, share in _terms(snapshot, typed)
    ]
    return _question(snapshot, entries, spots)


def _terms(snapshot: Snapshot, typed: Typed) -> Iterable[tuple[int, float]]:
    """The word's own term, and those that look like it, with how much of the word each is worth."""
    own = snapshot.vocabulary.get(typed.term)
    if typed.term.startswith(CONCEPT):
        return [] if own is None else [(own, CONCEPT_WEIGHT)]
    if own is not None:
        return [(own, 1.0), *snapshot.alike.of(typed.term, known=True)]
    stems = sorted(snapshot.analyser.other_stems(typed.word) & snapshot.vocabulary.keys())
    return [(snapshot.vocabulary[stem], 1.0) for stem in stems] or snapshot.alike.of(typed.term, known=False)


def _question(snapshot: Snapshot, entries: list[tuple[Facet, int, float, int]], spots: tuple[Spot, ...]) -> Question:
    terms = np.array([entry[1] for entry in entries], np.int32)
    weights = np.array([entry[2] for entry in entries], np.float32) * rarity(snapshot.spread(terms), snapshot.living)
    facets = tuple(entry[0] for entry in entries)
    worth = _PAIR_TABLE[[FACETS[facet] for facet in facets]] if entries else _PAIR_TABLE[:0]
    return Question(
        terms,
        weights.astype(np.float32),
        worth,
        facets,
        np.array([entry[3] for entry in entries], np.int64),
        spots,
    )
