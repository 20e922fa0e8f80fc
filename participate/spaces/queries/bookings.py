"""Reading bookings: of a space, of a person, of whatever they are for; and whether one more would fit."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Select, case, select
from sqlalchemy.orm import joinedload

from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound, RuleBroken
from participate.core.paging import Page, page_of
from participate.spaces.models import Booking, HomeAddress, Space
from participate.spaces.queries.opening import opening_of, terms_of
from participate.spaces.rules import (
    LONGEST,
    LONGEST_BUFFER,
    Slot,
    SpaceTaken,
    Terms,
    check,
    first_clash,
    is_open,
    is_told_where,
)
from participate.spaces.words import BookingStatus

MOST_OF_SERIES = 60
MOST_TAKEN = 1_000
MOST_WAITING = 200
MOST_AT_ONCE = 100  # in one short transaction; the rest ten minutes later
# The longest that is held for one booking: what ends after a moment cannot have begun earlier than this before it.
LONGEST_HELD = LONGEST + timedelta(minutes=2 * LONGEST_BUFFER)


def find_booking(booking_id: int | None) -> Booking | None:
    """The booking with this id, its space and who made it; or None."""
    if booking_id is None:
        return None
    parts = (joinedload(Booking.space), joinedload(Booking.person), joinedload(Booking.series))
    return db.session.scalar(select(Booking).where(Booking.id == booking_id).options(*parts))


def get_booking(booking_id: int) -> Booking:
    """The booking; ask permissions who may see it. Raises NotFound."""
    found = find_booking(booking_id)
    if found is None:
        raise NotFound
    return found


def list_taken(space_id: int, first: datetime, last: datetime) -> Sequence[Booking]:
    """The agreed bookings that hold some time between two moments, the first first. One statement."""
    query = _holding([space_id], first, last).options(joinedload(Booking.person))
    return db.session.scalars(query.order_by(Booking.held_from, Booking.id).limit(MOST_TAKEN)).all()


def list_held(space_ids: Collection[int], first: datetime, last: datetime, but: Collection[int] = ()) -> list[Slot]:
    """The time that agreed bookings of these spaces hold between two moments, but for those with the ids `but`."""
    query = _holding(space_ids, first, last).where(Booking.id.not_in(but))
    columns = query.with_only_columns(Booking.held_from, Booking.held_until)
    return [Slot(*row) for row in db.session.execute(columns.order_by(Booking.held_from, Booking.id))]


def _holding(space_ids: Collection[int], first: datetime, last: datetime) -> Select:
    return select(Booking).where(
        Booking.space_id.in_(space_ids),
        Booking.status == BookingStatus.AGREED,
        Booking.held_from < last,
        Booking.held_from > first - LONGEST_HELD,
        Booking.held_until > first,
    )


def check_slots(
    space: Space, slots: Sequence[Slot], heads: int = 1, *, as_keeper: bool = False, but: Collection[int] = ()
) -> list[RuleBroken | None]:
    """What stands in the way of each of these times, one booking each; None where nothing does.

    One that clashes with an earlier one of `slots` is taken too. `but`: ids of bookings that do not count. A handful
    of statements, however many slots.
    """
    terms = terms_of(space)
    held = [slot.held(terms.before, terms.after) for slot in slots]
    taken = _taken_around(space.id, held, but)
    found: list[RuleBroken | None] = []
    for number, slot in enumerate(slots):
        stands = _why_not(slot, heads, terms, as_keeper=as_keeper)
        clash = first_clash(held[number], (*taken, *(held[one] for one in range(number) if found[one] is None)))
        found.append(stands or (SpaceTaken() if clash is not None else None))
    return found


def list_outside_hours(space: Space) -> list[Booking]:
    """The agreed bookings to come that the space's present hours would not allow, the soonest first."""
    query = select(Booking).where(
        Booking.space_id == space.id, Booking.status == BookingStatus.AGREED, Booking.starts_at > clock.now()
    )
    coming = db.session.scalars(query.order_by(Booking.starts_at, Booking.id).limit(MOST_TAKEN)).all()
    opening = opening_of(space)
    return [each for each in coming if not is_open(opening, each.starts_at, each.ends_at)]


def _taken_around(space_id: int, held: Sequence[Slot], but: Collection[int]) -> list[Slot]:
    if not held:
        return []
    first, last = min(each.starts_at for each in held), max(each.ends_at for each in held)
    return list_held([space_id], first, last, but)


def _why_not(slot: Slot, heads: int, terms: Terms, *, as_keeper: bool) -> RuleBroken | None:
    try:
        check(slot, heads, terms, clock.now(), as_keeper=as_keeper)
    except RuleBroken as broken:
        return broken
    return None


