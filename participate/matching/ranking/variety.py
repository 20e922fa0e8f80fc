"""Variety: no ten of a kind in a row (maximal marginal relevance)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from participate.matching.rules import RELEVANCE


def varied(scores: Sequence[float], alike: NDArray[np.float64]) -> list[int]:
    """An order of all items that weighs each one's score against how like it is to those already placed.

    `scores` are positive, `alike[i, j]` is from 0 to 1. Equal items keep their order.
    """
    relevance = np.array(scores) / max(scores, default=1.0)
    likest = np.zeros(len(scores))
    left = np.ones(len(scores), np.bool_)
    order: list[int] = []
    for _ in scores:
        worth = np.where(left, RELEVANCE * relevance - (1 - RELEVANCE) * likest, -np.inf)
        best = int(np.argmax(worth))
        order.append(best)
        left[best] = False
        likest = np.maximum(likest, alike[best])
    return order
