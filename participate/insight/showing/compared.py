"""Two times of the borough side by side, or a ward and the borough."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from participate.insight.measures import Measure
from participate.insight.periods import Period
from participate.insight.rules.comparing import change
from participate.insight.showing.cards import Table
from participate.insight.showing.numbers import figure, number


@dataclass(frozen=True)
class Compared:
    """A line: a figure then, now, and how much more it is; "–" where that may not be told."""

    key: str
    name: str
    first: str
    second: str
    more: str


def times(measures: Sequence[Measure], table: Table, first: Period, second: Period) -> list[Compared]:
    """Each measure at the two times."""
    return [_line(measure, table, first, second) for measure in measures]


def _line(measure: Measure, table: Table, first: Period, second: Period) -> Compared:
    series = table.get(measure.key, {})
    by = change(series.get(second), series.get(first))
    more = "–" if by is None else _signed(measure, by)
    return Compared(
        measure.key, _(measure.name), figure(measure, series.get(first)), figure(measure, series.get(second)), more
    )


def _signed(measure: Measure, by: int) -> str:
    """ "+45", "−45" or "0"."""
    sign = ("−" if by < 0 else "+") if by else ""
    return sign + number(measure, abs(by))
