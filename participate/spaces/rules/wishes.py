"""What somebody asks for who does not get every date: other times, and room between her own dates. Pure."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from participate.core.clock import LONDON
from participate.core.days import NotADay, day_of
from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.spaces.rules.booking import Slot
from participate.spaces.rules.series import NoSuchHour, slot_of

FIRST, LAST, STEP = 7, 22, 30  # between these hours, every so many minutes, other times are offered
YEARS = range(2000, 2200)


class SameTimeTwice(RuleBroken):
    message = mark("Another of your dates is at that time, or too close to it. Choose another time.")


class NoDateLeft(RuleBroken):
    message = mark("No date is left. Move one of them, or choose another hour.")


class HourMissing(RuleBroken):
    message = mark("Write when you start, like 2pm.")


class NoSuchSpace(RuleBroken):
    message = mark("Choose one of the spaces.")


def wished_day(typed: str) -> date:
    """A day as it was typed, in a year that a calendar can count on from. Raises NotADay."""
    day = day_of(typed)
    if day.year not in YEARS:
        raise NotADay
    return day


def other_hours(slot: Slot) -> list[Slot]:
    """Slots as long on the same London day, every half an hour, the closest in time first."""
    day, latest = slot.starts_at.astimezone(LONDON).date(), max(FIRST * 60, LAST * 60 - slot.minutes)
    starts = [time(at // 60, at % 60) for at in range(FIRST * 60, latest + 1, STEP)]
    found = [slot_of(day, each, slot.minutes) for each in starts]
    others = [each for each in found if each.starts_at != slot.starts_at]
    return sorted(others, key=lambda each: abs(each.starts_at - slot.starts_at))


def other_days(slot: Slot, days: int = 7) -> list[Slot]:
    """The same hour, as long, on so many days after it."""
    at, found = slot.starts_at.astimezone(LONDON), []
    for number in range(1, days + 1):
        try:
            found.append(slot_of(at.date() + timedelta(days=number), at.time(), slot.minutes))
        except NoSuchHour:
            continue
    return found


def price(pence_an_hour: int, slots: Sequence[Slot]) -> int:
    """What slots cost together, in whole pence."""
    return round(pence_an_hour * sum(each.minutes for each in slots) / 60)
