"""Words of the letters."""

from enum import StrEnum

from participate.core.words import mark


class Way(StrEnum):
    """How a letter goes."""

    MAIL = "mail"
    TEXT = "text"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {Way.MAIL: mark("Mail"), Way.TEXT: mark("Text message")}
