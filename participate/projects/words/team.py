"""Parts in a team, and what becomes of "I'd like to help"."""

from enum import StrEnum

from participate.core.words import mark


class TeamPart(StrEnum):
    """A person's part in a team."""

    OWNER = "owner"
    HOST = "host"
    HELPER = "helper"

    @property
    def label(self) -> str:
        return _PART_LABELS[self]


_PART_LABELS = {
    TeamPart.OWNER: mark("started it"),
    TeamPart.HOST: mark("hosts"),
    TeamPart.HELPER: mark("helps"),
}
LEADS = (TeamPart.OWNER, TeamPart.HOST)


class RequestStatus(StrEnum):
    """What became of "I'd like to help"."""

    ASKED = "asked"
    WELCOMED = "welcomed"
    NOT_NOW = "not_now"
    TAKEN_BACK = "taken_back"
