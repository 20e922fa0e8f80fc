"""Maps: from the middle of what somebody joined to where, in the space of meaning, she goes next.

Ridge regression over all that people with two or more things joined: from the mean of a person's other things to the
thing. It also tells of things that nobody joined yet. One map is free; the other stays near to "more of the same",
which is safer where little is known. Things that many joined count less, or the map would only learn what is popular.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

LEAST_PEOPLE = 50  # with two things or more
FREE, NEAR = 10.0, 30.0  # how much each map is held back
POPULAR = 0.5  # a thing that n people joined counts n to the power of minus this
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Maps:
    """`middle` is the mean of all texts (width); `free` and `near` are width × width."""

    middle: Floats
    free: Floats
    near: Floats


def learn_maps(texts: Floats, joined: csr_array) -> Maps | None:
    """The maps, from `joined` (people × things); None with too few people."""
    counts = np.diff(joined.indptr)
    many = csr_array(joined[counts > 1])
    if many.shape[0] < LEAST_PEOPLE:
        return None
    middle = texts.mean(axis=0)
    places = (texts - middle).astype(np.float64)
    of_person = np.repeat(np.arange(many.shape[0]), np.diff(many.indptr))
    count = np.diff(many.indptr)[of_person]
    target = places[many.indices]
    start = ((many @ places)[of_person] - target) / (count - 1)[:, None]
    popular = np.bincount(joined.indices, minlength=joined.shape[1])[many.indices]
    weights = popular**-POPULAR / count
    weighted = start * (weights / weights.mean())[:, None]
    own, across, one = weighted.T @ start, weighted.T @ target, np.eye(texts.shape[1])
    free = np.linalg.solve(own + FREE * one, across)
    near = np.linalg.solve(own + NEAR * one, across + NEAR * one)
    return Maps(middle, free.astype(np.float32), near.astype(np.float32))
