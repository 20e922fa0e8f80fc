"""Rules of the sessions. Pure."""

from participate.core.days import NotADay, day_of
from participate.sessions.rules.address import asked_in
from participate.sessions.rules.calendar import Entry, TooManyCalendars, calendar_of
from participate.sessions.rules.hours import in_school_hours, part_of
from participate.sessions.rules.rooms import RoomRefused, fitted, heads_of, may_know_home
from participate.sessions.rules.series import (
    MOST,
    NoFreeWeek,
    SeriesTooLong,
    SeriesTooShort,
    SeriesWithoutEnd,
    Slot,
    again,
    days_of,
    free_weeks,
    nth_of,
    rhythm_of,
    rule_of,
)
from participate.sessions.rules.times import (
    FURTHEST,
    LONGEST,
    LONGEST_REASON,
    Given,
    MorePlacesThanRoom,
    NoSuchHour,
    NowhereToMeet,
    ProjectHasNoSessions,
    ProjectOutOfSight,
    RoomTooSmall,
    SessionCancelled,
    SessionEndsFirst,
    SessionInPast,
    SessionOver,
    SessionTooFar,
    SessionTooLong,
    check_open,
    check_project,
    check_room,
    check_times,
    check_where,
    moment_of,
)

__all__ = [
    "FURTHEST", "LONGEST", "LONGEST_REASON", "MOST", "Entry", "Given", "MorePlacesThanRoom", "NoFreeWeek",
    "NoSuchHour", "NotADay", "NowhereToMeet", "ProjectHasNoSessions", "ProjectOutOfSight", "RoomRefused",
    "RoomTooSmall", "SeriesTooLong", "SeriesTooShort", "SeriesWithoutEnd", "SessionCancelled", "SessionEndsFirst",
    "SessionInPast", "SessionOver", "SessionTooFar", "SessionTooLong", "Slot", "TooManyCalendars", "again", "asked_in",
    "calendar_of",
    "check_open", "check_project", "check_room", "check_times", "check_where", "day_of", "days_of", "fitted",
    "free_weeks", "heads_of", "in_school_hours", "may_know_home", "moment_of", "nth_of", "part_of", "rhythm_of",
    "rule_of",
]  # fmt: skip
