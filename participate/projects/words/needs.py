"""What a project lacks."""

from enum import StrEnum

from participate.core.words import mark


class NeedKind(StrEnum):
    """What a project lacks."""

    PERSON = "person"
    SPACE = "space"
    MATERIAL = "material"

    @property
    def label(self) -> str:
        return _NEED_LABELS[self]

    @property
    def offer(self) -> str:
        """What a neighbour says who can meet it."""
        return _OFFERS[self]


_NEED_LABELS = {
    NeedKind.PERSON: mark("A person"),
    NeedKind.SPACE: mark("A space"),
    NeedKind.MATERIAL: mark("A thing"),
}
_OFFERS = {
    NeedKind.PERSON: mark("I can"),
    NeedKind.SPACE: mark("I know one"),
    NeedKind.MATERIAL: mark("I have some"),
}


class NeedStatus(StrEnum):
    """Whether a need is still open."""

    OPEN = "open"
    MET = "met"
