"""Opening hours as people write them: “9am to 1pm, 2pm to 5pm”. Pure."""

import re
from datetime import time

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.places.rules.hubs import NotAnHour, hour_of
from participate.spaces.rules.opening import MIDNIGHT, HoursMissing

NOON = 12
EARLIEST = 7  # "7 to 9" may be breakfast; "6 to 9" is asked about
_BREAKS = re.compile(r"\s*(?:,|;|/|\band\b|&|\+)\s*", re.IGNORECASE)
_TO = re.compile(r"\s*(?:\bto\b|\btill?\b|\buntil\b|–|—|-)\s*", re.IGNORECASE)
_ALL_DAY = ("all day", "always", "24 hours", "24h", "day and night")
_CLOSED = ("", "closed", "shut", "no", "-", "–")
_MIDNIGHT = ("midnight", "24:00", "24.00", "24")


class AmOrPm(RuleBroken):
    """Hours that are as likely in the morning as at night."""

    message = mark("Is that morning or evening? Write am or pm, like 6pm to 9pm.")


class OneStretch(RuleBroken):
    """Days that differ have one stretch; a second one is a line of its own."""

    message = mark("Write one time, like 10am to 1pm. A second one is added the same way.")


class DaysOver(RuleBroken):
    """Days that differ lie in the past."""

    message = mark("These days are over. Choose days to come.")


class NoDay(RuleBroken):
    message = mark("Choose a day.")


class TooManyDays(RuleBroken):
    message = mark("That is a lot of different days. Take some away first.")


def stretches_of(typed: str) -> list[tuple[time, time]]:
    """The stretches of one day; none when it is closed. As an end 00:00 is midnight; an end before its start lies in
    the night after. “9 to 5” is 9am to 5pm. Raises NotAnHour, HoursMissing or AmOrPm.
    """
    words = " ".join(typed.lower().split())
    if words in _CLOSED:
        return []
    if words in _ALL_DAY:
        return [(MIDNIGHT, MIDNIGHT)]
    return [_stretch(part) for part in _BREAKS.split(words) if part]


def _stretch(words: str) -> tuple[time, time]:
    ends = _TO.split(words)
    if len(ends) != 2 or not all(ends):
        raise NotAnHour if len(ends) > 2 else HoursMissing
    first, last = ends
    if _bare(first):
        return _with_bare_start(int(first), last)
    opens, closes = _hour(first), _hour(last)
    # "9am to 5" is meant as 5pm
    if _bare(last) and closes <= opens and closes.hour < NOON and closes != MIDNIGHT:
        closes = closes.replace(hour=closes.hour + NOON)
    return opens, closes


def _with_bare_start(first: int, last: str) -> tuple[time, time]:
    """ "9 to 5", "2 to 5pm", "9 to noon": what nobody could take otherwise."""
    closes = _hour(last)
    if _bare(last) and first <= NOON and closes.hour <= NOON:
        if first < EARLIEST and first < closes.hour:
            raise AmOrPm
        if closes.hour <= first and closes.hour < NOON and closes != MIDNIGHT:
            closes = closes.replace(hour=closes.hour + NOON)
        return _hour(str(first)), closes
    opens = _hour(str(first))
    evening = opens.replace(hour=opens.hour + NOON) if 0 < opens.hour < NOON else opens
    if last.endswith("pm") and opens < evening < closes and first < EARLIEST:
        return evening, closes
    return opens, closes


def _bare(words: str) -> bool:
    return words.isascii() and words.isdecimal() and len(words) <= 2 and words != "24"


def _hour(words: str) -> time:
    if words in _MIDNIGHT:
        return MIDNIGHT
    found = hour_of(words)
    if found is None:
        raise NotAnHour
    return found
