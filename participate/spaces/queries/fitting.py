"""Spaces that fit: big enough, with the right things in them, open then and free then."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, func, not_, or_, select
from sqlalchemy.orm import aliased

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.core.paging import Page, page_of
from participate.organisations.models import Organisation
from participate.organisations.queries import nearest_first, shown
from participate.organisations.rules import Spot
from participate.spaces.models import Booking, OpeningHour, Space, SpecialDays
from participate.spaces.queries.bookings import LONGEST_HELD
from participate.spaces.queries.listing import SpaceCard, cards_of
from participate.spaces.rules import LONGEST_BUFFER, Piece, Slot, pieces
from participate.spaces.rules.opening import MIDNIGHT
from participate.spaces.words import BookingMode, BookingStatus, DayKind

MOST_WORDS = 6  # of a kit that are looked for


@dataclass(frozen=True)
class Fitting:
    """What is looked for: a time, so many people, the words of a kit, no steps."""

    slot: Slot
    heads: int = 1
    kit: str = ""
    step_free: bool = False


def list_fitting(wanted: Fitting, here: Spot, number: int) -> Page[SpaceCard]:
    """The spaces that could be booked, or asked for, just so: nearest first, a page at a time. Four statements.

    Not those that are booked by ringing, and the parts of sites instead of the sites.
    """
    query: Select = select(Space.id).outerjoin(Person, Person.id == Space.keeper_id)
    query = query.outerjoin(Organisation, Organisation.id == Space.organisation_id)
    query = query.where(*shown(Space, clock.today()), *fitting(wanted))
    page = page_of(query.order_by(*nearest_first(Space, here)), number)
    cards = cards_of(page.items)
    return replace(page, items=[cards[each] for each in page.items if each in cards])


def fitting(wanted: Fitting) -> list[ColumnElement[bool]]:
    """What narrows a query of spaces to those that fit. One statement of its own."""
    part = aliased(Space)
    narrowed = [
        Space.capacity >= wanted.heads,
        Space.mode != BookingMode.RING,
        Space.least_minutes <= wanted.slot.minutes,
        Space.most_minutes >= wanted.slot.minutes,
        Space.ahead_days >= _days_ahead(wanted.slot.starts_at),
        Space.id.not_in(select(part.site_id).where(part.site_id.is_not(None))),
        *free_then(wanted.slot),
    ]
    if wanted.step_free:
        narrowed.append(Space.step_free.is_(True))
    return narrowed + [holds(word) for word in wanted.kit.split()[:MOST_WORDS]]


def free_then(slot: Slot) -> list[ColumnElement[bool]]:
    """What narrows a query of spaces to those that are open and free for the whole of some time."""
    open_ = [_open_on(piece) for piece in pieces(slot.starts_at, slot.ends_at)]
    return [*open_, Space.id.not_in(_busy(slot))]


def _days_ahead(starts_at: datetime) -> int:
    """How many whole days ahead a space must be bookable."""
    gap = starts_at - clock.now()
    return -(-gap // timedelta(days=1))


def holds(word: str) -> ColumnElement[bool]:
    """Whether a space's words hold a word, in whatever case."""
    return or_(*(column.icontains(word, autoescape=True) for column in (Space.has, Space.name, Space.about)))


def _busy(slot: Slot) -> list[int]:
    """The spaces in which something else is agreed then, with the minutes before and after of both."""
    widest = slot.held(LONGEST_BUFFER, LONGEST_BUFFER)
    near = (
        select(Booking.space_id, Booking.held_from, Booking.held_until, Space.before, Space.after)
        .join(Space, Space.id == Booking.space_id)
        .where(
            Booking.status == BookingStatus.AGREED,
            Booking.starts_at < widest.ends_at + timedelta(minutes=LONGEST_BUFFER),
            Booking.starts_at > widest.starts_at - LONGEST_HELD,
            Booking.held_from < widest.ends_at,
            Booking.held_until > widest.starts_at,
        )
    )
    return sorted(
        {
            row.space_id
            for row in db.session.execute(near)
            if Slot(row.held_from, row.held_until).clashes(slot.held(row.before, row.after))
        }
    )


def _open_on(piece: Piece) -> ColumnElement[bool]:
    """Whether a space is open for a piece of one London day: the rules of `rules.opening`, asked of the database."""
    site = func.coalesce(Space.site_id, Space.id)  # what holds for a site holds for its parts
    special = select(SpecialDays.space_id).where(SpecialDays.first_day <= piece.day, SpecialDays.last_day >= piece.day)
    closed, term = (special.where(SpecialDays.kind == kind) for kind in (DayKind.CLOSED, DayKind.TERM))
    other = special.where(SpecialDays.kind == DayKind.HOURS)
    any_term = select(SpecialDays.space_id).where(SpecialDays.kind == DayKind.TERM)
    named = select(OpeningHour.space_id)
    week = named.where(OpeningHour.weekday == piece.day.weekday())
    usual = or_(
        Space.id.in_(_around(week, OpeningHour, piece)),
        and_(Space.id.not_in(named), site.in_(_around(week, OpeningHour, piece))),
        and_(Space.id.not_in(named), site.not_in(named)),
    )

    def either(rows: Select) -> ColumnElement[bool]:
        return or_(Space.id.in_(rows), site.in_(rows))

    in_term = or_(not_(either(any_term)), either(term))
    on_other = either(_around(other, SpecialDays, piece))
    return and_(not_(either(closed)), or_(on_other, and_(not_(either(other)), in_term, usual)))


def _around(rows: Select, model: type[OpeningHour] | type[SpecialDays], piece: Piece) -> Select:
    """Those of the rows whose hours hold the whole piece."""
    closes = model.closes == MIDNIGHT
    if piece.until != MIDNIGHT:
        closes = or_(closes, model.closes >= piece.until)
    return rows.where(model.opens <= piece.since, closes)
