"""Words of the photos."""

from enum import StrEnum

from participate.core.words import mark


class PhotoStatus(StrEnum):
    """Whether everybody sees a photo."""

    HELD = "held"
    SHOWN = "shown"
    TAKEN_DOWN = "taken_down"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    PhotoStatus.HELD: mark("Waits for a look by the hub"),
    PhotoStatus.SHOWN: mark("Everybody sees it"),
    PhotoStatus.TAKEN_DOWN: mark("Taken down"),
}
