"""A day as a browser sends it or as somebody writes it. Pure."""

import re
from datetime import date

from participate.core.errors import RuleBroken
from participate.core.words import mark

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_BRITISH = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})")


class NotADay(RuleBroken):
    message = mark("Write the date as day, month and year, like 5/7/2026.")


def day_of(typed: str) -> date:
    """A date as a browser sends it or as somebody writes it: 2026-07-05, 5/7/2026, 5.7.26. Raises NotADay."""
    text = typed.strip()
    iso, british = _ISO.fullmatch(text), _BRITISH.fullmatch(text)
    if iso:
        year, month, day = (int(part) for part in iso.groups())
    elif british:
        day, month, year = (int(part) for part in british.groups())
        year += 2000 if year < 100 else 0
    else:
        raise NotADay
    try:
        return date(year, month, day)
    except ValueError:
        raise NotADay from None
