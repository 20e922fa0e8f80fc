"""The second view: words that look alike, by their runs of three to five letters. It finds slips of the pen
and other forms of a word in languages without a stemmer.

Letter runs never cross a word's edge, so comparing texts by them is the same as comparing each word of one
with each word of the other; done word by word it stays small, and a suggestion can still say which word
earned it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from participate.matching.rules import (
    ALIKE,
    ALIKE_WEIGHT,
    CLOSE_TO_BEST,
    COMPARED,
    MEANT,
    MEANT_WEIGHT,
    MOST_ALIKE,
)

SHORTEST, LONGEST = 3, 5
SHORTEST_WORD = 4  # letters; shorter ones look like too much
FIRST_LOOK = 0.2  # cosine, to be compared letter by letter
LONGEST_MEMORY = 50_000
Alike = tuple[tuple[int, float], ...]


def letter_runs(word: str) -> list[str]:
    """The runs of a word with a space at each end, as scikit-learn's `char_wb` cuts them."""
    padded = f" {word} "
    lengths = range(SHORTEST, min(LONGEST, len(padded)) + 1)
    return [padded[at : at + length] for length in lengths for at in range(len(padded) - length + 1)]


@dataclass(frozen=True, slots=True)
class LookAlikes:
    """The words of the vocabulary by their letter runs: TF-IDF rows of length one, turned over.

    `words` holds each term by its number; run `numbers[run] = i` is in `terms[starts[i]:starts[i + 1]]` with
    `weights`; `rarity` is by run. `spread` tells how many documents held a term when the index was fitted.
    """

    words: list[str]
    spread: NDArray[np.int64]
    numbers: dict[str, int]
    rarity: NDArray[np.float32]
    starts: NDArray[np.int64]
    terms: NDArray[np.int32]
    weights: NDArray[np.float32]
    remembered: dict[tuple[str, bool], Alike] = field(default_factory=dict)

    def of(self, word: str, known: bool) -> Alike:
        """Up to three (term, weight) that look like the word, the most alike first, never the word itself.

        Those of a `known` word are other forms of it. One that nobody used is taken for a slip of the pen,
        and what it meant for the commonest of the words most like it.
        """
        if len(word) < SHORTEST_WORD or not self.words:
            return ()
        found = self.remembered.get((word, known))
        if found is None:
            found = self._forms(word) if known else self._meant(word)
            if len(self.remembered) < LONGEST_MEMORY:
                self.remembered[word, known] = found
        return found

    def _forms(self, word: str) -> Alike:
        alike = [(term, cosine) for term, cosine in self._nearest(word, ALIKE) if self.words[term] != word]
        return tuple((term, ALIKE_WEIGHT * cosine) for term, cosine in alike[:MOST_ALIKE])

    def _meant(self, word: str) -> Alike:
        near = [term for term, _cosine in self._nearest(word, FIRST_LOOK)]
        shares = {term: SequenceMatcher(None, word, self.words[term]).ratio() for term in near}
        least = max(MEANT, max(shares.values(), default=0.0) - CLOSE_TO_BEST)
        close = [term for term in near if shares[term] >= least]
        best = max(close, key=lambda term: self.spread[term], default=None)
        return () if best is None else ((best, MEANT_WEIGHT * shares[best]),)

    def _nearest(self, word: str, least: float) -> list[tuple[int, float]]:
        numbers = [self.numbers[run] for run in letter_runs(word) if run in self.numbers]
        if not numbers:
            return []
        length = np.sqrt(np.square(self.rarity[numbers]).sum())
        cosines = np.zeros(len(self.words))
        for number in numbers:
            here = slice(self.starts[number], self.starts[number + 1])
            cosines[self.terms[here]] += self.weights[here] * (self.rarity[number] / length)
        near = np.flatnonzero(cosines >= least)
        near = near[np.argsort(-cosines[near], kind="stable")]
        same = [(int(term), float(cosines[term])) for term in near if self.words[term][0] == word[0]]
        return same[:COMPARED]


NOTHING_ALIKE = LookAlikes(
    [],
    np.zeros(0, np.int32),
    {},
    np.zeros(0, np.float32),
    np.zeros(1, np.int64),
    np.zeros(0, np.int32),
    np.zeros(0, np.float32),
)
