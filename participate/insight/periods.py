"""Months, quarters and years, as London days. Pure.

A row belongs to the month of its *counting moment*: when it happened, or ten days before it was written down if that
is later. A month closes ten days after its end (GRACE, which also ends the reopening of a count); so what is written
down later counts in a month that is still open, each row counts once, and a closed month never changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from participate.core import clock
from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.insight.words import Grain
from participate.sessions.rules.attendance import GRACE

_MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12}
_CODE = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?", re.ASCII)


class NotAPeriod(RuleBroken):
    message = mark("Write a period like 2026, 2026-Q3 or 2026-07.")


@dataclass(frozen=True, order=True)
class Period:
    """A calendar month, quarter or year: from its first day up to, not including, the first day `after` it."""

    first: date
    grain: Grain

    @property
    def after(self) -> date:
        months = self.first.year * 12 + self.first.month - 1 + _MONTHS[self.grain]
        return date(months // 12, months % 12 + 1, 1)

    @property
    def last(self) -> date:
        return self.after - timedelta(days=1)

    @property
    def code(self) -> str:
        """ "2026", "2026-Q3" or "2026-07": in addresses, files and tables."""
        if self.grain is Grain.YEAR:
            return f"{self.first.year}"
        if self.grain is Grain.QUARTER:
            return f"{self.first.year}-Q{(self.first.month + 2) // 3}"
        return f"{self.first.year}-{self.first.month:02d}"

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """The UTC moments between which its London days lie (end not included)."""
        return clock.moment_of(self.first, time()), clock.moment_of(self.after, time())

    @property
    def closes_at(self) -> datetime:
        """From then on it can be counted, and no row joins it any more."""
        return self.bounds[1] + GRACE

    def before(self, steps: int = 1) -> Period:
        """The period of the same length so many steps earlier (negative: later)."""
        months = self.first.year * 12 + self.first.month - 1 - steps * _MONTHS[self.grain]
        return Period(date(months // 12, months % 12 + 1, 1), self.grain)

    def parts(self, grain: Grain) -> list[Period]:
        """The shorter periods of which it is made, in order."""
        if _MONTHS[self.grain] % _MONTHS[grain]:
            return []
        count = _MONTHS[self.grain] // _MONTHS[grain]
        begun = Period(self.first, grain)
        return [begun.before(-step) for step in range(count)]

    def holds(self, other: Period) -> bool:
        """Whether the other period lies within this one."""
        return self.first <= other.first and other.after <= self.after


def of_day(day: date, grain: Grain) -> Period:
    """The period of that length in which a day lies."""
    months = _MONTHS[grain]
    return Period(date(day.year, (day.month - 1) // months * months + 1, 1), grain)


def read(code: str) -> Period:
    """The period of a code. Raises NotAPeriod."""
    found = _CODE.fullmatch(code.strip())
    if found is None or not 2000 <= int(found[1]) <= 2999:
        raise NotAPeriod
    year, quarter, month = int(found[1]), found[2], found[3]
    if quarter:
        return Period(date(year, 3 * int(quarter) - 2, 1), Grain.QUARTER)
    return Period(date(year, int(month), 1), Grain.MONTH) if month else Period(date(year, 1, 1), Grain.YEAR)


def closing_with(month: Period) -> list[Period]:
    """The periods whose figures are published with this month's: itself, its quarter and its year where they end."""
    wider = [of_day(month.first, grain) for grain in (Grain.QUARTER, Grain.YEAR)]
    return [month, *(each for each in wider if each.after == month.after)]
