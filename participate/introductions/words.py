"""Words of the introductions."""

from enum import StrEnum

from participate.core.words import mark


class IntroductionStatus(StrEnum):
    """Where an introduction stands. A no is never shown as a no: it is "not this time", like one that ran out."""

    ASKED = "asked"
    OPEN = "open"
    NOT_THIS_TIME = "not_this_time"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return _STATUS_LABELS[self]


_STATUS_LABELS = {
    IntroductionStatus.ASKED: mark("We are asking"),
    IntroductionStatus.OPEN: mark("You can talk"),
    IntroductionStatus.NOT_THIS_TIME: mark("Not this time"),
    IntroductionStatus.CLOSED: mark("Closed"),
}


class Way(StrEnum):
    """How an introduction began: from a suggestion, by a host or staff, or by a partner with recorded consent."""

    SUGGESTION = "suggestion"
    HOST = "host"
    PARTNER = "partner"


class Said(StrEnum):
    """What one side answered."""

    NOTHING = "nothing"
    YES = "yes"
    NO = "no"


class MetHow(StrEnum):
    """How we know that they met."""

    SESSION = "session"
    SAID = "said"


class ClosedBecause(StrEnum):
    """Why a thread closed."""

    QUIET = "quiet"
    LEFT = "left"
    ENDED = "ended"  # by the house: the two are kept apart, or one of them is here no more
