"""What pages say about when a space is open, in a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from flask_babel import format_date, ngettext
from flask_babel import gettext as _

from participate.core import clock
from participate.core.clock import LONDON
from participate.core.i18n import and_list, date_line, hour_line
from participate.places.words import WEEKDAYS
from participate.spaces.rules import Opening, Slot, Special, hours_on
from participate.spaces.rules.opening import MIDNIGHT
from participate.spaces.words import DayKind

A_MONDAY = date(2024, 1, 1)  # on which no clock changes
MOST_SPECIAL = 4


@dataclass(frozen=True)
class HoursLine:
    """One line of a usual week: “Monday to Friday”, “9am to 5pm” or “Closed”."""

    days: str
    hours: str


def hour_word(at: time) -> str:
    """“9am”, “5:30pm”, “midnight”."""
    return _("midnight") if at == MIDNIGHT else hour_line(datetime.combine(A_MONDAY, at, tzinfo=LONDON))


def stretch_line(opens: time, closes: time) -> str:
    """“9am to 5pm”, “until 2pm”, “from 6pm”, “all day”."""
    if opens == MIDNIGHT and closes == MIDNIGHT:
        return _("all day")
    if opens == MIDNIGHT:
        return _("until %(hour)s", hour=hour_word(closes))
    if closes == MIDNIGHT:
        return _("from %(hour)s", hour=hour_word(opens))
    return _("%(start)s to %(end)s", start=hour_word(opens), end=hour_word(closes))


def hours_line(stretches: Iterable[tuple[time, time]]) -> str:
    """“9am to 1pm and 2pm to 5pm”, “Closed”. With a capital."""
    words = and_list([stretch_line(opens, closes) for opens, closes in stretches]) or _("closed")
    return words[:1].upper() + words[1:]


def typed_line(stretches: Iterable[tuple[time, time]]) -> str:
    """The hours of one day as somebody types them, in every language, for `rules.typed_hours`; "" when closed."""
    parts = ["all day" if opens == closes else f"{_typed(opens)} to {_typed(closes)}" for opens, closes in stretches]
    return ", ".join(parts)


def _typed(at: time) -> str:
    if at == MIDNIGHT:
        return "midnight"
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def week_lines(opening: Opening) -> list[HoursLine]:
    """A usual week, days with the same hours together; empty for a space that names no hours."""
    if not opening.week:
        return []
    days = [hours_line((e.opens, e.closes) for e in opening.week if e.weekday == day) for day in range(7)]
    found: list[HoursLine] = []
    first = 0
    for day in range(1, 8):
        if day == 7 or days[day] != days[first]:
            found.append(HoursLine(_days(first, day - 1), days[first]))
            first = day
    return found


def _days(first: int, last: int) -> str:
    if first == last:
        return _(WEEKDAYS[first])
    if last == first + 1:
        return _("%(first)s and %(last)s", first=_(WEEKDAYS[first]), last=_(WEEKDAYS[last]))
    return _("%(first)s to %(last)s", first=_(WEEKDAYS[first]), last=_(WEEKDAYS[last]))


def special_lines(opening: Opening, today: date, most: int = MOST_SPECIAL) -> list[str]:
    """The days to come that differ, the soonest first: “Closed Monday 3 to Friday 7 August: school holidays”."""
    coming = sorted((each for each in opening.special if each.last_day >= today), key=lambda each: each.first_day)
    return [special_line(each) for each in coming[:most]]


def special_line(special: Special) -> str:
    """How some days differ, in a line."""
    days = days_line(special.first_day, special.last_day)
    if special.kind is DayKind.CLOSED:
        words = _("Closed %(days)s", days=days)
    elif special.kind is DayKind.TERM:
        words = _("Term: %(days)s", days=days)
    else:
        hours = stretch_line(special.opens or MIDNIGHT, special.closes or MIDNIGHT)
        words = _("%(days)s: %(hours)s", days=days, hours=hours)
    return f"{words} ({special.note})" if special.note else words


def days_line(first: date, last: date) -> str:
    """“Monday 3 August”, “Monday 3 to Friday 7 August”."""
    if first == last:
        return date_line(first)
    same = (first.year, first.month) == (last.year, last.month)
    return _(
        "%(first)s to %(last)s", first=format_date(first, "EEEE d") if same else date_line(first), last=date_line(last)
    )


def free_line(slot: Slot) -> str:
    """A free stretch of one day: “9am to 5pm”, “From 6pm”, “All day”."""
    start, end = clock.local(slot.starts_at), clock.local(slot.ends_at)
    words = stretch_line(start.time(), end.time())
    return words[:1].upper() + words[1:]


def note_of(opening: Opening, day: date) -> str:
    """Why a day is closed, or differs: its note, or "" when there is none."""
    notes = [each.note for each in opening.special if each.covers(day) and each.note and each.kind is not DayKind.TERM]
    return notes[0] if notes else ""


def today_line(opening: Opening) -> str:
    """“Open today: 9am to 5pm”, “Closed today”; "" for a space that is always open."""
    if opening.always:
        return ""
    hours: Sequence[tuple[time, time]] = hours_on(opening, clock.today())
    if not hours:
        return _("Closed today")
    return _("Open today: %(hours)s", hours=and_list([stretch_line(opens, closes) for opens, closes in hours]))


def ahead_line(days: int) -> str:
    """“2 weeks”, “6 months”, “a year”: how far ahead something can be."""
    if days >= 365:
        return ngettext("a year", "%(num)d years", days // 365)
    if days >= 30:
        return ngettext("%(num)d month", "%(num)d months", round(days / 30.5))
    return (
        ngettext("%(num)d week", "%(num)d weeks", days // 7)
        if days >= 14
        else ngettext("%(num)d day", "%(num)d days", days)
    )
