"""Which days and hours somebody asks for, once or again and again. Pure."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from participate.core.clock import LONDON
from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.spaces.rules.booking import Slot
from participate.spaces.words import Every

MOST_TIMES = 53  # a year of weeks
LONGEST_LABEL = 120
LONGEST_NOTE = 400
LONGEST_REASON = 280
OPENS, CLOSES, STEP = 7, 22, 30  # between these hours, every so many minutes, other times are offered
_WEEK = timedelta(weeks=1)


class NoSuchHour(RuleBroken):
    """The clocks go forward at 1am: that hour is left out."""

    message = mark("The clocks go forward that night, so there is no %(hour)s. Choose another time.")


class SameTimeTwice(RuleBroken):
    message = mark("Another of your dates is at that time, or too close to it. Choose another time.")


class NoDateLeft(RuleBroken):
    message = mark("No date is left. Move one of them, or choose another hour.")


def slot_of(day: date, hour: time, minutes: int) -> Slot:
    """From a London day and hour, `minutes` long. Of the hour that comes twice in autumn, the first is meant.

    Raises NoSuchHour in the hour that spring leaves out.
    """
    start = datetime.combine(day, hour, tzinfo=LONDON).astimezone(UTC)
    if start.astimezone(LONDON).time() != hour:
        raise NoSuchHour(hour=f"{hour:%H:%M}")
    return Slot(start, start + timedelta(minutes=minutes))


def days_of(first: date, every: Every | None, times: int) -> list[date]:
    """The London days that are asked for, the first one first; `every` None is once."""
    if every is None:
        return [first]
    return [first + number * every.weeks * _WEEK for number in range(times)]


def minutes_of(slot: Slot) -> int:
    """How long it is."""
    return int((slot.ends_at - slot.starts_at).total_seconds()) // 60


def other_hours(slot: Slot) -> list[Slot]:
    """Slots as long on the same London day, every half an hour, the closest in time first."""
    day, minutes = slot.starts_at.astimezone(LONDON).date(), minutes_of(slot)
    starts = [time(at // 60, at % 60) for at in range(OPENS * 60, CLOSES * 60 - min(minutes, 15 * 60) + 1, STEP)]
    found = [slot_of(day, each, minutes) for each in starts]
    others = [each for each in found if each.starts_at != slot.starts_at]
    return sorted(others, key=lambda each: abs(each.starts_at - slot.starts_at))


def other_days(slot: Slot, days: int = 7) -> list[Slot]:
    """The same hour on the days after it."""
    at, minutes = slot.starts_at.astimezone(LONDON), minutes_of(slot)
    found = []
    for number in range(1, days + 1):
        try:
            found.append(slot_of(at.date() + timedelta(days=number), at.time(), minutes))
        except NoSuchHour:
            continue
    return found


def price(pence_an_hour: int, slots: Sequence[Slot]) -> int:
    """What slots cost together in pence, rounded to the nearest penny."""
    return round(pence_an_hour * sum(minutes_of(each) for each in slots) / 60)


def too_close(held: Sequence[tuple[int, datetime, datetime]]) -> set[int]:
    """Which of several wishes share a moment with an earlier one in the list. Each is (space id, from, until); from one
    to the next may touch.
    """
    return {
        number
        for number, (space, start, end) in enumerate(held)
        if any(space == other and start < until and since < end for other, since, until in held[:number])
    }
