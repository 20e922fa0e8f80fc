"""The second view: words that look alike, by their runs of three to five letters. It finds slips of the pen
and other forms of a word in languages without a stemmer.

Letter runs never cross a word's edge, so comparing texts by them is the same as comparing each word of one
with each word of the other; done word by word it stays small, and a suggestion can still say which word
earned it.
"""

from __future__ import annotations

from collections.abc import Sequence
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

    def forms_of(self, words: Sequence[str], numbers: Sequence[int]) -> list[Alike]:
        """For each of these words of the vocabulary, which have these numbers, up to three (term, weight): other forms
        of it, the most alike first, never the word itself.
        """
        if not len(self.chosen):
            return [()] * len(words)
        asked = np.array(numbers, np.int32)
        places = np.minimum(self.chosen.searchsorted(asked), len(self.chosen) - 1)
        among = self.chosen[places] == asked  # a word that came later, or is too rare, is not
        kept = zip(words, among.tolist(), self.forms[places].tolist(), self.forms_worth[places].tolist(), strict=True)
        return [
            () if len(word) < SHORTEST_WORD
            else tuple([pair for pair in zip(forms, worths, strict=True) if pair[1]]) if found
            else self._remembered(word, True)
            for word, found, forms, worths in kept
        ]  # fmt: skip

    def meant_by(self, word: str) -> Alike:
        """What a word that nobody used may have meant, were it a slip of the pen: the commonest of the words most like
        it, as (term, weight); nothing where no word is like it.
        """
        return () if len(word) < SHORTEST_WORD or not len(self.chosen) else self._remembered(word, False)

    def _remembered(self, word: str, known: bool) -> Alike:
        found = self.remembered.get((word, known))
        if found is None:
            found = self._forms(word) if known else self._meant(word)
            if len(self.remembered) < LONGEST_MEMORY:
                self.remembered[word, known] = found
        return found

    def _forms(self, word: str) -> Alike:
        alike = [(place, cosine) for place, cosine in self._nearest(word, ALIKE) if self._word(place) != word]
        return tuple((int(self.chosen[place]), ALIKE_WEIGHT * cosine) for place, cosine in alike[:MOST_ALIKE])

    def _meant(self, word: str) -> Alike:
        near = [place for place, _cosine in self._nearest(word, FIRST_LOOK)]
        shares = {place: SequenceMatcher(None, word, self._word(place)).ratio() for place in near}
        least = max(MEANT, max(shares.values(), default=0.0) - CLOSE_TO_BEST)
        close = [place for place in near if shares[place] >= least]
        best = max(close, key=lambda place: self.spread[place], default=None)
        return () if best is None else ((int(self.chosen[best]), MEANT_WEIGHT * shares[best]),)

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
