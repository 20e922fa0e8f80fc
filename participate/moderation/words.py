"""Words of the moderation."""

from enum import StrEnum

from participate.core.words import mark


class ReportReason(StrEnum):
    """Why somebody reports a thing."""

    UNKIND = "unkind"
    CONTACT = "contact"
    SELLING = "selling"
    UNSAFE = "unsafe"
    NOT_TRUE = "not_true"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    ReportReason.UNKIND: mark("It is unkind or hateful"),
    ReportReason.CONTACT: mark("It shows somebody’s address or number"),
    ReportReason.SELLING: mark("It is selling something or is a trick"),
    ReportReason.UNSAFE: mark("Somebody could get hurt"),
    ReportReason.NOT_TRUE: mark("It is not true, or not there any more"),
    ReportReason.OTHER: mark("Something else"),
}


class ReportStatus(StrEnum):
    """Where a report stands."""

    OPEN = "open"
    KEPT = "kept"
    HIDDEN = "hidden"
