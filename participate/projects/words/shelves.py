"""The lists of projects."""

from enum import StrEnum

from participate.core.words import mark


class Shelf(StrEnum):
    """The three lists of projects. What was done elsewhere never stands among our own."""

    NOW = "now"
    ENDED = "ended"
    ELSEWHERE = "elsewhere"

    @property
    def label(self) -> str:
        return _SHELF_LABELS[self]


_SHELF_LABELS = {
    Shelf.NOW: mark("Now"),
    Shelf.ENDED: mark("Ended"),
    Shelf.ELSEWHERE: mark("Done elsewhere"),
}
