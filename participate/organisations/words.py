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
