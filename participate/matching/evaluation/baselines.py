"""What ours is measured against: chance, popularity, scikit-learn's default TF-IDF and bm25s.

Each ranks all that may be ranked. Equals stand in an order drawn once, so that the order of a file tells nothing.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

import bm25s
import numpy as np
import Stemmer
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity

from participate.matching.evaluation.crowd import Crowd, Trial
from participate.matching.text.languages import STEMMERS

Scores = NDArray[np.float64]
Scorer = Callable[[Sequence[str]], Iterator[Scores]]  # from questions to the scores of all texts, one array each
AT_ONCE = 256  # questions
SEED = 0
USUAL = "en"
STOPPED = {"de", "en", "es", "fr", "pt"}  # our languages of which bm25s has stop words

logging.getLogger("bm25s").setLevel(logging.WARNING)  # it tells of every index that it builds


class Order:
    """Puts names in the order of their scores."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._chance = np.random.default_rng(SEED).permutation(len(names))

    def of(self, scores: Scores) -> list[str]:
        """All names, the highest score first."""
        return [self._names[place] for place in np.lexsort((self._chance, -scores)).tolist()]


def tfidf(texts: Sequence[str]) -> Scorer:
    """`TfidfVectorizer()` as it comes, and the cosine."""
    vectoriser = TfidfVectorizer()
    try:
        rows = vectoriser.fit_transform(texts)
    except ValueError:  # not one word among all texts
        return lambda questions: (np.zeros(len(texts)) for _ in questions)

    def scores(questions: Sequence[str]) -> Iterator[Scores]:
        for first in range(0, len(questions), AT_ONCE):
            yield from cosine_similarity(vectoriser.transform(questions[first : first + AT_ONCE]), rows)

    return scores


def bm25(texts: Sequence[str], language: str | None) -> Scorer:
    """bm25s as its own guide uses it: stop words (where it has some of the language), stems, Lucene's weights."""
    index = bm25s.BM25()
    index.index(_words(texts, language), show_progress=False)

    def scores(questions: Sequence[str]) -> Iterator[Scores]:
        for words in _words(questions, language):
            yield index.get_scores(words).astype(np.float64) if words else np.zeros(len(texts))

    return scores


def _words(texts: Sequence[str], language: str | None) -> list[list[str]]:
    language = language or USUAL
    stemmer = Stemmer.Stemmer(STEMMERS[language]) if language in STEMMERS else None
    stopwords = language if language in STOPPED else []
    found: list[list[str]] = bm25s.tokenize(
        list(texts), stopwords=stopwords, stemmer=stemmer, return_ids=False, show_progress=False
    )
    return found


def by_text(crowd: Crowd, trials: Sequence[Trial]) -> Iterator[list[str]]:
    """Default TF-IDF between all that a person joined, as one text, and the candidates."""
    whole = {item.name: item.whole for item in crowd.items}
    profiles = [" ".join(whole[name] for name in trial.joined) for trial in trials]
    places = [number for number, item in enumerate(crowd.items) if item.name in frozenset(crowd.candidates)]
    order = Order([crowd.items[place].name for place in places])
    for trial, scores in zip(trials, tfidf(list(whole.values()))(profiles), strict=True):
        yield may_be_ranked(order.of(scores[places]), trial)


def by_popularity(crowd: Crowd, trials: Sequence[Trial]) -> Iterator[list[str]]:
    """The most-joined first, the same for everybody."""
    joined = Counter(name for items in crowd.joined.values() for name in items)
    ranking = Order(crowd.candidates).of(np.array([float(joined[name]) for name in crowd.candidates]))
    return (may_be_ranked(ranking, trial) for trial in trials)


def by_chance(crowd: Crowd, trials: Sequence[Trial]) -> Iterator[list[str]]:
    """Any order, another for each."""
    chance = np.random.default_rng(SEED)
    names = np.array(crowd.candidates, dtype=object)
    return (may_be_ranked(chance.permutation(names).tolist(), trial) for trial in trials)


def may_be_ranked(ranking: Iterable[str], trial: Trial) -> list[str]:
    """A ranking without what the person has joined and without her other held-out items."""
    left_out = trial.apart.union(trial.joined)
    return [name for name in ranking if name not in left_out]
