"""Bookings that were asked for together are answered together, or given up together: those of one space at once."""

from collections.abc import Sequence

from participate.core import clock
from participate.core.db import db
from participate.core.i18n import date_line
from participate.spaces.models import Booking
from participate.spaces.queries import list_of_series
from participate.spaces.rules import AnsweredAlready, BookingOver, DayTaken, SpaceTaken
from participate.spaces.service.answers import write_no, write_off, write_yes
from participate.spaces.service.holding import hold
from participate.spaces.service.telling import tell_agreed, tell_cancelled, tell_declined
from participate.spaces.words import BookingStatus


def agree_series(actor_id: int, series_id: int, space_id: int) -> list[Booking]:
    """Yes to all that still wait, or to none. Returns them. Raises DayTaken (with the day) or AnsweredAlready."""
    waiting = _standing(series_id, space_id, BookingStatus.ASKED)
    with db.session.begin_nested():
        for each in waiting:
            try:
                write_yes(actor_id, each)
            except SpaceTaken:
                raise DayTaken(day=date_line(each.starts_at)) from None
    tell_agreed(actor_id, waiting)
    return waiting


def decline_series(actor_id: int, series_id: int, space_id: int, reason: str) -> list[Booking]:
    """No to all that still wait. Returns them. Raises ReasonMissing or AnsweredAlready."""
    waiting = _standing(series_id, space_id, BookingStatus.ASKED)
    for each in waiting:
        write_no(actor_id, each, reason)
    tell_declined(actor_id, waiting, reason)
    return waiting


def cancel_series(actor_id: int, series_id: int, space_id: int | None = None, reason: str = "") -> list[Booking]:
    """All that are still to come are off, in one space or in all. Returns them. Raises BookingOver when none is."""
    first = list_of_series(series_id, space_id)
    hold(*(each.space_id for each in first))
    now, stands = clock.now(), (BookingStatus.ASKED, BookingStatus.AGREED)
    off = [each for each in _afresh(series_id, space_id) if each.status in stands and each.starts_at > now]
    if not off:
        raise BookingOver
    for each in off:
        write_off(actor_id, each, reason)
    tell_cancelled(actor_id, off, reason)
    return off


def _standing(series_id: int, space_id: int, status: BookingStatus) -> list[Booking]:
    """The bookings of a series in one space that stand so and have not begun, their space held."""
    hold(space_id)
    now = clock.now()
    found = [each for each in _afresh(series_id, space_id) if each.status is status and each.starts_at > now]
    if not found:
        raise AnsweredAlready
    return found


def _afresh(series_id: int, space_id: int | None) -> Sequence[Booking]:
    return list_of_series(series_id, space_id, afresh=True)
