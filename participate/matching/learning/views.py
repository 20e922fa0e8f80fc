"""Looking through what was learned: what speaks for each thing, from what somebody joined and from what she said.

Each view is brought to the same scale (how many standard deviations a thing lies above the mean of all that may be
shown), and the views are added up with the weights below.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from participate.matching.learning.learned import Learned
from participate.matching.rules import FREE_MAP, NEAR_MAP, SAME_MEANING, WORDS_AND_MAP, WORDS_KNOWN

Scores = NDArray[np.float64]
Weights = NDArray[np.float32]


def standard(scores: Scores, among: NDArray[np.bool_]) -> Scores:
    """The scores in standard deviations above the mean `among` these; 0 where all are the same."""
    mine = scores[among]
    spread = mine.std() if len(mine) else 0.0
    return (scores - mine.mean()) / spread if spread > 1e-9 else np.zeros(len(scores))


def from_joined(learned: Learned, joined: Sequence[int], among: NDArray[np.bool_]) -> Scores:
    """What speaks for each thing, from the things joined, by their places."""
    if not joined:
        return np.zeros(learned.size)
    together = _together(learned, joined, among)
    if not learned.by_content:
        return together
    words = standard(_words(learned, joined), among) * _new(learned, WORDS_KNOWN)
    content = standard(words + _mapped(learned, joined, among), among)
    return together * learned.trust + content * (1.0 - (1.0 - WORDS_AND_MAP) * learned.trust)


def from_words(learned: Learned, terms: NDArray[np.int32], weights: Weights, among: NDArray[np.bool_]) -> Scores:
    """How near each text is in meaning to a question: its terms, with weights that hold their rarity."""
    known = terms < len(learned.space.terms)
    if not known.any():
        return np.zeros(learned.size)
    asked = weights[known] @ learned.space.terms[terms[known]]
    return standard((learned.space.texts @ asked.astype(np.float32)).astype(np.float64), among)


def joined_already(learned: Learned) -> NDArray[np.bool_]:
    """Which things somebody joined, so that of them it is known with what they go together."""
    known = np.zeros(learned.size, np.bool_)
    if learned.together is not None:
        known[learned.together.known] = True
    return known[learned.whole]


def company(learned: Learned, joined: Sequence[int]) -> dict[int, int]:
    """From a thing's number to the thing joined that most people of it have joined too, where these are enough."""
    if learned.together is None or not joined:
        return {}
    rows = learned.together.both[joined].toarray()
    best = rows.argmax(axis=0)
    return {int(thing): joined[int(best[thing])] for thing in np.flatnonzero(rows.max(axis=0))}


def _words(learned: Learned, joined: Sequence[int]) -> Scores:
    """The words of what was joined, as one text, with those of each thing."""
    texts = learned.texts
    profile = np.log1p(np.asarray(texts.weights[joined].sum(axis=0)).ravel())
    return (texts.weights @ (profile * learned.rare)).astype(np.float64)


def _new(learned: Learned, known: float) -> Scores:
    """1 for what nobody joined yet, of which only its words tell; `known` for the rest."""
    worth = np.ones(learned.size)
    if learned.maps is not None and learned.together is not None:
        worth[learned.together.known] = known
    return worth


def _mapped(learned: Learned, joined: Sequence[int], among: NDArray[np.bool_]) -> Scores:
    places, maps = learned.space.texts, learned.maps
    if maps is None:
        middle = places[joined].mean(axis=0)
        return SAME_MEANING * standard((places @ middle).astype(np.float64), among)
    centred = places - maps.middle
    start = centred[joined].mean(axis=0)
    free, near = ((centred @ (start @ each)).astype(np.float64) for each in (maps.free, maps.near))
    return FREE_MAP * standard(free, among) + NEAR_MAP * standard(near, among)


def _together(learned: Learned, joined: Sequence[int], among: NDArray[np.bool_]) -> Scores:
    """What the same people joined. What nobody joined yet is worth the mean: there its words decide."""
    together = learned.together
    found = np.zeros(len(among))
    if together is None:
        return found
    at = np.searchsorted(together.known, learned.whole[joined])
    at = at[(at < len(together.known))]
    mine = at[np.isin(together.known[at], learned.whole[joined])]
    if not len(mine):
        return found
    of_known = np.zeros(len(among))
    of_known[together.known] = together.worth[mine].sum(axis=0)
    told = joined_already(learned) & among
    found[told] = standard(of_known[learned.whole], told)[told] if told.any() else 0.0
    return found
