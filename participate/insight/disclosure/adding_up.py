"""Whether a raw table adds up as its shape says; else nothing that rests on it would be safe. Pure."""

from __future__ import annotations

from participate.insight.disclosure.knowing import Cell, Relations, within
from participate.insight.disclosure.table import RawTable
from participate.insight.words import Kind


class DoesNotAddUp(ValueError):
    """A counter and its shape disagree: one of them is wrong."""


def check(table: RawTable) -> None:
    """Raises DoesNotAddUp, with the cell and its parts; never with their numbers, which would end up in a log."""
    if table.shape.kind is Kind.MEDIAN:
        return
    relations = Relations()
    within(relations, table.shape, table.period, table.areas, table.cells)

    def value(cell: Cell) -> int:
        return table.cells[cell[2]].value

    for lines, holds in (
        (relations.equal, int.__eq__), (relations.most, int.__ge__), (relations.least, int.__le__),
    ):  # fmt: skip
        for total, parts in lines:
            if not holds(value(total), sum(value(part) for part in parts)):
                names = ", ".join("/".join(part[2]) for part in parts)
                raise DoesNotAddUp(f"{table.shape.measure} {table.period.code}: {'/'.join(total[2])} of {names}")
