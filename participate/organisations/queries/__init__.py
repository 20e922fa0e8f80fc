"""Reading organisations, who speaks for them, and what every offer shares."""

from participate.organisations.models import Organisation
from participate.organisations.queries.offers import (
    hub_at,
    list_behalves,
    list_keepers,
    nearest_first,
    shown,
    standing,
)
from participate.organisations.queries.organisations import (
    OrganisationCard,
    find_organisation,
    get_organisation,
    has_name,
    ids_spoken_for,
    list_organisations,
    list_speakers,
    names_of,
)

__all__ = [
    "Organisation", "OrganisationCard", "find_organisation", "get_organisation", "has_name", "hub_at", "ids_spoken_for",
    "list_behalves", "list_keepers", "list_organisations", "list_speakers", "names_of", "nearest_first",
    "shown", "standing",
]  # fmt: skip
