"""How often a document holds each term, and what that is worth."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.document import Document
from participate.matching.rules import HEADING, LENGTH, SATURATION, YOUNG
from participate.matching.text.analyser import Analyser
from participate.matching.words import Kind

USUAL_LENGTH = 12.0  # terms, before anything has been counted


def counted(document: Document, analyser: Analyser) -> Counter[str]:
    """How often each term occurs: in the title or a tag four times what it counts in the body."""
    heading = "\n".join((document.title, *document.tags))
    counts = Counter(
        {term: HEADING * times for term, times in Counter(analyser.terms(heading, document.language)).items()}
    )
    if document.body:
        counts.update(analyser.terms(document.body, document.language))
    return counts


def usual_lengths(kinds: Iterable[Kind], lengths: Iterable[float]) -> dict[Kind, float]:
    """The mean length of the documents of each kind, so that a person's three words are not "short" beside
    a page.
    """
    found: dict[Kind, list[float]] = defaultdict(list)
    for kind, length in zip(kinds, lengths, strict=True):
        found[kind].append(length)
    return {kind: sum(one) / len(one) or USUAL_LENGTH for kind, one in found.items()}


def held_back(kinds: Iterable[Kind], lengths: Iterable[float], usual: Mapping[Kind, float]) -> NDArray[np.float32]:
    """For each document the number that a term's count is weighed against (BM25's length part)."""
    shares = [length / usual.get(kind, USUAL_LENGTH) for kind, length in zip(kinds, lengths, strict=True)]
    return (SATURATION * (1 - LENGTH + LENGTH * np.array(shares))).astype(np.float32)


def saturated(counts: NDArray[np.float32], against: NDArray[np.float32]) -> NDArray[np.float32]:
    """BM25's weight of a term that occurs `counts` times, without the term's rarity: from 0 up to 2.2."""
    return counts * (SATURATION + 1) / (counts + against)


def rarity(spread: NDArray, documents: int) -> NDArray[np.float64]:
    """BM25's weight of a term by how many documents hold it; never negative."""
    documents = max(documents, YOUNG)
    return np.log1p(np.maximum(documents - spread + 0.5, 0) / (spread + 0.5))
