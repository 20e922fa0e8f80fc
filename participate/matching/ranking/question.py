"""A question: the asker's lines as weighted terms, ready to be multiplied with the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log1p
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.alike import Alike
from participate.matching.index.live import Snapshot
from participate.matching.index.segment import FACETS, Floats, Ints, Segment
from participate.matching.index.weighing import rarity
from participate.matching.ranking.facts import Line
from participate.matching.rules import CONCEPT_WEIGHT, OTHER_NAME, PAIRS, TELLING
from participate.matching.text.analyser import CONCEPT, Typed
from participate.matching.text.synonyms import Synonyms, expand

Places = NDArray[np.int64]
MOST_TYPED = 400  # terms of one question; the rest of a very long text is not read


class Spot(NamedTuple):
    """Where a word was typed: in which line, from where to where."""

    line: int
    start: int
    end: int

    def holds(self, other: Spot) -> bool:
        """Whether the other lies within this one."""
        return self.line == other.line and self.start <= other.start and other.end <= self.end


class Said(NamedTuple):
    """One word or concept of the question: the terms that it stands for, with how much of it each is worth; as what it
    is asked (by the number of the facet), how much it counts, and where it was typed.
    """

    terms: Alike
    facet: int
    share: float
    spot: Spot
    concept: bool


@dataclass(frozen=True, slots=True)
class Question:
    """Entries, one a term and facet. `weights` hold the term's rarity too; `worth[i, f]` is what entry i counts in a
    row of facet number f; `spots[entry_spots[i]]` is where it was typed. `telling` are the spots that may lead by
    themselves, `named` the spots of concepts. `groups[i]` is the row of WORTHS that is entry i's worth, `by_term` are
    the entries in the order of their terms, and `bounds` tells where in each segment entry i stands: from `first[i]` to
    `last[i]` of its places.
    """

    terms: Ints
    weights: Floats
    worth: Floats
    entry_spots: NDArray[np.int64]
    spots: tuple[Spot, ...]
    telling: frozenset[Spot]
    named: frozenset[Spot]
    groups: Places
    by_term: Places
    bounds: tuple[tuple[Segment, Places, Places], ...]

    def bounds_in(self, segment: Segment) -> tuple[Places, Places]:
        """The bounds in one of the segments that it was put to."""
        return next((first, last) for one, first, last in self.bounds if one is segment)


_PAIR_TABLE = np.zeros((len(FACETS), len(FACETS)), np.float32)
for (_asker, _other), _worth in PAIRS.items():
    _PAIR_TABLE[FACETS[_asker], FACETS[_other]] = _worth
# What an asker's facet is worth to each other one, each such row once; and which of them is each facet's.
WORTHS, _GROUP = np.unique(_PAIR_TABLE, axis=0, return_inverse=True)


def ask(snapshot: Snapshot, lines: Sequence[Line], synonyms: Synonyms = ()) -> Question:
    """The question that these lines put to the index; one without entries where no word is known.

    Another name of a typed word, from the `synonyms`, counts a part of it and stands where that was typed.
    """
    counts: dict[tuple[int, str], float] = {}
    first: dict[tuple[int, str], tuple[Typed, int]] = {}
    for number, line in enumerate(lines):
        said = snapshot.analyser.typed(line.text, line.language)[:MOST_TYPED]
        names = [one for one in expand(said, synonyms, snapshot.analyser.concepts) if _is_known(snapshot, one)]
        facet = FACETS[line.facet]
        for several, worth in ((said, line.weight), (names, line.weight * OTHER_NAME)):
            for typed in several:
                key = (facet, typed.term)
                counts[key] = counts.get(key, 0.0) + worth
                first.setdefault(key, (typed, number))
    all_said, known = [], _known(snapshot, [term for _facet, term in first])
    for key, (typed, number) in first.items():
        terms = known.get(typed.term) or _meant(snapshot, typed)
        if terms:
            spot = Spot(number, typed.start, typed.end)
            all_said.append(Said(terms, key[0], log1p(counts[key]), spot, not typed.word))
    return _question(snapshot, _beside_their_words(all_said))


def _known(snapshot: Snapshot, terms: Sequence[str]) -> Mapping[str, Alike]:
    """Each of these terms that the vocabulary has: its own number, and those of terms that look like it, with how much
    of the word each is worth.
    """
    kept, vocabulary = snapshot.kept, snapshot.vocabulary
    new = {term: number for term in terms if term not in kept and (number := vocabulary.get(term)) is not None}
    if not new:
        return kept
    words = {term: number for term, number in new.items() if not term.startswith(CONCEPT)}
    alike = dict(zip(words, snapshot.alike.forms_of(list(words), list(words.values())), strict=True))
    found = {term: ((number, 1.0), *alike.get(term, ())) for term, number in new.items()}
    snapshot.keep(found)
    return {term: kept[term] for term in terms if term in kept} | found


def _meant(snapshot: Snapshot, typed: Typed) -> Alike:
    """What may have been meant with a word that the vocabulary has not."""
    if typed.term.startswith(CONCEPT):
        return ()
    stems = snapshot.vocabulary.known(sorted(snapshot.analyser.other_stems(typed.word)))
    return tuple((stem, 1.0) for stem in stems) or snapshot.alike.meant_by(typed.term)


def _is_known(snapshot: Snapshot, typed: Typed) -> bool:
    """Whether anybody used the word: no slip of the pen is looked for in another name."""
    if snapshot.vocabulary.get(typed.term) is not None:
        return True
    return bool(typed.word) and bool(snapshot.vocabulary.known(snapshot.analyser.other_stems(typed.word)))


def _beside_their_words(all_said: list[Said]) -> list[Said]:
    """A concept counts less where the words that name it are known too."""
    if not any(said.concept for said in all_said):
        return all_said
    known = {said.spot for said in all_said if not said.concept}
    return [
        said._replace(share=said.share * CONCEPT_WEIGHT)
        if said.concept and any(said.spot.holds(spot) for spot in known)
        else said
        for said in all_said
    ]


def _question(snapshot: Snapshot, all_said: list[Said]) -> Question:
    number_of: dict[Spot, int] = {}
    spots = [number_of.setdefault(said.spot, len(number_of)) for said in all_said]
    of_entry = np.array([place for place, said in enumerate(all_said) for _each in said.terms], np.int64)
    terms = np.array([term for said in all_said for term, _worth in said.terms], np.int32)
    weights = np.array([worth * said.share for said in all_said for _term, worth in said.terms])
    bounds = tuple((segment, *segment.find(terms)) for segment in snapshot.segments)
    spread = sum((last - first for _segment, first, last in bounds), start=np.zeros(len(terms), np.int64))
    weights *= rarity(spread, snapshot.living)
    groups = _GROUP[np.array([said.facet for said in all_said], np.int64)][of_entry]
    starts = [0, *accumulate(len(said.terms) for said in all_said)]
    all_weights = weights.tolist()
    named = frozenset(said.spot for said in all_said if said.concept)
    return Question(
        terms,
        weights.astype(np.float32),
        WORTHS[groups],
        np.array(spots, np.int64)[of_entry],
        tuple(number_of),
        _telling(all_said, [all_weights[start] for start in starts[:-1]], named),
        named,
        groups,
        terms.argsort(kind="stable"),
        bounds,
    )


def _telling(all_said: list[Said], weights: list[float], named: frozenset[Spot]) -> frozenset[Spot]:
    """The spots that may lead: subjects of the vocabulary, and words not much lighter than the heaviest of their
    line. In "keeping bees" the bees tell, and the keeping does not; nor does the table of "table tennis".
    """
    own: dict[Spot, float] = {}  # without look-alikes, which stand behind their word
    heaviest: dict[int, float] = {}
    for said, weight in zip(all_said, weights, strict=True):
        spot = said.spot
        if spot not in own:
            own[spot] = weight
            if weight > heaviest.get(spot.line, 0.0):
                heaviest[spot.line] = weight
    heavy = [spot for spot, weight in own.items() if weight >= TELLING * heaviest.get(spot.line, 0.0)]
    if named:
        heavy = [spot for spot in heavy if not any(longer.holds(spot) for longer in named)]
    return named.intersection(own).union(heavy)
