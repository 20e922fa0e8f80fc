"""What can still be believed where published tables contradict each other. Pure."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, hstack, identity, vstack

from participate.insight.disclosure.knowing import Cell, Known, Relations
from participate.insight.disclosure.solver import Contradiction, Solver
from participate.insight.words import BOROUGH

_NEAR = 1e-6
_DEAR = 100.0  # within one table everything was counted at the same moment, and does add up
Line = tuple[Cell, list[Cell]]


def believable(known: Known) -> Known:
    """The same without the relations that cannot hold together: the least that has to be given up. Raises
    Contradiction where that does not help."""
    solver = Solver(known, least_hidden=False)
    relations = known.relations
    exact, most = relations.equal, [*relations.most, *relations.least]
    rows = [matrix for matrix in (solver.equal, solver.most) if matrix is not None]
    if not rows:
        raise Contradiction
    matrix = vstack(rows)
    over, under = identity(matrix.shape[0]), identity(matrix.shape[0])
    weights = [_weight(line) for line in [*exact, *most]]
    found = linprog(
        np.concatenate([np.zeros(len(solver.place)), weights, weights]),
        A_ub=_part(matrix, over, under, len(exact), None), b_ub=np.zeros(len(most)),
        A_eq=_part(matrix, over, under, 0, len(exact)), b_eq=np.zeros(len(exact)),
        bounds=np.concatenate([solver.bounds, np.tile([0.0, solver.large], (2 * len(weights), 1))]), method="highs",
    )  # fmt: skip
    if found.x is None:
        raise Contradiction
    given_up = found.x[len(solver.place) :].reshape(2, -1).sum(axis=0) > _NEAR
    return replace(known, relations=_without(relations, given_up))


def _part(matrix: csr_matrix, over: csr_matrix, under: csr_matrix, first: int, end: int | None) -> csr_matrix:
    return csr_matrix(hstack([matrix, over, -under]))[first:end]


def _weight(line: Line) -> float:
    """How dear a relation is: the finer, the dearer. One ward that lost somebody must not cost its neighbours theirs;
    the totals above it are wrong with it and are given up instead."""
    (measure, period, (area, split)), parts = line
    if all(part[:2] == (measure, period) for part in parts):
        return _DEAR
    return (1.0 if area == BOROUGH else 9.0 if area.startswith("ward:") else 3.0) * (3.0 if split else 1.0)


def _without(relations: Relations, given_up: np.ndarray) -> Relations:
    left = Relations()
    place = 0
    for name in ("equal", "most", "least"):
        lines: list[Line] = getattr(relations, name)
        getattr(left, name).extend(line for at, line in enumerate(lines, place) if not given_up[at])
        place += len(lines)
    return left
