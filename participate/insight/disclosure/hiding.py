"""Hides cells of a table until nothing small can be worked out from all that is published. Pure.

Three rounds, each believing less of whoever reads. In the first a reader takes each HIDDEN cell for no small one, and
cells that are shown get hidden. What cannot be made safe so (two small cells that make up a total which is not) is
looked at again by a reader who knows that a HIDDEN cell may be anything; then small cells can be hidden too. In the
third the whole table is hidden.
"""

from __future__ import annotations

from collections.abc import Sequence

from participate.insight.disclosure.knowing import Known, everything, group_of, parts_of
from participate.insight.disclosure.solver import Contradiction, Numbers, Solver
from participate.insight.disclosure.table import Key, RawTable, Safe, SafeTable
from participate.insight.words import WHOLE, Shown

_HIDDEN = Safe(Shown.HIDDEN)
_WEIGHTY = 1e-7


class Hiding:
    """One table on its way to being published."""

    def __init__(self, raw: RawTable, table: SafeTable, before: Sequence[SafeTable]) -> None:
        self._raw = raw
        self._table = table
        self._cells = dict(table.cells)
        self._before = before
        self._parents = _parents(table)

    def done(self) -> SafeTable:
        known = everything([*self._before, self._table])
        try:
            self._settle(known)
        except Contradiction:
            self._settle_alone()
        return SafeTable(self._table.shape, self._table.period, self._table.areas, self._cells)

    def _settle_alone(self) -> None:
        """Published tables contradict each other: rows went away in between (somebody asked to be erased), so that
        periods do not add up any more, and nothing follows from it. Then each table counts by itself."""
        self._cells = dict(self._table.cells)
        self._settle(everything([*self._before, self._table], over_tables=False))

    def _settle(self, known: Known) -> None:
        measure, period = self._table.shape.measure, self._table.period
        self._known = known
        self._mine = {
            number: key
            for number, (of, when, key) in enumerate(known.cells)
            if of == measure and when == period and known.told[number].shown is not Shown.NONE
        }
        self._numbers = {key: number for number, key in self._mine.items()}
        protected = [
            number
            for number, safe in enumerate(known.told)
            if known.published[number] and safe.shown in (Shown.FEW, Shown.HIDDEN)
        ]
        if not protected:
            return
        try:
            solver = Solver(known, least_hidden=True)
            left = self._round(solver, protected, (Shown.SHOWN,))
        except Contradiction:  # a small cell was hidden before: whoever takes it for no small one is wrong
            solver = Solver(known, least_hidden=False)
            solver.hide(number for number, key in self._mine.items() if self._cells[key] == _HIDDEN)
            left = set(protected)
        solver.believe_less()
        if left and self._round(solver, protected, (Shown.SHOWN, Shown.FEW)):
            for key in self._mine.values():
                self._cells[key] = _HIDDEN

    def _round(self, solver: Solver, protected: Sequence[int], may_hide: tuple[Shown, ...]) -> set[int]:
        """Hides until nothing that can be made safe is not; returns what cannot."""
        hopeless: set[int] = set()
        while True:
            hidden = [number for number, key in self._mine.items() if self._cells[key] == _HIDDEN]
            unsafe = solver.not_yet_safe({*protected, *hidden} - hopeless)
            narrow = self._first_narrow(solver, sorted(unsafe))
            if narrow is None:
                return hopeless
            cell, weights = narrow
            others = [
                number for number, key in self._mine.items() if self._cells[key].shown in may_hide and number != cell
            ]
            if not others or not solver.can_be_safe(cell, others):
                hopeless.add(cell)
                continue
            chosen = self._next(cell, [one for one in others if weights[one] > _WEIGHTY] or others)
            self._cells[self._mine[chosen]] = _HIDDEN
            solver.hide([chosen])

    def _first_narrow(self, solver: Solver, unsafe: list[int]) -> tuple[int, Numbers] | None:
        for cell in unsafe:
            if not solver.is_safe(cell):
                weights = solver.solve([cell], 1) + solver.solve([cell], -1)
                if not solver.is_safe(cell):
                    return cell, weights
        return None

    def _next(self, cell: int, others: list[int]) -> int:
        """Which to hide: first in the same column, then in the same row, then the totals; the smallest first."""
        return min(others, key=lambda one: (self._far(cell, self._mine[one]), self._size(self._mine[one])))

    def _size(self, key: Key) -> tuple[int, Key]:
        return self._raw.cells[key].value, key

    def _far(self, cell: int, key: Key) -> int:
        area, split = self._known.cells[cell][2]
        if key == (area, split):
            return 0  # the cell is of another table: here it is told again
        if key[1] == split and self._parents.get(key[0]) == self._parents.get(area):
            return 1
        if key[0] == area and split and key[1] and group_of(key[1]) == group_of(split):
            return 2
        return 3 if key in ((self._parents.get(area), split), (area, WHOLE)) else 4


def _parents(table: SafeTable) -> dict[str, str]:
    """The area in which each area lies, as far as the table has it."""
    there = {area for area, _split in table.cells}
    return {
        part: area for area in there for part in parts_of(area, table.areas, there)[0] if not area.startswith("ward:")
    }
