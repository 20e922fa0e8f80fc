"""A space of meaning: texts that share words, or words that look alike, or go with the same others, lie close together
(latent semantic analysis of words and letter runs as one matrix).

Its imports are heavy, 40 MB, and belong to the process that builds: see `learn`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array, csr_array, diags_array, hstack
from sklearn.utils.extmath import randomized_svd

from participate.matching.index.alike import LookAlikes
from participate.matching.learning.space import Space
from participate.matching.learning.texts import Texts

WIDTH = 150  # directions
LEAST = 30  # texts; fewer tell nothing
SEED = 0
Floats = NDArray[np.float32]


def lay_out(texts: Texts, alike: LookAlikes) -> Space | None:
    """Where each text and each term lies; None with too few texts."""
    if len(texts.groups) < LEAST or not texts.weights.nnz:
        return None
    words = _unit(csr_array(texts.weights @ diags_array(texts.rarity.astype(np.float64))))
    runs = _runs(alike, texts.weights.shape[1])
    letters, rare_runs = _letters(texts.weights, runs)
    both = csr_array(hstack([words, letters]))
    width = min(WIDTH, min(both.shape) - 1)
    _left, _sizes, right = randomized_svd(both, width, random_state=SEED)
    places = both @ right.T
    split = words.shape[1]
    pointing = right[:, :split].T + _unit(csr_array(runs @ rare_runs)) @ right[:, split:].T
    return Space(_unit_rows(places), pointing.astype(np.float32))


def _letters(weights: csr_array, runs: csr_array) -> tuple[csr_array, diags_array]:
    """Texts by their letter runs, as TF-IDF rows of length one with damped counts; and the rarity of the runs."""
    counts = csr_array(weights @ runs)
    counts.data = np.log1p(counts.data)
    spread = np.bincount(counts.indices, minlength=counts.shape[1])
    rare = diags_array(np.log((1 + counts.shape[0]) / (1 + spread)) + 1)
    return _unit(csr_array(counts @ rare)), rare


def _runs(alike: LookAlikes, terms: int) -> csr_array:
    """Terms by their letter runs: 1 where a term has one."""
    size = (len(alike.chosen), len(alike.starts) - 1)
    compared = csr_array(csc_array((np.ones_like(alike.weights), alike.places, alike.starts), shape=size))
    starts = np.zeros(terms + 1, np.int64)
    starts[alike.chosen + 1] = np.diff(compared.indptr)
    order = np.argsort(alike.chosen, kind="stable")
    sorted_ = csr_array(compared[order]) if len(order) else compared
    return csr_array((sorted_.data, sorted_.indices, np.cumsum(starts)), shape=(terms, size[1]))


def _unit(rows: csr_array) -> csr_array:
    """The rows at length one."""
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    rows.data = rows.data / np.repeat(np.maximum(lengths, 1e-9), np.diff(rows.indptr))
    return rows


def _unit_rows(rows: NDArray[np.float64]) -> Floats:
    return (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)).astype(np.float32)
