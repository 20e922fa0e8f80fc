"""Fitting: the whole index made anew from all documents, with scikit-learn. The only pure module that loads
it.
"""

from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from participate.matching.index.alike import LONGEST, NOTHING_ALIKE, SHORTEST, LookAlikes
from participate.matching.index.document import Document
from participate.matching.index.live import Index
from participate.matching.index.names import Names
from participate.matching.index.segment import Rows, Segment
from participate.matching.index.weighing import counted, held_back, saturated, usual_lengths
from participate.matching.text.analyser import CONCEPT, Analyser


def fit(documents: Sequence[Document], analyser: Analyser) -> Index:
    """An index of these documents, which can then be kept live by adding and removing."""
    if not documents:
        return Index(analyser)
    vectoriser = CountVectorizer(analyzer=lambda one: counted(one, analyser).elements(), dtype=np.float32)
    try:
        counts = vectoriser.fit_transform(documents)
    except ValueError:  # not one word among all documents
        return Index(analyser)
    kinds = [document.kind for document in documents]
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    usual = usual_lengths(kinds, lengths.tolist())
    against = held_back(kinds, lengths.tolist(), usual)
    places = np.repeat(np.arange(len(documents), dtype=np.int32), np.diff(counts.indptr))
    names = Names()
    rows = Rows.of(documents, names)
    base = Segment.of(rows, places, counts.indices.astype(np.int32), saturated(counts.data, against[places]))
    vocabulary = {term: int(number) for term, number in vectoriser.vocabulary_.items()}
    return Index(analyser, base, vocabulary, names, usual, look_alikes(vocabulary, base))


def look_alikes(vocabulary: dict[str, int], base: Segment) -> LookAlikes:
    """The letter runs of all words of the vocabulary."""
    words = sorted(vocabulary, key=vocabulary.__getitem__)
    vectoriser = TfidfVectorizer(analyzer="char_wb", ngram_range=(SHORTEST, LONGEST), lowercase=False, dtype=np.float32)
    try:
        by_run = vectoriser.fit_transform("" if word.startswith(CONCEPT) else word for word in words).tocsc()
    except ValueError:  # concepts only
        return NOTHING_ALIKE
    numbers = {run: int(number) for run, number in vectoriser.vocabulary_.items()}
    rarity = vectoriser.idf_.astype(np.float32)
    first, last = base.find(np.arange(len(words), dtype=np.int32))
    return LookAlikes(
        words,
        last - first,
        numbers,
        rarity,
        by_run.indptr.astype(np.int64),
        by_run.indices,
        by_run.data,
    )
