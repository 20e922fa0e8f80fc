"""Words of the sessions."""

from enum import StrEnum

LONGEST_NAME = 120


class SessionStatus(StrEnum):
    """Whether a session takes place."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


# How long a session may be said to last, in minutes.
LENGTHS = (30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 360, 480, 600, 720)
