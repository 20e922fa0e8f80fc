"""When a space is open. Pure.

Hours are what the clock on the wall in London shows. A stretch of hours lies within one day: 00:00 as its end is the
midnight that ends the day. Stretches that touch over midnight are one. What counts on a day, the strongest first:

1. a day that is closed is closed;
2. a day with other hours has these alone;
3. where a space has terms, a day in none of them is closed;
4. the hours of its weekday; a space that names no hours at all is open day and night.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from participate.core.clock import LONDON, local
from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.spaces.words import DayKind

MIDNIGHT = time()
DAY = timedelta(days=1)
FURTHEST = timedelta(days=366 * 3)  # how far ahead special days may be written
MOST_STRETCHES = 5  # in one weekday
CLOCKS_CHANGE = time(1, tzinfo=UTC)  # of their Sunday, always

Span = tuple[datetime, datetime]  # UTC moments


class HoursClash(RuleBroken):
    """Two stretches of one day share time."""

    message = mark("Two of these times overlap. Change one of them.")


class HoursMissing(RuleBroken):
    """Only one end of a stretch is there."""

    message = mark("Write both when it opens and when it closes.")


class TooManyStretches(RuleBroken):
    message = mark("A day can have at most 5 times. Join some of them.")


class DaysWrongWay(RuleBroken):
    """The last day is before the first."""

    message = mark("The last day must not be before the first.")


class DaysTooFar(RuleBroken):
    message = mark("That is too far away. Choose days in the next three years.")


@dataclass(frozen=True, order=True)
class Stretch:
    """From `opens` to `closes` on a weekday (0 is Monday). `closes` 00:00 is the midnight that ends the day."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True)
class Special:
    """How the days from `first_day` to `last_day`, both included, differ. Only HOURS has `opens` and `closes`."""

    kind: DayKind
    first_day: date
    last_day: date
    opens: time | None = None
    closes: time | None = None
    note: str = ""

    def covers(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True)
class Opening:
    """When a space is open: its usual week, and the days that differ."""

    week: tuple[Stretch, ...] = ()
    special: tuple[Special, ...] = ()

    @property
    def always(self) -> bool:
        """Whether it names no hours and no days: open day and night."""
        return not self.week and not self.special


@dataclass(frozen=True)
class Piece:
    """What of some time lies on one London day, as the wall clock shows it. `until` 00:00 is the midnight after."""

    day: date
    since: time
    until: time


def hours_on(opening: Opening, day: date) -> list[tuple[time, time]]:
    """The stretches of a London day on the wall clock, in order; empty when closed, (00:00, 00:00) for all day."""
    special = [each for each in opening.special if each.covers(day)]
    if any(each.kind is DayKind.CLOSED for each in special):
        return []
    other = [(each.opens, each.closes) for each in special if each.opens is not None and each.closes is not None]
    if other:
        return joined(other)
    terms = [each for each in opening.special if each.kind is DayKind.TERM]
    if terms and not any(each.covers(day) for each in terms):
        return []
    if not opening.week:
        return [(MIDNIGHT, MIDNIGHT)]
    return joined((each.opens, each.closes) for each in opening.week if each.weekday == day.weekday())


def spans(opening: Opening, first_day: date, last_day: date) -> list[Span]:
    """When it is open from the start of the first London day to the end of the last, in UTC, in order.

    Stretches that touch are one, over midnight too.
    """
    found: list[Span] = []
    for number in range((last_day - first_day).days + 1):
        day = first_day + number * DAY
        for opens, closes in hours_on(opening, day):
            start, end = moment_at(day, opens), end_at(day, closes)
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            elif start < end:
                found.append((start, end))
    return found


def is_open(opening: Opening, starts_at: datetime, ends_at: datetime) -> bool:
    """Whether it is open from one moment (aware) to the other without a break."""
    if opening.always:
        return True
    around = spans(opening, local(starts_at).date(), local(ends_at).date())
    return any(start <= starts_at and ends_at <= end for start, end in around)


