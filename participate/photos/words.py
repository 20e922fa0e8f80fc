"""Words of the photos."""

from enum import StrEnum

from participate.core.words import mark

LONGEST_ALT, LONGEST_REASON, LONGEST_ASK = 200, 280, 400


class Part(StrEnum):
    """A version of a picture: up to 1600 px, up to 480 px, or a square for a card."""

    LARGE = "large"
    SMALL = "small"
    TILE = "tile"


class PhotoStatus(StrEnum):
    """Whether everybody sees a photo. A draft lacks its words; what is held waits for the hub."""

    DRAFT = "draft"
    HELD = "held"
    SHOWN = "shown"
    TAKEN_DOWN = "taken_down"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    PhotoStatus.DRAFT: mark("Not ready yet: say what it shows"),
    PhotoStatus.HELD: mark("Waits for a look by the hub"),
    PhotoStatus.SHOWN: mark("Everybody sees it"),
    PhotoStatus.TAKEN_DOWN: mark("Taken down"),
}


class Who(StrEnum):
    """Who can be recognised in a photo."""

    NOBODY = "nobody"
    GROWN = "grown"
    CHILDREN = "children"

    @property
    def label(self) -> str:
        return _WHO[self]


_WHO = {
    Who.NOBODY: mark("Nobody"),
    Who.GROWN: mark("Adults only"),
    Who.CHILDREN: mark("Children too"),
}


class DownReason(StrEnum):
    """Why somebody asks to have a photo taken down."""

    ME = "me"
    CHILD = "child"
    HOME = "home"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _DOWN[self]


_DOWN = {
    DownReason.ME: mark("I am in it"),
    DownReason.CHILD: mark("My child is in it"),
    DownReason.HOME: mark("It shows my home or something private"),
    DownReason.OTHER: mark("Something else"),
}


class Verdict(StrEnum):
    """What staff say about a photo that waits."""

    SHOW = "show"
    TAKE_DOWN = "take_down"
