"""Words of the notifications."""

from participate.notifications.words.letters import (
    ASKING,
    AT_ONCE,
    DUTIES,
    LETTERS,
    NIGHTLY,
    OFFERS,
    OPEN_ENDED,
    WEEKLY,
    label_of,
    why_of,
)
from participate.notifications.words.ways import CallOutcome, CallStatus, Choice, Outcome, Way, Why

__all__ = [
    "ASKING", "AT_ONCE", "DUTIES", "LETTERS", "NIGHTLY", "OFFERS", "OPEN_ENDED", "WEEKLY", "CallOutcome", "CallStatus",
    "Choice", "Outcome", "Way", "Why", "label_of", "why_of",
]  # fmt: skip
