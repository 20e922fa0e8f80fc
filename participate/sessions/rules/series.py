"""Sessions that repeat: which days a rule means. Pure.

Rules are RFC 5545 and always end by COUNT: a last day that somebody asks for is counted out when it is asked. Days are
London days; the hour is put to each day afterwards (`moment_of`), so that 2pm stays 2pm when the clocks change.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.sessions.words import Rhythm

MOST = 60
YEAR = timedelta(days=366)
WEEK = timedelta(days=7)
_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQ = {
    Rhythm.WEEKLY: "FREQ=WEEKLY",
    Rhythm.FORTNIGHTLY: "FREQ=WEEKLY;INTERVAL=2",
    Rhythm.MONTHLY: "FREQ=MONTHLY;BYDAY={nth}{day}",
}
LAST = -1  # "the last Tuesday of the month"


class SeriesWithoutEnd(RuleBroken):
    message = mark("Say how many times, or until which day.")


class SeriesTooShort(RuleBroken):
    message = mark("That is only one time. Choose “Once”, or a later last day.")


class SeriesTooLong(RuleBroken):
    message = mark("That is too many: a series has at most 60 sessions and lasts at most a year.")


class NoFreeWeek(RuleBroken):
    message = mark("There is no free week at that hour and place in the year ahead. Plan it by hand.")


@dataclass(frozen=True)
class Slot:
    """When something is: from `starts_at` to `ends_at` (aware), in the space `space_id`, if in one."""

    starts_at: datetime
    ends_at: datetime
    space_id: int | None = None

    def clashes(self, other: "Slot") -> bool:
        """Whether both are in the same space at the same time."""
        same = self.space_id is not None and self.space_id == other.space_id
        return same and self.starts_at < other.ends_at and other.starts_at < self.ends_at


def nth_of(day: date) -> int:
    """Which of its weekdays in its month `day` is: 1 to 4, or LAST for a fifth (not every month has one)."""
    nth = (day.day - 1) // 7 + 1
    return nth if nth < 5 else LAST


def rule_of(rhythm: Rhythm, first_day: date, *, count: int | None = None, until: date | None = None) -> str:
    """The RFC 5545 rule, ended by `count` sessions or by the last day `until`, which may be one of them.

    Raises SeriesWithoutEnd, SeriesTooShort or SeriesTooLong.
    """
    if count is None and until is None:
        raise SeriesWithoutEnd
    bare = _FREQ[rhythm].format(nth=nth_of(first_day), day=_BYDAY[first_day.weekday()])
    days = _days(f"{bare};COUNT={MOST + 1}", first_day)
    wanted = days[:count] if count is not None else days
    if until is not None:
        wanted = [day for day in wanted if day <= until]
    if len(wanted) < 2:
        raise SeriesTooShort
    if len(wanted) > MOST or (count or 0) > MOST or wanted[-1] - first_day > YEAR:
        raise SeriesTooLong
    return f"{bare};COUNT={len(wanted)}"


def days_of(rule: str, first_day: date) -> list[date]:
    """The London days of a rule, the first one first."""
    return _days(rule, first_day)


def _days(rule: str, first_day: date) -> list[date]:
    found = rrulestr(rule, dtstart=datetime.combine(first_day, time()))
    return [each.date() for each in found]


def rhythm_of(rule: str) -> Rhythm:
    """How the sessions of a rule follow each other."""
    if rule.startswith("FREQ=MONTHLY"):
        return Rhythm.MONTHLY
    return Rhythm.FORTNIGHTLY if "INTERVAL=2" in rule else Rhythm.WEEKLY


def again(rule: str, first_day: date, count: int) -> str:
    """A rule of the same rhythm for `count` sessions from `first_day`: what "this and later" leaves, or begins."""
    bare = _FREQ[rhythm_of(rule)].format(nth=nth_of(first_day), day=_BYDAY[first_day.weekday()])
    return f"{bare};COUNT={count}"


def free_weeks(like: Slot, after: date, met: Collection[date], taken: Sequence[Slot]) -> list[date]:
    """The London days of the year ahead, whole weeks after `like` and later than `after`, on which its hour is free.

    Free: not a day on which its project meets already (`met`), and nothing of `taken` in its space at that hour, as
    the clock on the wall shows it. `like` is in London time. Raises NoFreeWeek when a year has none.
    """
    first = like.starts_at.date()
    behind = max(0, (after - first).days // 7)
    found = []
    for weeks in range(behind + 1, behind + 53):
        day = first + weeks * WEEK
        # Adding to London time moves the hands of the clock, not seconds: 2pm stays 2pm.
        moved = Slot(like.starts_at + weeks * WEEK, like.ends_at + weeks * WEEK, like.space_id)
        if day > after and day not in met and not any(moved.clashes(other) for other in taken):
            found.append(day)
    if not found:
        raise NoFreeWeek
    return found