def list_of_series(series_id: int, space_id: int | None = None, *, afresh: bool = False) -> Sequence[Booking]:
    """The bookings that were asked for together, those of one space if given, the first day first.

    `afresh`: as they stand now, whatever is at hand of them.
    """
    query = select(Booking).where(Booking.series_id == series_id).options(joinedload(Booking.space))
    query = query.execution_options(populate_existing=afresh)
    if space_id is not None:
        query = query.where(Booking.space_id == space_id)
    return db.session.scalars(query.order_by(Booking.starts_at, Booking.id).limit(MOST_OF_SERIES)).all()


def list_bookings_of(person_id: int, number: int, *, past: bool = False) -> Page[Booking]:
    """A person's own bookings, a page at a time: those to come, the soonest first; or those over, the latest first."""
    query = select(Booking).where(Booking.person_id == person_id).options(joinedload(Booking.space))
    if past:
        query = query.where(Booking.ends_at <= clock.now())
        return page_of(query.order_by(Booking.starts_at.desc(), Booking.id.desc()), number)
    return page_of(query.where(Booking.ends_at > clock.now()).order_by(Booking.starts_at, Booking.id), number)


def list_waiting(space_ids: Iterable[int]) -> Sequence[Booking]:
    """What waits for an answer in these spaces, whoever waits longest first."""
    query = select(Booking).where(
        Booking.space_id.in_(set(space_ids)), Booking.status == BookingStatus.ASKED, Booking.starts_at > clock.now()
    )
    parts = (joinedload(Booking.space), joinedload(Booking.person))
    return db.session.scalars(
        query.options(*parts).order_by(Booking.changed_at, Booking.starts_at, Booking.id).limit(MOST_WAITING)
    ).all()


def list_unanswered() -> Sequence[Booking]:
    """What was asked for and still waits though its time has come, by space; a hundred at a time."""
    query = select(Booking).where(Booking.status == BookingStatus.ASKED, Booking.starts_at <= clock.now())
    query = query.options(joinedload(Booking.space)).order_by(Booking.space_id, Booking.starts_at, Booking.id)
    return db.session.scalars(query.limit(MOST_AT_ONCE)).all()


def list_coming(space_ids: Iterable[int], number: int = 1, *, until: datetime | None = None) -> Page[Booking]:
    """The agreed bookings of these spaces that are not over, the soonest first; those that begin before `until`."""
    query = select(Booking).where(
        Booking.space_id.in_(set(space_ids)), Booking.status == BookingStatus.AGREED, Booking.ends_at > clock.now()
    )
    if until is not None:
        query = query.where(Booking.starts_at < until)
    parts = (joinedload(Booking.space), joinedload(Booking.person))
    return page_of(query.options(*parts).order_by(Booking.starts_at, Booking.id), number)


def list_of_subject(subject: str) -> Sequence[Booking]:
    """What is booked or asked for something ("session:12", "project:7") and is not over; the agreed ones of each
    moment first."""
    query = select(Booking).where(
        Booking.subject == subject,
        Booking.status.in_([BookingStatus.ASKED, BookingStatus.AGREED]),
        Booking.ends_at > clock.now(),
    )
    agreed_first = case((Booking.status == BookingStatus.AGREED, 0), else_=1)
    return db.session.scalars(
        query.options(joinedload(Booking.space))
        .order_by(Booking.starts_at, agreed_first, Booking.id)
        .limit(MOST_OF_SERIES)
    ).all()


def home_address(space: Space, person_id: int | None, now: datetime) -> str:
    """Where a home is, for somebody whose own booking of it is agreed, until a day after its end; "" for all others.

    Its keeper sees it too, but not by this.
    """
    if person_id is None or not space.at_home:
        return ""
    own = select(Booking.ends_at).where(
        Booking.space_id == space.id, Booking.person_id == person_id, Booking.status == BookingStatus.AGREED
    )
    last = db.session.scalar(own.order_by(Booking.ends_at.desc()).limit(1))
    if last is None or not is_told_where(last, now):
        return ""
    places = [each for each in (space.id, space.site_id) if each is not None]  # a part may have its site's
    found = select(HomeAddress.words).where(HomeAddress.space_id.in_(places))
    return db.session.scalar(found.order_by(HomeAddress.space_id == space.site_id).limit(1)) or ""


def list_spaces_kept(
    person_id: int | None, organisation_ids: Collection[int] = (), hub_ids: Collection[int] = ()
) -> Sequence[Space]:
    """The spaces that somebody looks after: her own, those of organisations for which she speaks, of hubs whose staff
    she is; hidden and ended ones too. By name, a site's parts after it."""
    own = Space.organisation_id.in_(organisation_ids) | Space.hub_id.in_(hub_ids)
    if person_id is not None:
        own = own | (Space.keeper_id == person_id)
    order = (Space.name, Space.id)
    return db.session.scalars(select(Space).where(own).order_by(*order).limit(MOST_WAITING)).all()
