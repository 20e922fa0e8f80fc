"""A question: the asker's lines as weighted terms, ready to be multiplied with the index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import log1p
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.live import Snapshot
from participate.matching.index.segment import FACETS, Floats, Ints
from participate.matching.index.weighing import rarity
from participate.matching.ranking.facts import Line
from participate.matching.rules import CONCEPT_WEIGHT, PAIRS, TELLING
from participate.matching.text.analyser import CONCEPT, Typed
from participate.matching.words import Facet

MOST_TYPED = 400  # terms of one question; the rest of a very long text is not read


class Spot(NamedTuple):
    """Where a word was typed: in which line, from where to where."""

    line: int
    start: int
    end: int

    def holds(self, other: Spot) -> bool:
        """Whether the other lies within this one."""
        return self.line == other.line and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of the question: how much of a typed word it stands for, as what it is asked, where it was typed."""

    term: int
    facet: Facet
    share: float
    spot: Spot
    concept: bool


@dataclass(frozen=True, slots=True)
class Question:
    """Entries, one a term and facet. `weights` hold the term's rarity too; `worth[i, f]` is what entry i counts in a
    row of facet number f; `spots[entry_spots[i]]` is where it was typed. `telling` are the spots that may lead by
    themselves, `named` the spots of concepts.
    """

    terms: Ints
    weights: Floats
    worth: Floats
    entry_spots: NDArray[np.int64]
    spots: tuple[Spot, ...]
    telling: frozenset[Spot]
    named: frozenset[Spot]


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
    entries = [
        Entry(term, facet, share * log1p(counts[facet, name]), spot, not typed.word)
        for (facet, name), (typed, spot) in first.items()
        for term, share in _terms(snapshot, typed)
    ]
    return _question(snapshot, _beside_their_words(entries))


def _terms(snapshot: Snapshot, typed: Typed) -> Iterable[tuple[int, float]]:
    """The word's own term, and those that look like it, with how much of the word each is worth."""
    own = snapshot.vocabulary.get(typed.term)
    if typed.term.startswith(CONCEPT):
        return [] if own is None else [(own, 1.0)]
    if own is not None:
        return [(own, 1.0), *snapshot.alike.of(typed.term, known=True)]
    stems = sorted(snapshot.analyser.other_stems(typed.word) & snapshot.vocabulary.keys())
    return [(snapshot.vocabulary[stem], 1.0) for stem in stems] or snapshot.alike.of(typed.term, known=False)


def _beside_their_words(entries: list[Entry]) -> list[Entry]:
    """A concept counts less where the words that name it are known too."""
    known = {entry.spot for entry in entries if not entry.concept}
    return [
        replace(entry, share=entry.share * CONCEPT_WEIGHT)
        if entry.concept and any(entry.spot.holds(spot) for spot in known)
        else entry
        for entry in entries
    ]


def _question(snapshot: Snapshot, entries: list[Entry]) -> Question:
    spots = tuple(dict.fromkeys(entry.spot for entry in entries))
    named = frozenset(entry.spot for entry in entries if entry.concept)
    number_of = {spot: number for number, spot in enumerate(spots)}
    entry_spots = np.array([number_of[entry.spot] for entry in entries], np.int64)
    terms = np.array([entry.term for entry in entries], np.int32)
    weights = np.array([entry.share for entry in entries]) * rarity(snapshot.spread(terms), snapshot.living)
    facets = [FACETS[entry.facet] for entry in entries]
    return Question(
        terms,
        weights.astype(np.float32),
        _PAIR_TABLE[facets] if entries else _PAIR_TABLE[:0],
        entry_spots,
        spots,
        _telling(entries, weights.tolist(), named),
        named,
    )


def _telling(entries: list[Entry], weights: list[float], named: frozenset[Spot]) -> frozenset[Spot]:
    """The spots that may lead: subjects of the vocabulary, and words not much lighter than the heaviest of their
    line. In "keeping bees" the bees tell, and the keeping does not; nor does the table of "table tennis".
    """
    own: dict[Spot, float] = {}  # without look-alikes, which stand behind their word
    heaviest: dict[int, float] = {}
    for entry, weight in zip(entries, weights, strict=True):
        heaviest[entry.spot.line] = max(heaviest.get(entry.spot.line, 0.0), own.setdefault(entry.spot, weight))
    return frozenset(
        spot
        for spot, weight in own.items()
        if spot in named
        or (weight >= TELLING * heaviest[spot.line] and not any(longer.holds(spot) for longer in named))
    )
