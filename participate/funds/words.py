"""Words of the funds."""

from enum import StrEnum

from participate.core.words import mark


class AskStatus(StrEnum):
    """Where an asking of a small fund stands."""

    ASKED = "asked"
    GRANTED = "granted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    AskStatus.ASKED: mark("Waits for an answer"),
    AskStatus.GRANTED: mark("Yes"),
    AskStatus.DECLINED: mark("Not this time"),
    AskStatus.WITHDRAWN: mark("Taken back"),
}
