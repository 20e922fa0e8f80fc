"""What somebody asks for who does not get every date: other times, and room between her own dates. Pure."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from participate.core.clock import LONDON
from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.spaces.rules.booking import Slot
from participate.spaces.rules.series import NoSuchHour, slot_of

FIRST, LAST, STEP = 7, 22, 30  # between these hours, every so many minutes, other times are offered


class SameTimeTwice(RuleBroken):
    message = mark("Another of your dates is at that time, or too close to it. Choose another time.")


class NoDateLeft(RuleBroken):
    message = mark("No date is left. Move one of them, or choose another hour.")


class NoSuchSpace(RuleBroken):
    message = mark("Choose one of the spaces.")


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


def too_close(held: Sequence[tuple[int, datetime, datetime]]) -> set[int]:
    """Which of several wishes share a moment with an earlier one in the list. Each is (space id, from, until); one may
    touch the next.
    """
    return {
        number
        for number, (space, start, end) in enumerate(held)
        if any(space == other and start < until and since < end for other, since, until in held[:number])
    }
