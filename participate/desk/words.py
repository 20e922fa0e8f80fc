"""Words of the desk."""

from enum import StrEnum

from participate.core.words import mark


class NoteKind(StrEnum):
    """What staff write into the hub's diary."""

    NOTE = "note"
    HAND_OVER = "hand_over"
    KEYS = "keys"

    @property
    def label(self) -> str:
        return _NOTE_LABELS[self]


_NOTE_LABELS = {
    NoteKind.NOTE: mark("Note"),
    NoteKind.HAND_OVER: mark("Hand-over"),
    NoteKind.KEYS: mark("Keys"),
}
