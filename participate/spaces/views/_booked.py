"""What the pages of one booking share: load and permit in one call."""

from dataclasses import dataclass

from flask_login import current_user

from participate.core.errors import NotAllowed, NotFound
from participate.organisations import queries as organisations
from participate.organisations.permissions import may_look_after
from participate.projects import queries as projects
from participate.sessions import queries as sessions
from participate.spaces import queries
from participate.spaces.permissions import may_change_booking, may_see_booking


@dataclass(frozen=True)
class Seen:
    """A booking as the reader stands to it. `project` and `session`: what it is for, where she may see that."""

    booking: queries.Booking
    booked: bool
    looks_after: bool
    by_session: bool
    project: projects.Project | None
    session: sessions.Session | None

    @property
    def may_change(self) -> bool:
        return may_change_booking(booked=self.booked, by_session=self.by_session)


def look_at_booking(booking_id: int) -> Seen:
    """How the reader stands to a booking. Raises NotFound where she may not know of it."""
    booking = queries.get_booking(booking_id)
    space = queries.get_space(booking.space_id)
    booked = booking.person_id is not None and booking.person_id == current_user.id
    looks_after = may_look_after(current_user, space, organisations.ids_spoken_for(current_user.id))
    session, project = _subject_of(booking.subject)
    part = projects.part_of(project.id, current_user.id) if project is not None else None
    if not may_see_booking(booked=booked, looks_after=looks_after, in_team=part is not None):
        raise NotFound
    by_session = session is not None and session.booking_id == booking.id
    if session is not None and sessions.is_hidden(session) and part is None:
        session = None
    if project is not None and project.hidden_at is not None and part is None:
        project = None
    return Seen(booking, booked, looks_after, by_session, project, session)


def _subject_of(subject: str) -> tuple[sessions.Session | None, projects.Project | None]:
    """The session and the project that a booking is for, hidden or not; None where it is for neither, or it is gone."""
    kind, _colon, number = subject.partition(":")
    if not number.isdecimal():
        return None, None
    if kind == "session":
        session = sessions.find_session(int(number))
        return session, session.project if session is not None else None
    return None, projects.find_project(int(number)) if kind == "project" else None


def booking_to_change(booking_id: int) -> Seen:
    """A booking that the reader may move. Raises NotFound or NotAllowed."""
    seen = look_at_booking(booking_id)
    if not seen.may_change:
        raise NotAllowed
    return seen


def booking_to_answer(booking_id: int) -> Seen:
    """A booking to which the reader may say yes or no. Raises NotFound or NotAllowed."""
    seen = look_at_booking(booking_id)
    if not seen.looks_after:
        raise NotAllowed
    return seen


def booking_to_cancel(booking_id: int) -> Seen:
    """A booking that the reader may give up, or whose space she looks after. Raises NotFound or NotAllowed."""
    seen = look_at_booking(booking_id)
    if not (seen.may_change or seen.looks_after):
        raise NotAllowed
    return seen
