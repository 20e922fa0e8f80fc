"""When a session may be, and when it may change. Pure."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from participate.core.clock import LONDON
from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.sessions.words import SessionStatus

LONGEST = timedelta(hours=12)
FURTHEST = timedelta(days=366)
LONGEST_REASON = 280


class NoSuchHour(RuleBroken):
    """The clocks go forward at 1am: that hour is left out."""

    message = mark("The clocks go forward that night, so there is no %(hour)s. Choose another time.")


class SessionInPast(RuleBroken):
    message = mark("That time has gone. Choose one that is still to come.")


class SessionTooFar(RuleBroken):
    message = mark("That is more than a year away. Choose a nearer day.")


class SessionEndsFirst(RuleBroken):
    message = mark("It must end after it starts.")


class SessionTooLong(RuleBroken):
    message = mark("A session lasts at most 12 hours. Make two of it.")


class SessionOver(RuleBroken):
    message = mark("This session is over. What has been cannot change.")


class SessionCancelled(RuleBroken):
    message = mark("This session is cancelled already. Add a new one instead.")


class ProjectHasNoSessions(RuleBroken):
    message = mark("This project has ended or was done elsewhere, so it has no new sessions.")


class ProjectOutOfSight(ProjectHasNoSessions):
    message = mark("Only the team sees this project just now, so nobody could come. Add a session when all see it.")


class RoomTooSmall(RuleBroken):
    """F-10: a host lowers the room limit below those who said that they come."""

    message = mark("On %(day)s more people said that they come than would fit: %(taken)s. Tell them first.")


class MorePlacesThanRoom(RuleBroken):
    message = mark("There cannot be more places than people who fit in.")


class NowhereToMeet(RuleBroken):
    message = mark("Choose a place, or say where people meet.")


@dataclass(frozen=True)
class Given:
    """What a session takes over from its place: who can get in, and how many."""

    step_free: bool = False
    toilet: bool = False
    quiet: bool = False
    children: bool = False
    capacity: int | None = None


def moment_of(day: date, hour: time) -> datetime:
    """The UTC moment of a London day and hour. Of the hour that comes twice in autumn, the first is meant.

    Raises NoSuchHour in the hour that spring leaves out.
    """
    moment = datetime.combine(day, hour, tzinfo=LONDON).astimezone(UTC)
    if moment.astimezone(LONDON).time() != hour:
        raise NoSuchHour(hour=f"{hour:%H:%M}")
    return moment


def check_times(starts_at: datetime, ends_at: datetime, now: datetime, *, begun: bool = False) -> None:
    """Raises SessionInPast, SessionTooFar, SessionEndsFirst or SessionTooLong.

    One that has `begun` may keep its beginning, but not end in the past.
    """
    if (ends_at if begun else starts_at) <= now:
        raise SessionInPast
    if starts_at - now > FURTHEST:
        raise SessionTooFar
    if ends_at <= starts_at:
        raise SessionEndsFirst
    if ends_at - starts_at > LONGEST:
        raise SessionTooLong


def check_project(*, alive: bool, elsewhere: bool, hidden: bool) -> None:
    """Whether a project may have new sessions. Raises ProjectHasNoSessions, or ProjectOutOfSight where it is hidden."""
    if not alive or elsewhere:
        raise ProjectHasNoSessions
    if hidden:
        raise ProjectOutOfSight


def check_open(status: SessionStatus, ends_at: datetime, now: datetime) -> None:
    """Whether a session may still change or be cancelled. Raises SessionCancelled or SessionOver."""
    if status is SessionStatus.CANCELLED:
        raise SessionCancelled
    if ends_at <= now:
        raise SessionOver


def check_where(*, chosen: bool, note: str) -> None:
    """Everybody must be able to find it. Raises NowhereToMeet."""
    if not chosen and not note:
        raise NowhereToMeet


def check_room(capacity: int | None, places: int | None, taken: int, day: str) -> None:
    """Whether the room limit holds those who hold a seat on `day`. Raises RoomTooSmall or MorePlacesThanRoom."""
    if capacity is not None and taken > capacity:
        raise RoomTooSmall(taken=taken, day=day)
    if capacity is not None and places is not None and places > capacity:
        raise MorePlacesThanRoom
