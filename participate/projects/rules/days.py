"""A day as somebody writes it."""

from datetime import date, datetime

from participate.core.errors import RuleBroken
from participate.core.words import mark

_WAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d/%m/%y")


class NotADate(RuleBroken):
    """What was typed is no day."""

    message = mark("Write the day like 5/7/2027.")


def date_typed(typed: str) -> date | None:
    """A date as a browser sends it or as somebody writes it; None where nothing is written. Raises NotADate."""
    text = typed.strip()
    if not text:
        return None
    for way in _WAYS:
        try:
            return datetime.strptime(text, way).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    raise NotADate