def minutes_open(opening: Opening, first_day: date, last_day: date) -> int:
    """How many minutes it is open on these London days; a day on which the clocks change has 23 or 25 hours."""
    long = sum((end - start for start, end in spans(opening, first_day, last_day)), timedelta())
    return int(long.total_seconds()) // 60


def moment_at(day: date, hour: time) -> datetime:
    """The UTC moment at which something begins at `hour` of a London day: of an hour that comes twice the first; of
    one that is left out, the moment at which the clocks jump over it."""
    moment = datetime.combine(day, hour, tzinfo=LONDON).astimezone(UTC)
    return moment if moment.astimezone(LONDON).time() == hour else datetime.combine(day, CLOCKS_CHANGE)


def end_at(day: date, hour: time) -> datetime:
    """As `moment_at`, for an end: 00:00 is the midnight after the day; of an hour that comes twice the second."""
    if hour == MIDNIGHT:
        return moment_at(day + DAY, MIDNIGHT)
    moment = datetime.combine(day, hour, tzinfo=LONDON).replace(fold=1).astimezone(UTC)
    return moment if moment.astimezone(LONDON).time() == hour else datetime.combine(day, CLOCKS_CHANGE)


def pieces(starts_at: datetime, ends_at: datetime) -> list[Piece]:
    """The London days that some time touches, each with its part of it on the wall clock."""
    start, end = local(starts_at), local(ends_at)
    found, day = [], start.date()
    while True:
        last = day == end.date() or (day + DAY == end.date() and end.time() == MIDNIGHT)
        since = start.time() if day == start.date() else MIDNIGHT
        found.append(Piece(day, since, end.time() if last else MIDNIGHT))
        if last:
            return found
        day += DAY


def joined(stretches: Iterable[tuple[time, time]]) -> list[tuple[time, time]]:
    """Stretches of one day in order; those that touch or overlap are one."""
    found: list[tuple[time, time]] = []
    for opens, closes in sorted(stretches, key=lambda each: (each[0], _end(each[1]))):
        if found and minute_of(opens) <= _end(found[-1][1]):
            found[-1] = (found[-1][0], max(found[-1][1], closes, key=_end))
        else:
            found.append((opens, closes))
    return found


def minute_of(hour: time) -> int:
    """The minutes since the day began."""
    return hour.hour * 60 + hour.minute


def _end(closes: time) -> int:
    return minute_of(closes) or 24 * 60


def week_of(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """A week as it is kept: in order, what touches joined, and what runs past midnight cut there.

    Raises HoursClash or TooManyStretches.
    """
    within: list[Stretch] = []
    for each in stretches:
        over = each.closes <= each.opens and each.closes != MIDNIGHT
        within.append(replace(each, closes=MIDNIGHT) if over else each)
        if over:
            within.append(Stretch((each.weekday + 1) % 7, MIDNIGHT, each.closes))
    kept: list[Stretch] = []
    for weekday in range(7):
        day = sorted((each.opens, each.closes) for each in within if each.weekday == weekday)
        _check_apart(day)
        kept += [Stretch(weekday, opens, closes) for opens, closes in joined(day)]
    return tuple(kept)


def _check_apart(day: Sequence[tuple[time, time]]) -> None:
    if len(day) > MOST_STRETCHES:
        raise TooManyStretches
    for (_opens, closes), (opens, _closes) in zip(day, day[1:], strict=False):
        if minute_of(opens) < _end(closes):
            raise HoursClash


def check_special(special: Special, today: date) -> None:
    """Raises DaysWrongWay, DaysTooFar, HoursMissing, or HoursClash where hours run past midnight."""
    if special.last_day < special.first_day:
        raise DaysWrongWay
    if special.last_day > today + FURTHEST or special.first_day < today - FURTHEST:
        raise DaysTooFar
    if special.kind is not DayKind.HOURS:
        return
    if special.opens is None or special.closes is None:
        raise HoursMissing
    if minute_of(special.opens) >= _end(special.closes):
        raise HoursClash
