"""Together: which things are joined by the same people (EASE, Steck 2019), and by how many (company)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from participate.matching.rules import COMPANY

HELD_BACK = 30.0  # ridge: what joining by chance is worth
QUIET = 0.15  # things that few people joined are worth n to the power of minus this more
FEW = 5  # people added to each thing for that
MOST = 3_000  # things, the most joined: the rest falls back to its words
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Together:
    """`known` are the things that somebody joined, ascending; `worth[i, j]` is what having joined `known[i]` says for
    `known[j]`; `both` (all things × all things) holds how many people joined both, where these are enough to tell.
    """

    known: NDArray[np.int64]
    worth: Floats
    both: csr_array


def learn_together(joined: csr_array) -> Together | None:
    """From `joined` (people × things); None where nobody joined two."""
    if not joined.shape[0] or np.diff(joined.indptr).max() < 2:
        return None
    popular = np.bincount(joined.indices, minlength=joined.shape[1])
    known = np.flatnonzero(popular)
    if len(known) > MOST:
        known = np.sort(known[np.argsort(-popular[known], kind="stable")[:MOST]])
    mine = csr_array(joined[:, known]).astype(np.float64)
    counts = (mine.T @ mine).toarray()
    diagonal = np.arange(len(known))
    held = counts.copy()
    held[diagonal, diagonal] += HELD_BACK
    inverse = np.linalg.inv(held)
    worth = -inverse / np.diag(inverse)[None, :]
    worth[diagonal, diagonal] = 0.0
    worth *= ((popular[known] + FEW) ** -QUIET)[None, :]
    counts[diagonal, diagonal] = 0
    counts[counts < COMPANY] = 0
    return Together(known, worth.astype(np.float32), _wide(counts, known, joined.shape[1]))


def _wide(counts: NDArray[np.float64], known: NDArray[np.int64], things: int) -> csr_array:
    """The counts between known things as counts between all things."""
    rows, columns = np.nonzero(counts)
    return csr_array((counts[rows, columns].astype(np.int32), (known[rows], known[columns])), shape=(things, things))
