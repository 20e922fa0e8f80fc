"""Periods and figures in words, as pages and letters say them."""

from babel.dates import format_date
from flask_babel import get_locale
from flask_babel import gettext as _

from participate.insight.disclosure.table import THRESHOLD, Safe
from participate.insight.periods import Period
from participate.insight.words import Grain, Shown


def period_name(period: Period) -> str:
    """ "July to September 2026", "July 2026", "2026"."""
    if period.grain is Grain.YEAR:
        return period.code
    if period.grain is Grain.MONTH:
        return format_date(period.first, "MMMM y", locale=get_locale())
    first, last = (format_date(day, "MMMM", locale=get_locale()) for day in (period.first, period.last))
    return _("%(first)s to %(last)s %(year)s", first=first, last=last, year=period.first.year)


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
