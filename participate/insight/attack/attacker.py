"""Somebody who has every published table and wants to know what is in a small cell. Pure.

Written apart from `disclosure`, so that one mistake does not blind both: it shares only the form in which tables are
published. It adds up rows, columns, localities, quarters and months, subtracts every table from every other that holds
it, narrows all cells by what follows until nothing more does, and then asks a linear program for the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from participate.insight.attack.sums import Name, Sum, sums_over
from participate.insight.disclosure.table import Safe, SafeTable, Shape
from participate.insight.words import Shown

ENOUGH = 5  # so many whole numbers left, and a cell is not found
_ANY = 1e8  # larger than any figure
_CLOSE = 1e-6
Numbers = NDArray[np.float64]


def first_guess(shape: Shape, safe: Safe, rounding: int) -> tuple[float, float]:
    """What one published cell says by itself."""
    match safe.shown:
        case Shown.NONE:
            return 0, 0
        case Shown.SHOWN:
            value = safe.value or 0
            return max(value - rounding, shape.threshold), value + rounding
        case Shown.FEW if shape.people:
            return 0, shape.threshold - 1
    return 0, _ANY


class Attacker:
    """What is left for each cell, from `least` to `most`, narrower with each step."""

    def __init__(self, tables: Sequence[SafeTable], rounding: int) -> None:
        self.number: dict[Name, int] = {}
        guesses: list[tuple[float, float]] = []
        for table in tables:
            for (area, split), safe in table.cells.items():
                self.number[table.shape.measure, table.period.code, area, split] = len(guesses)
                guesses.append(first_guess(table.shape, safe, rounding))
        self.least, self.most = (np.array(ends, dtype=np.float64) for ends in zip(*guesses, strict=True))
        self._lay_out(list(sums_over(tables)))

    def _lay_out(self, sums: list[Sum]) -> None:
        """Each sum as a row: total − parts, which is 0, or more than that, or less."""
        rows, columns, signs = [], [], []
        for row, each in enumerate(sums):
            for name, sign in ((each.total, 1.0), *((part, -1.0) for part in each.parts)):
                rows.append(row)
                columns.append(self.number[name])
                signs.append(sign)
        self._row, self._column = np.array(rows, dtype=np.int64), np.array(columns, dtype=np.int64)
        self._sign = np.array(signs)
        self._low = np.array([-_ANY * 100 if each.at_most else 0.0 for each in sums])
        self._high = np.array([_ANY * 100 if each.at_least else 0.0 for each in sums])
        self._many = len(sums)

    def deduce(self, rounds: int = 100) -> None:
        """Rows, columns and margins by turns, until nothing gets narrower."""
        for _ in range(rounds if self._many else 0):
            before = self.most - self.least
            self._narrow()
            if np.array_equal(before, self.most - self.least):
                break

    def _narrow(self) -> None:
        one, other = self._sign * self.least[self._column], self._sign * self.most[self._column]
        low, high = np.minimum(one, other), np.maximum(one, other)
        lows = np.bincount(self._row, low, self._many)[self._row] - low
        highs = np.bincount(self._row, high, self._many)[self._row] - high
        down, up = self._low[self._row] - highs, self._high[self._row] - lows  # of sign × the cell
        positive = self._sign > 0
        np.maximum.at(self.least, self._column, np.ceil(np.where(positive, down, -up) - _CLOSE))
        np.minimum.at(self.most, self._column, np.floor(np.where(positive, up, -down) + _CLOSE))

    def left(self, cell: int) -> int:
        """How many whole numbers are left for a cell."""
        return int(self.most[cell] - self.least[cell]) + 1

    def ask(self, wanted: Iterable[int]) -> None:
        """A linear program for the least and the most of each wanted cell. Whatever fills in all tables shows what is
        still possible, so that most cells need no program of their own."""
        wanted = [cell for cell in wanted if self.left(cell) >= ENOUGH]
        self._seen_low, self._seen_high = np.full(len(self.least), np.inf), np.full(len(self.least), -np.inf)
        rows = csr_matrix((self._sign, (self._row, self._column)), shape=(self._many, len(self.least)))
        self._constraints = [LinearConstraint(rows, self._low, self._high)] if self._many else []
        while wanted:
            self._optimum(wanted, 1)
            self._optimum(wanted, -1)
            still = [cell for cell in wanted if not self._open(cell)]
            if len(still) == len(wanted):
                break
            wanted = still
        for cell in wanted:
            if not self._open(cell):
                self.least[cell] = max(self.least[cell], np.ceil(self._optimum([cell], 1) - _CLOSE))
                self.most[cell] = min(self.most[cell], np.floor(self._optimum([cell], -1) + _CLOSE))

    def _open(self, cell: int) -> bool:
        seen = np.floor(self._seen_high[cell] + _CLOSE) - np.ceil(self._seen_low[cell] - _CLOSE)
        return bool(seen + 1 >= ENOUGH)

    def _optimum(self, cells: list[int], sign: int) -> float:
        aim = np.zeros(len(self.least))
        aim[cells] = sign
        found = milp(  # without whole numbers: a plain linear program
            aim, bounds=Bounds(self.least, self.most), constraints=self._constraints, options={"presolve": False}
        )
        if found.x is None:
            raise ValueError("the published tables contradict each other")
        self._seen_low = np.minimum(self._seen_low, found.x)
        self._seen_high = np.maximum(self._seen_high, found.x)
        return float(found.fun) * sign
