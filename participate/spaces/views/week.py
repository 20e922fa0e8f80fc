"""A space's week and month: what is free and what is taken; for its keeper also what for."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.days import NotADay, day_of
from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.organisations import offering
from participate.places.words import WEEKDAYS
from participate.spaces import lines, queries
from participate.spaces.rules import Opening, Slot
from participate.spaces.words import BookingMode, BookingStatus, DayState

WEEK = timedelta(days=7)
FURTHEST = timedelta(days=2 * 366)  # how far ahead, or for its keeper back, the pages lead


@dataclass(frozen=True)
class Line:
    """One stretch of a day. `kind`: free, taken, mine or asked; `url`: where pressing it leads, or ""; `act`: what that
    does, where paper leaves it out."""

    kind: str
    time: str
    words: str
    url: str
    act: str = ""


@dataclass(frozen=True)
class DayLines:
    """One day as a column: its stretches in order; `note` says why it is closed, or nothing can be booked."""

    day: date
    lines: list[Line]
    note: str


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/spaces/<int:space_id>/week", "week", week)
    blueprint.add_url_rule("/spaces/<int:space_id>/month", "month", month)


@open_to(anyone)
def week(space_id: int) -> Response:
    """Seven days of a space, from today or from a day that is asked for."""
    found = queries.get_space(space_id)
    view = offering.look_at(found)
    first = _within(_asked_day("from"), keeps=view.looks_after)
    parts = queries.list_parts(found, hidden=view.looks_after)
    opening = queries.opening_of(found)
    days = [] if parts else queries.list_days(found, opening, first, WEEK.days, people=view.looks_after)
    return show(
        "spaces/week.html",
        space=found,
        view=view,
        first=first,
        span=lines.days_line(first, first + timedelta(days=6)),
        days=[_lines(found, opening, each, keeps=view.looks_after) for each in days],
        parts=parts,
        before=_within(first - WEEK, keeps=view.looks_after),
        after=_within(first + WEEK, keeps=view.looks_after),
        rings=found.mode is BookingMode.RING,
    )


@open_to(anyone)
def month(space_id: int) -> Response:
    """A month of a space, day by day from afar."""
    found = queries.get_space(space_id)
    view = offering.look_at(found)
    first = _within(_asked_day("month"), keeps=view.looks_after).replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    parts = queries.list_parts(found, hidden=view.looks_after)
    number = 0 if parts else (after - first).days
    days = queries.list_days(found, queries.opening_of(found), first, number)
    return show(
        "spaces/month.html",
        space=found,
        view=view,
        first=first,
        weeks=_weeks(days),
        weekdays=[_(name) for name in WEEKDAYS],
        parts=parts,
        before=_within(first - timedelta(days=1), keeps=view.looks_after).replace(day=1),
        after=_within(after, keeps=view.looks_after).replace(day=1),
    )


def _asked_day(name: str) -> date:
    """The day or month ("2026-07") in the address; today where it makes no sense."""
    typed = request.args.get(name, "")[:20]
    try:
        return day_of(f"{typed}-01" if len(typed) == 7 else typed)
    except NotADay:
        return clock.today()


def _within(day: date, *, keeps: bool) -> date:
    """The nearest day that the pages lead to: only its keeper looks back."""
    today = clock.today()
    return min(max(day, today - FURTHEST if keeps else today), today + FURTHEST)


def _lines(found: queries.Space, opening: Opening, day: queries.Day, *, keeps: bool) -> DayLines:
    free = [] if day.state is DayState.LATER and not keeps else day.free
    rows = [(slot.starts_at, _free(found, day, slot)) for slot in free]
    rows += [(each.starts_at, _booked(day, each, keeps=keeps)) for each in day.bookings if _is_shown(each, keeps=keeps)]
    note = lines.note_of(opening, day.day)
    if day.state is DayState.SHUT:
        note = _("Closed: %(why)s", why=note) if note else _("Closed")
    elif day.state is DayState.LATER and not keeps:
        note = _("Not to book yet")
    elif not rows:
        note = _(day.state.label)
    return DayLines(day.day, [line for _start, line in sorted(rows, key=lambda row: row[0])], note)


def _free(found: queries.Space, day: queries.Day, slot: Slot) -> Line:
    acts = {BookingMode.INSTANT: _("book"), BookingMode.ASK: _("ask"), BookingMode.RING: _("ring")}
    start, url = clock.local(slot.starts_at), ""
    if found.mode is not BookingMode.RING:
        hour = f"{start:%H:%M}" if start.hour or start.minute else None  # who takes “all day” does not mean midnight
        url = url_for("spaces.book", space_id=found.id, day=day.day.isoformat(), hour=hour)
    return Line("free", lines.free_line(slot), _("Free"), url, acts[found.mode])


def _is_shown(booking: queries.Booking, *, keeps: bool) -> bool:
    """What is only asked for is between the one who asks and the keeper."""
    return booking.status is BookingStatus.AGREED or keeps or _is_mine(booking)


def _is_mine(booking: queries.Booking) -> bool:
    return booking.person_id is not None and booking.person_id == current_user.id


def _booked(day: queries.Day, booking: queries.Booking, *, keeps: bool) -> Line:
    time = lines.free_line(day.part_of(Slot(booking.starts_at, booking.ends_at)))
    if not keeps and not _is_mine(booking):
        return Line("taken", time, _("Taken"), "")
    words, url = booking.label, url_for("spaces.booking", booking_id=booking.id)
    if booking.status is BookingStatus.ASKED:
        return Line("asked", time, _("Asked: %(what)s", what=words), url)
    if _is_mine(booking):
        return Line("mine", time, _("Yours: %(what)s", what=words), url)
    by = booking.person.first_name if booking.person is not None else ""
    return Line("taken", time, _("%(what)s, %(name)s", what=words, name=by) if by else words, url)


def _weeks(days: list[queries.Day]) -> list[list[queries.Day | None]]:
    """The days of a month in rows from Monday to Sunday, with gaps."""
    cells: list[queries.Day | None] = [None] * (days[0].day.weekday() if days else 0)
    cells += days
    cells += [None] * (-len(cells) % 7)
    return [cells[start : start + 7] for start in range(0, len(cells), 7)]
