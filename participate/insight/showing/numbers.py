"""A published figure in words, and the short names of periods and areas."""

from collections.abc import Mapping

from babel.numbers import format_compact_decimal
from flask_babel import format_date, format_decimal, get_locale
from flask_babel import gettext as _

from participate.insight.disclosure.table import Safe
from participate.insight.measures import BY_KEY, Measure
from participate.insight.periods import Period
from participate.insight.rules.comparing import change, share
from participate.insight.saying import period_name
from participate.insight.words import Grain, Kind, Shown, Unit

Line = Mapping[str, Safe]  # measure → figure
MANY = 10_000  # from here on five digits, for which an axis has no room


def number(measure: Measure, value: float) -> str:
    """A value in its unit: “1,240”, or “£3.10”."""
    if measure.unit is Unit.PENCE:
        return f"£{format_decimal(value / 100, '#,##0.00')}"
    return format_decimal(value)


def tick(measure: Measure, value: int) -> str:
    """A value at the axis of a chart, where there is little room: “£0.50”, “800”, “150K”."""
    if measure.unit is Unit.PENCE or value < MANY:
        return number(measure, value)
    return format_compact_decimal(value, locale=get_locale(), fraction_digits=1)


def figure(measure: Measure, found: Safe | None) -> str:
    """What may be read: the number, “fewer than 5”, “not shown”, “none”, or that nothing was counted."""
    if found is None:
        return _("not counted")
    if found.value is not None:
        return number(measure, found.value)
    if found.shown is Shown.FEW and measure.people and measure.kind is Kind.COUNT:
        return _("fewer than %(number)s", number=measure.threshold)
    return _("none") if found.shown is Shown.NONE else _("not shown")


def short(measure: Measure, found: Safe | None) -> str:
    """The same on a tile or at a bar."""
    if found is None or found.value is not None:
        return "–" if found is None else number(measure, found.value or 0)
    if found.shown is Shown.FEW and measure.people and measure.kind is Kind.COUNT:
        return _("few")
    return _("none") if found.shown is Shown.NONE else "–"


def move(measure: Measure, now: Safe | None, before: Safe | None) -> str:
    """ "45 more than before"; empty where either is not shown."""
    by = change(now, before)
    if by is None:
        return ""
    if not by:
        return _("The same as before")
    words = _("%(number)s more than before") if by > 0 else _("%(number)s less than before")
    return words % {"number": number(measure, abs(by))}


def part(measure: Measure, line: Line) -> str:
    """ "40 % of 210 first-timers": the share of what the measure is a part of; empty where it may not be told."""
    whole = BY_KEY.get(measure.of)
    percent = share(line.get(measure.key), line.get(measure.of)) if whole else None
    if percent is None or whole is None or measure.unit is Unit.PENCE:
        return ""
    named = _("%(number)s %(name)s", number=number(whole, line[measure.of].value or 0), name=lowered(_(whole.name)))
    return _("%(percent)s%% of %(whole)s", percent=percent, whole=named)


def lowered(name: str) -> str:
    """A name within a sentence."""
    return name[:1].lower() + name[1:]


def period_short(period: Period) -> str:
    """At a chart: "Apr", "Q2" or "2026"."""
    if period.grain is Grain.MONTH:
        return format_date(period.first, "LLL")
    return f"Q{(period.first.month + 2) // 3}" if period.grain is Grain.QUARTER else str(period.first.year)


def period_chip(period: Period) -> str:
    """On a chip: “Apr to Jun 2026”."""
    if period.grain is not Grain.QUARTER:
        return period_name(period)
    first, last = format_date(period.first, "LLL"), format_date(period.last, "LLL yyyy")
    return _("%(first)s to %(last)s", first=first, last=last)


def measure_name(key: str) -> str:
    """The name of a measure."""
    return _(BY_KEY[key].name)
