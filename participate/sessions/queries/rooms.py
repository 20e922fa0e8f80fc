"""Rooms for sessions: which fit, whose they are, and where a home is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import joinedload

from participate.accounts.models import Person
from participate.accounts.queries import find_person, get_person
from participate.accounts.words import PersonKind
from participate.core import clock
from participate.core.db import db
from participate.core.paging import Page, page_of_rows
from participate.organisations.models import Organisation
from participate.organisations.queries import ids_spoken_for, nearest_first, standing
from participate.organisations.queries import shown as offered
from participate.organisations.rules import Spot
from participate.organisations.words import Standing
from participate.sessions.models import Session, SignUp
from participate.sessions.rules.rooms import may_know_home
from participate.sessions.words import SessionStatus, SignUpStatus
from participate.spaces import queries as spaces
from participate.spaces.models import Booking, Space
from participate.spaces.permissions import may_book_as_keeper
from participate.spaces.queries.fitting import Fitting, fitting
from participate.spaces.rules import Slot, is_at_home
from participate.spaces.words import BookingMode, BookingStatus, SpaceKind

MOST_OPEN = 60


@dataclass(frozen=True)
class FreeRoom:
    """A space that fits. `at_once`: taking it needs nobody's yes."""

    card: spaces.SpaceCard
    at_once: bool


def keeps(person_id: int, space: Space) -> bool:
    """Whether somebody looks after a space, so that what she plans there needs nobody's yes."""
    person = find_person(person_id)
    return person is not None and may_book_as_keeper(person, space, ids_spoken_for(person_id))


def list_rooms(wanted: Fitting, here: Spot, person_id: int, number: int = 1, size: int = 20) -> Page[FreeRoom]:
    """The spaces that fit and that somebody may choose for a session, nearest first, a page at a time.

    At somebody's home only she plans anything. Seven statements.
    """
    query = select(Space.id, Space.mode).outerjoin(Person, Person.id == Space.keeper_id)
    query = query.outerjoin(Organisation, Organisation.id == Space.organisation_id)
    query = query.where(
        *offered(Space, clock.today()), *fitting(wanted), or_(~_at_home(), Space.keeper_id == person_id)
    )
    page = page_of_rows(query.order_by(*nearest_first(Space, here)), number, size)
    cards = spaces.cards_of([space_id for space_id, _mode in page.items])
    person, speaks_for = get_person(person_id), ids_spoken_for(person_id)
    rooms = [
        FreeRoom(cards[each], mode is BookingMode.INSTANT or may_book_as_keeper(person, cards[each], speaks_for))
        for each, mode in page.items
        if each in cards
    ]
    return Page(rooms, page.number, page.size, page.total)


def _at_home() -> ColumnElement[bool]:
    """`Space.at_home`, asked of the database."""
    by_person = Space.organisation_id.is_(None) & Space.hub_id.is_(None)
    always = [kind for kind in SpaceKind if is_at_home(kind, ticked=False, by_person=False)]
    often = [kind for kind in SpaceKind if is_at_home(kind, ticked=False, by_person=True)]
    return or_(Space.private, Space.kind.in_(always), Space.kind.in_(often) & by_person)


def may_choose(space: Space | None, person_id: int) -> TypeGuard[Space]:
    """Whether somebody may plan a session in this space: it is offered, and not somebody else's home."""
    if space is None or standing(space, clock.today()) is not Standing.SHOWN:
        return False
    return not space.at_home or space.keeper_id == person_id


def find_by_booking(booking_id: int) -> Session | None:
    """The session that a booking is for; or None."""
    query = select(Session).where(Session.booking_id == booking_id)
    return db.session.scalar(query.options(joinedload(Session.booking), joinedload(Session.project)))


def list_by_bookings(booking_ids: Collection[int]) -> Sequence[Session]:
    """The sessions that these bookings are for, with them, the soonest first."""
    query = select(Session).where(Session.booking_id.in_(booking_ids)).order_by(Session.starts_at, Session.id)
    return db.session.scalars(query.options(joinedload(Session.booking), joinedload(Session.project))).all()


def find_held(project_id: int, space_id: int, slot: Slot) -> Booking | None:
    """What a project has booked or asked for there, for itself and not yet for a session, that holds all of this time;
    or None.
    """
    for each in spaces.list_of_subject(f"project:{project_id}"):
        if each.space_id == space_id and each.starts_at <= slot.starts_at and slot.ends_at <= each.ends_at:
            return each
    return None


def has_place(session: Session) -> bool:
    """Whether it is known where a session is."""
    return session.space_id is not None or session.hub_id is not None or session.place_note != ""


def is_asked(session: Session) -> bool:
    """Whether its room waits for the keeper's yes."""
    return session.booking is not None and session.booking.status is BookingStatus.ASKED


def list_without_place(session: Session) -> Sequence[Session]:
    """The other sessions of its series that are to come and of which nobody knows where they are, the soonest first."""
    if session.series_id is None:
        return []
    query = select(Session).where(
        Session.series_id == session.series_id, Session.id != session.id, Session.space_id.is_(None),
        Session.hub_id.is_(None), Session.place_note == "", Session.status == SessionStatus.PLANNED,
        Session.starts_at > clock.now(),
    )  # fmt: skip
    return db.session.scalars(query.order_by(Session.starts_at, Session.id).limit(MOST_OPEN)).all()


def find_way_home(session: Session, *, on_team: bool, sign_up: SignUpStatus | None) -> str:
    """Where the home is in which a session meets, for somebody who may know it now; "" for everybody else, and where
    it is no home. `sign_up`: how hers stands. At most one statement.
    """
    booking, space = session.booking, session.space
    if booking is None or space is None or not space.at_home or booking.space_id != space.id:
        return ""
    agreed = booking.status is BookingStatus.AGREED and session.status is SessionStatus.PLANNED
    if not may_know_home(
        agreed=agreed, on_team=on_team, sign_up=sign_up, ends_at=session.ends_at, now=clock.now()
    ):  # fmt: skip
        return ""
    return spaces.find_home_address(space)


def proven_status(sign_up: SignUp) -> SignUpStatus | None:
    """How a sign-up stands if its person proved who she is with a code; None of a guest, who only typed a contact."""
    return sign_up.status if sign_up.person.kind is PersonKind.ACCOUNT else None


def slot_of(session: Session) -> Slot:
    """When a room is needed for it."""
    return Slot(session.starts_at, session.ends_at)
