"""Periods and figures in words, as pages and letters say them."""

import re
from datetime import date

from babel.dates import format_date
from flask_babel import get_locale
from flask_babel import gettext as _

from participate.insight.disclosure.table import THRESHOLD, Safe
from participate.insight.periods import Period
from participate.insight.words import Grain, Shown

_SPAN = re.compile(r"(\d{4})-(\d\d)-01/P(1M|3M|1Y)", re.ASCII)
_LENGTHS = {"1M": Grain.MONTH, "3M": Grain.QUARTER, "1Y": Grain.YEAR}


def period_name(period: Period) -> str:
    """ "July to September 2026", "July 2026", "2026"."""
    if period.grain is Grain.YEAR:
        return period.code
    if period.grain is Grain.MONTH:
        return format_date(period.first, "MMMM y", locale=get_locale())
    first, last = (format_date(day, "MMMM", locale=get_locale()) for day in (period.first, period.last))
    return _("%(first)s to %(last)s %(year)s", first=first, last=last, year=period.first.year)


def span_name(code: str) -> str:
    """The time of an outside figure, ISO 8601: "2023-04-01/P3M" is "April to June 2023"; another code stays."""
    found = _SPAN.fullmatch(code)
    if found is None:
        return code
    span = Period(date(int(found[1]), int(found[2]), 1), _LENGTHS[found[3]])
    if span.first.year == span.last.year:
        return period_name(span)
    first, last = (format_date(day, "MMMM y", locale=get_locale()) for day in (span.first, span.last))
    return _("%(first)s to %(last)s", first=first, last=last)


def figure_words(figure: Safe | None) -> str:
    """ "1,240", "fewer than 5", "not shown", "0"; "no figure yet" for None. Only for counts that are small where they
    say FEW: of hours and their like `showing.numbers.figure` knows more."""
    if figure is None:
        return _("no figure yet")
    if figure.value is not None:
        return f"{figure.value:,}"
    if figure.shown is Shown.FEW:
        return _("fewer than %(least)s", least=THRESHOLD)
    return "0" if figure.shown is Shown.NONE else _("not shown")
