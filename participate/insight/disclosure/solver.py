"""How far each cell can be told from what is known: by linear programming. Pure.

What a solver finds is never wider than the truth: a cell counts as safe only when two ways were found to fill in all
tables, which differ in it by four or more. Numbers found on the way are kept: a cell is hidden and never shown again,
so what was possible stays possible.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from participate.insight.disclosure.knowing import Cell, Known, Relations, known
from participate.insight.words import Shown

LEAST_WIDTH = 5  # so many whole numbers must stay possible
_NEAR = 1e-6
_LARGE = 1e7  # stands for "any number"; the solver wants an end

Numbers = NDArray[np.float64]


class Contradiction(Exception):
    """Nothing can be filled in: what is known is not true of any table."""


def _rows(lines: Iterable[tuple[Cell, list[Cell], float]], place: dict[Cell, int]) -> csr_matrix | None:
    """Each line: sign × (the sum of the parts − the total)."""
    data: list[float] = []
    columns: list[int] = []
    ends = [0]
    for total, parts, sign in lines:
        columns += [place[part] for part in parts]
        data += [sign] * len(parts)
        columns.append(place[total])
        data.append(-sign)
        ends.append(len(data))
    return csr_matrix((data, columns, ends), shape=(len(ends) - 1, len(place))) if data else None


class Solver:
    """The known cells with their bounds, which can be widened, and the least and the most that was found for each."""

    def __init__(self, known_of: Known, least_hidden: bool) -> None:
        """`least_hidden`: whether whoever reads it takes each HIDDEN cell for no small one."""
        self.place = {cell: number for number, cell in enumerate(known_of.cells)}
        relations: Relations = known_of.relations
        self._equal = _rows(((total, parts, 1.0) for total, parts in relations.equal), self.place)
        most = [(total, parts, 1.0) for total, parts in relations.most]
        self._most = _rows([*most, *((total, parts, -1.0) for total, parts in relations.least)], self.place)
        bounds = [known(shape, safe) for shape, safe in zip(known_of.shapes, known_of.told, strict=True)]
        self.bounds = np.array(bounds, dtype=np.float64).reshape(-1, 2)
        shown = self.bounds[:, 1][np.isfinite(self.bounds[:, 1])]
        self.large = _LARGE + 10 * float(shown.max(initial=0.0))
        self.bounds[:, 1] = np.minimum(self.bounds[:, 1], self.large)
        self._floors = np.array([float(shape.threshold) for shape in known_of.shapes])
        self._published = np.array(known_of.published, dtype=bool)
        self.least_hidden = least_hidden
        self.hide(cell for cell, safe in enumerate(known_of.told) if safe.shown is Shown.HIDDEN)
        self.seen_least = np.full(len(self.place), np.inf)
        self.seen_most = np.full(len(self.place), -np.inf)

    def hide(self, cells: Iterable[int]) -> None:
        for cell in cells:
            self.bounds[cell] = self._floors[cell] if self.least_hidden and self._published[cell] else 0, self.large

    def believe_less(self) -> None:
        """From now on a HIDDEN cell may be a small one too."""
        self.least_hidden = False
        open_ended = (self.bounds[:, 1] >= self.large) & (self.bounds[:, 0] > 0)
        self.bounds[open_ended, 0] = 0

    def is_safe(self, cell: int) -> bool:
        least, most = self.seen_least[cell], self.seen_most[cell]
        return bool(np.floor(most + _NEAR) - np.ceil(least - _NEAR) >= LEAST_WIDTH - 1)

    def solve(self, cells: Iterable[int], sign: float, bounds: Numbers | None = None) -> Numbers:
        """Fills everything in with these cells as small (1) or as large (-1) as can be; returns which bounds of cells
        stood in the way: for each cell the weight of its bounds. Raises Contradiction."""
        aim = np.zeros(len(self.place))
        aim[list(cells)] = sign
        found = linprog(
            aim,
            A_ub=self._most, b_ub=None if self._most is None else np.zeros(self._most.shape[0]),
            A_eq=self._equal, b_eq=None if self._equal is None else np.zeros(self._equal.shape[0]),
            bounds=self.bounds if bounds is None else bounds, method="highs",
        )  # fmt: skip
        if found.x is None:
            raise Contradiction
        if bounds is None:
            np.minimum(self.seen_least, found.x, out=self.seen_least)
            np.maximum(self.seen_most, found.x, out=self.seen_most)
        weights: Numbers = np.abs(found.lower.marginals) + np.abs(found.upper.marginals)
        self.last = found.x
        return weights

    def not_yet_safe(self, cells: Iterable[int]) -> list[int]:
        """Those for which no two ways were found, after asking for all of them together while that helps."""
        left = [cell for cell in cells if not self.is_safe(cell)]
        while left:
            self.solve(left, 1)
            self.solve(left, -1)
            still = [cell for cell in left if not self.is_safe(cell)]
            if len(still) == len(left):
                break
            left = still
        return left

    def can_be_safe(self, cell: int, hidden: Iterable[int]) -> bool:
        """Whether it would be safe if all these others were hidden."""
        kept = self.bounds
        self.bounds = kept.copy()
        self.hide(hidden)
        self.solve([cell], 1, self.bounds)
        least = self.last[cell]
        self.solve([cell], -1, self.bounds)
        most = self.last[cell]
        self.bounds = kept
        return bool(np.floor(most + _NEAR) - np.ceil(least - _NEAR) >= LEAST_WIDTH - 1)
