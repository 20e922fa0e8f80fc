"""Words of the sessions."""

from enum import StrEnum

from participate.core.words import mark

LONGEST_NAME = 120


class SessionStatus(StrEnum):
    """Whether a session takes place."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


# How long a session may be said to last, in minutes.
LENGTHS = (30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 360, 480, 600, 720)


class SignUpStatus(StrEnum):
    """Where a sign-up stands. The first three hold a seat."""

    GOING = "going"
    LIKELY = "likely"  # invited above the places, within the room limit
    OFFERED = "offered"  # from the waiting list, with a time to answer
    WAITING = "waiting"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"  # was offered a place and did not answer in time

    @property
    def label(self) -> str:
        return _SIGN_UP_LABELS[self]


_SIGN_UP_LABELS = {
    SignUpStatus.GOING: mark("Coming"),
    SignUpStatus.LIKELY: mark("Likely"),
    SignUpStatus.OFFERED: mark("Asked: a place is free"),
    SignUpStatus.WAITING: mark("On the waiting list"),
    SignUpStatus.CANCELLED: mark("Not coming"),
    SignUpStatus.LAPSED: mark("No answer in time"),
}
HOLDS_SEAT = (SignUpStatus.GOING, SignUpStatus.LIKELY, SignUpStatus.OFFERED)
ACTIVE = (*HOLDS_SEAT, SignUpStatus.WAITING)


class MadeBy(StrEnum):
    """Who wrote a sign-up down."""

    HERSELF = "herself"
    HOST = "host"


class AgeBand(StrEnum):
    """How old somebody in the room is."""

    ADULT = "adult"
    TEENAGER = "teenager"
    CHILD = "child"
    TODDLER = "toddler"
    BABY = "baby"

    @property
    def label(self) -> str:
        return _BAND_LABELS[self]


_BAND_LABELS = {
    AgeBand.ADULT: mark("Adults"),
    AgeBand.TEENAGER: mark("12 to 17"),
    AgeBand.CHILD: mark("5 to 11"),
    AgeBand.TODDLER: mark("1 to 4"),
    AgeBand.BABY: mark("Babies"),
}


class CameBy(StrEnum):
    """How somebody's coming was written down."""

    SIGN_UP = "sign_up"
    WALK_IN = "walk_in"
    PAPER = "paper"


class FeedKind(StrEnum):
    """What a calendar holds."""

    MINE = "mine"
    PROJECT = "project"
    HUB = "hub"
    WARD = "ward"


class Rhythm(StrEnum):
    """How sessions of a series follow each other."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"

    @property
    def label(self) -> str:
        return _RHYTHM_LABELS[self]


_RHYTHM_LABELS = {
    Rhythm.WEEKLY: mark("Every week"),
    Rhythm.FORTNIGHTLY: mark("Every two weeks"),
    Rhythm.MONTHLY: mark("Every month, on the same weekday"),
}


class Reach(StrEnum):
    """Which sessions of a series a change is for."""

    ONE = "one"
    LATER = "later"


class DayPart(StrEnum):
    """When on its day a session begins, London time."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"

    @property
    def label(self) -> str:
        return _PART_LABELS[self]


_PART_LABELS = {
    DayPart.MORNING: mark("Morning"),
    DayPart.AFTERNOON: mark("Afternoon"),
    DayPart.EVENING: mark("Evening"),
}


class StandInStatus(StrEnum):
    """Where somebody stands who might host instead."""

    WAITING = "waiting"
    ASKED = "asked"
    YES = "yes"
    NO = "no"
    LATE = "late"

    @property
    def label(self) -> str:
        return _STAND_IN_LABELS[self]


_STAND_IN_LABELS = {
    StandInStatus.WAITING: mark("Comes next"),
    StandInStatus.ASKED: mark("Asked, no answer yet"),
    StandInStatus.YES: mark("Hosts"),
    StandInStatus.NO: mark("Not this time"),
    StandInStatus.LATE: mark("No answer in time"),
}
NOBODY_COULD_HOST = mark("Nobody could host this time.")
