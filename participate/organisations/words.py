"""Words of the organisations."""

from enum import StrEnum

from participate.core.words import mark


class Standing(StrEnum):
    """Whether everybody sees an offer."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    OVER = "over"
    ORPHAN = "orphan"


class OrganisationKind(StrEnum):
    """What kind of partner it is."""

    SCHOOL = "school"
    FAITH = "faith"
    CHARITY = "charity"
    CLUB = "club"
    FIRM = "firm"
    PUBLIC = "public"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    OrganisationKind.SCHOOL: mark("School or college"),
    OrganisationKind.FAITH: mark("Place of worship"),
    OrganisationKind.CHARITY: mark("Charity"),
    OrganisationKind.CLUB: mark("Club"),
    OrganisationKind.FIRM: mark("Firm"),
    OrganisationKind.PUBLIC: mark("Public service"),
}


class PledgeKind(StrEnum):
    """What a partner can give."""

    SPACE = "space"
    MATERIAL = "material"
    TIME = "time"
    SKILL = "skill"

    @property
    def label(self) -> str:
        return _PLEDGE_LABELS[self]

    @property
    def unit(self) -> str:
        """What its amount counts."""
        return _PLEDGE_UNITS[self]


_PLEDGE_LABELS = {
    PledgeKind.SPACE: mark("A space"),
    PledgeKind.MATERIAL: mark("Materials"),
    PledgeKind.TIME: mark("People’s time"),
    PledgeKind.SKILL: mark("A skill"),
}
_PLEDGE_UNITS = {
    PledgeKind.SPACE: mark("How many times?"),
    PledgeKind.MATERIAL: mark("How many?"),
    PledgeKind.TIME: mark("How many hours?"),
    PledgeKind.SKILL: mark("How many hours?"),
}


class PledgeStatus(StrEnum):
    """Where a pledge stands. One for a need or a project waits for the team to say yes; the others stand at once."""

    PLEDGED = "pledged"
    WELCOMED = "welcomed"
    NOT_NOW = "not_now"
    KEPT = "kept"
    TAKEN_BACK = "taken_back"

    @property
    def label(self) -> str:
        return _PLEDGE_STATUS_LABELS[self]


_PLEDGE_STATUS_LABELS = {
    PledgeStatus.PLEDGED: mark("Pledged"),
    PledgeStatus.WELCOMED: mark("Yes please, said the team"),
    PledgeStatus.NOT_NOW: mark("Not this time"),
    PledgeStatus.KEPT: mark("Given"),
    PledgeStatus.TAKEN_BACK: mark("Taken back"),
}
# What everybody reads. The others are between the partner, the team and staff.
OPEN_PLEDGES = (PledgeStatus.PLEDGED, PledgeStatus.WELCOMED, PledgeStatus.KEPT)
