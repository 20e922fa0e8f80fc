"""A made-up borough of any size: postings of about 25 words, spread over 500 neighbourhoods.

Words follow Zipf's law as Mandelbrot mended it, with a head as flat as that of 7,316 real project texts without their
stop words: 25 words of one text come up about 0.7 times in any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.document import Document
from participate.matching.ranking.facts import Facts, Line
from participate.matching.words import Facet, Kind

WORDS = 25  # of a posting, on average
SPREAD = 5  # words more or fewer, as a standard deviation
FEWEST = 6
TITLE = 4  # words of it are the title
WARDS = 500
BESIDE = 2  # wards on either side of a ward are near
FLAT = 10  # Mandelbrot's offset: how flat the head is
A_ROOT = 300  # different words a square root of a posting (Heaps' law)
DAY = 738_000  # a day; it does not matter which
SYLLABLES = [start + vowel + end for start in "bcdfgklmnprstw" for vowel in "aeiou" for end in ["", "n", "r", "s"]]


@dataclass(frozen=True)
class Corpus:
    """Postings as numbers of words: text i is `numbers[starts[i]:starts[i + 1]]`, in ward `wards[i]`."""

    words: list[str]
    numbers: NDArray[np.int32]
    starts: NDArray[np.int64]
    wards: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.wards)

    def text(self, number: int) -> list[str]:
        """The words of one posting."""
        return [self.words[word] for word in self.numbers[self.starts[number] : self.starts[number + 1]]]

    def documents(self) -> Iterator[Document]:
        """The postings as the index takes them, one at a time."""
        for number in range(len(self)):
            yield self.document(number, f"project:{number + 1}")

    def document(self, number: int, name: str) -> Document:
        """One posting under a name of its own."""
        text = self.text(number)
        return Document(
            name, name, Kind.PROJECT, Facet.ABOUT, " ".join(text[:TITLE]), body=" ".join(text[TITLE:]),
            language="en", ward=int(self.wards[number]), day=DAY,
        )  # fmt: skip

    def question(self, number: int, near: bool) -> Facts:
        """What somebody asks who likes what this posting says, from her ward or from nowhere in particular."""
        ward = int(self.wards[number])
        line = Line(Facet.LIKES, " ".join(self.text(number)), language="en")
        if not near:
            return Facts((line,), (Kind.PROJECT,), day=DAY)
        beside = tuple(sorted((ward + step) % WARDS + 1 for step in range(-BESIDE - 1, BESIDE)))
        return Facts((line,), (Kind.PROJECT,), ward=ward, near=beside, day=DAY)


def make(documents: int, seed: int = 1) -> Corpus:
    """A corpus of so many postings; the same for the same seed."""
    lot = np.random.default_rng(seed)
    words = _words(int(A_ROOT * documents**0.5), lot)
    chances = 1.0 / (np.arange(len(words)) + 1 + FLAT)
    lengths = np.maximum(FEWEST, np.rint(lot.normal(WORDS, SPREAD, documents))).astype(np.int64)
    upto = np.cumsum(chances) / chances.sum()
    numbers = np.searchsorted(upto, lot.random(int(lengths.sum())), "right").astype(np.int32)
    starts = np.append(0, np.cumsum(lengths))
    wards = lot.integers(1, WARDS + 1, documents).astype(np.int32)
    return Corpus(words, numbers.clip(max=len(words) - 1), starts, wards)


def _words(how_many: int, lot: np.random.Generator) -> list[str]:
    """Different words of two to five syllables, in no order."""
    found: dict[str, None] = {}
    while len(found) < how_many:
        parts = lot.integers(0, len(SYLLABLES), (how_many, 5))
        lengths = lot.integers(2, 6, how_many)
        for row, length in zip(parts, lengths, strict=True):
            found["".join(SYLLABLES[part] for part in row[:length])] = None
    return list(found)[:how_many]
