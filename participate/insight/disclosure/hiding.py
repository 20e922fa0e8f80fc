"""Hides cells of a table until nothing small can be worked out from all that is published. Pure.

Two rounds, the second believing less of whoever reads. In the first a reader takes each HIDDEN cell for no small one,
and cells that are shown get hidden. What cannot be made safe so (two small cells that make up a total which is not) is
looked at again by a reader who knows that a HIDDEN cell may be anything; then small cells can be hidden too.

A cell is given up only where it would be found though every other cell of this table were hidden, and it too: then this
table adds nothing to what was known of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from participate.insight.disclosure.contradictions import believable
from participate.insight.disclosure.knowing import Known, everything, group_of, parts_of
from participate.insight.disclosure.solver import Contradiction, Solver
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
        known = everything(self._table, self._before)
        try:
            self._settle(known)
        except Contradiction:
            self._settle_what_holds(known)
        return SafeTable(self._table.shape, self._table.period, self._table.areas, self._cells)

    def _settle_what_holds(self, known: Known) -> None:
        """Published tables contradict each other: rows went away in between (somebody asked to be erased). Nobody can
        believe all of it, so what cannot be true together is left out."""
        self._cells = dict(self._table.cells)
        try:
            self._settle(believable(known))
        except Contradiction:
            self._hide_everything()

    def _hide_everything(self) -> None:
        for key in self._mine.values():
            self._cells[key] = _HIDDEN

    def _settle(self, known: Known) -> None:
        measure, period = self._table.shape.measure, self._table.period
        self._known = known
        self._mine = {
            number: key
            for number, (of, when, key) in enumerate(known.cells)
            if of == measure and when == period and known.told[number].shown is not Shown.NONE
        }
        self._numbers = {key: number for number, key in self._mine.items()}
        few, hidden = self._published_as(Shown.FEW), self._published_as(Shown.HIDDEN)
        if not few and not hidden:
            return
        try:
            solver = Solver(known, least_hidden=True)
            self._round(solver, few, (Shown.SHOWN,))
        except Contradiction:  # a small cell was hidden before: whoever takes it for no small one is wrong
            solver = Solver(known, least_hidden=False)
            solver.hide(number for number, key in self._mine.items() if self._cells[key] == _HIDDEN)
        solver.believe_less()
        self._round(solver, [*few, *hidden], (Shown.SHOWN, Shown.FEW))

    def _published_as(self, shown: Shown) -> list[int]:
        known = self._known
        return [at for at, safe in enumerate(known.told) if known.published[at] and safe.shown is shown]

    def _round(self, solver: Solver, protected: Sequence[int], may_hide: tuple[Shown, ...]) -> None:
        """Hides one cell after another until every protected one is safe that can be made so."""
        given_up: set[int] = set()
        while True:
            hidden = {number for number, key in self._mine.items() if self._cells[key] == _HIDDEN}
            hidden = set() if solver.least_hidden else hidden
            unsafe = solver.not_yet_safe(sorted({*protected, *hidden} - given_up))
            cell = self._first_narrow(solver, sorted(unsafe))
            if cell is None:
                return
            chosen = self._to_hide(solver, cell, may_hide)
            if chosen is None:
                given_up.add(cell)
            else:
                self._cells[self._mine[chosen]] = _HIDDEN
                solver.hide([chosen])

    def _to_hide(self, solver: Solver, cell: int, may_hide: tuple[Shown, ...]) -> int | None:
        """Which cell is to be hidden next, for this one's sake; None where none helps."""
        open_ones = [number for number, key in self._mine.items() if self._cells[key].shown in may_hide]
        others = [number for number in open_ones if number != cell]
        if others and solver.can_be_safe(cell, others):
            weights = solver.in_the_way(cell)
            return self._next(cell, [one for one in others if weights[one] > _WEIGHTY] or others)
        return cell if cell in open_ones else None

    def _first_narrow(self, solver: Solver, unsafe: list[int]) -> int | None:
        for cell in unsafe:
            if not solver.is_safe(cell):
                solver.solve([cell], 1)
                solver.solve([cell], -1)
                if not solver.is_safe(cell):
                    return cell
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
