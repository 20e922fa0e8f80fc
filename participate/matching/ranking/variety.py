"""Variety: no ten of a kind in a row (maximal marginal relevance)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from participate.matching.rules import RELEVANCE


def varied(scores: Sequence[float], alike: NDArray[np.float64]) -> list[int]:
    """An order of all items that weighs each one's score against how like it is to those already placed.

    `scores` are not negative, `alike[i, j]` is from 0 to 1. Equal items keep their order.
    """
    left = np.array(scores) * (RELEVANCE / max(scores, default=1.0))
    likeness, likest, worth = alike * (1 - RELEVANCE), np.zeros(len(scores)), np.zeros(len(scores))
    order: list[int] = []
    for _ in scores:
        best = int(np.subtract(left, likest, out=worth).argmax())
        order.append(best)
        left[best] = -np.inf
        np.maximum(likest, likeness[best], out=likest)
    return order
