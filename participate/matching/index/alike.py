"""The second view: words that look alike, by their runs of three to five letters. It finds slips of the pen
and other forms of a word in languages without a stemmer.

Letter runs never cross a word's edge, so comparing texts by them is the same as comparing each word of one
with each word of the other; done word by word it stays small, and a suggestion can still say which word
earned it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.names import Names
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
    """Words of the vocabulary by their letter runs: TF-IDF rows of length one, turned over.

    `words` holds each term by its number, and `chosen` the numbers of those that are compared, as in `words` sorted by
    their letters; `spread` tells how many documents held each of them when the index was fitted. Run `numbers[run] = i`
    is in the words `chosen[places[starts[i]:starts[i + 1]]]` with `weights`; `rarity` is by run. The other forms of
    `chosen[i]` are the terms `forms[i]`, as much alike as `forms_worth[i]` says: 0 where there are fewer.
    """

    words: Names
    chosen: NDArray[np.int32]
    spread: NDArray[np.int64]
    numbers: Names
    rarity: NDArray[np.float32]
    starts: NDArray[np.int64]
    places: NDArray[np.int32]
    weights: NDArray[np.float32]
    forms: NDArray[np.int32]
    forms_worth: NDArray[np.float32]
    remembered: dict[tuple[str, bool], Alike] = field(default_factory=dict)

    def of(self, word: str, known: bool) -> Alike:
        """Up to three (term, weight) that look like the word, the most alike first, never the word itself.

        Those of a `known` word are other forms of it. One that nobody used is taken for a slip of the pen,
        and what it meant for the commonest of the words most like it.
        """
        if len(word) < SHORTEST_WORD or not len(self.chosen):
            return ()
        found = self.remembered.get((word, known))
        if found is None:
            found = self._forms(word) if known else self._meant(word)
            if len(self.remembered) < LONGEST_MEMORY:
                self.remembered[word, known] = found
        return found

    def _forms(self, word: str) -> Alike:
        place = self._place(word)
        if place is not None:
            kept = zip(self.forms[place].tolist(), self.forms_worth[place].tolist(), strict=True)
            return tuple((term, worth) for term, worth in kept if worth)
        alike = [(place, cosine) for place, cosine in self._nearest(word, ALIKE) if self._word(place) != word]
        return tuple((int(self.chosen[place]), ALIKE_WEIGHT * cosine) for place, cosine in alike[:MOST_ALIKE])

    def _meant(self, word: str) -> Alike:
        near = [place for place, _cosine in self._nearest(word, FIRST_LOOK)]
        shares = {place: SequenceMatcher(None, word, self._word(place)).ratio() for place in near}
        least = max(MEANT, max(shares.values(), default=0.0) - CLOSE_TO_BEST)
        close = [place for place in near if shares[place] >= least]
        best = max(close, key=lambda place: self.spread[place], default=None)
        return () if best is None else ((int(self.chosen[best]), MEANT_WEIGHT * shares[best]),)

    def _place(self, word: str) -> int | None:
        """Where a word is among the chosen; None for one that came later or is too rare."""
        number = self.words.get(word)
        place = int(self.chosen.searchsorted(-1 if number is None else number))
        return place if place < len(self.chosen) and self.chosen[place] == number else None

    def _word(self, place: int) -> str:
        return self.words[int(self.chosen[place])]

    def _nearest(self, word: str, least: float) -> list[tuple[int, float]]:
        """The places of up to COMPARED words with the same first letter, the most alike first, and how alike."""
        numbers = self.numbers.known(letter_runs(word))
        if not numbers:
            return []
        rarity = self.rarity[numbers]
        shares = rarity / np.sqrt(np.square(rarity).sum())
        spans = [slice(*self.starts[number : number + 2].tolist()) for number in numbers]
        amounts = np.concatenate([self.weights[here] for here in spans])
        amounts *= shares.repeat([here.stop - here.start for here in spans])
        cosines = np.bincount(np.concatenate([self.places[here] for here in spans]), amounts, len(self.chosen))
        near = np.flatnonzero(cosines >= least)
        near = near[np.argsort(-cosines[near], kind="stable")]
        same = ((place, float(cosines[place])) for place in near.tolist() if self._word(place)[0] == word[0])
        return list(islice(same, COMPARED))


NOTHING_ALIKE = LookAlikes(
    Names(),
    np.zeros(0, np.int32),
    np.zeros(0, np.int64),
    Names(),
    np.zeros(0, np.float32),
    np.zeros(1, np.int64),
    np.zeros(0, np.int32),
    np.zeros(0, np.float32),
    np.zeros((0, MOST_ALIKE), np.int32),
    np.zeros((0, MOST_ALIKE), np.float32),
)
