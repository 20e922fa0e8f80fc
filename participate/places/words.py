"""Words of the places."""

from enum import StrEnum

from participate.core.words import mark

WEEKDAYS = (
    mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday"), mark("Friday"), mark("Saturday"),
    mark("Sunday"),
)  # fmt: skip


class Source(StrEnum):
    """Where the knowledge of somebody's place comes from."""

    ACCOUNT = "account"
    DEVICE = "device"
    NOWHERE = "nowhere"


class Opening(StrEnum):
    """What somebody at the door of a hub wants to know."""

    OPEN = "open"
    LATER_TODAY = "later today"
    ANOTHER_DAY = "another day"
    NO_HOURS = "no hours"
