"""Reading organisations, who speaks for them, and what every offer shares."""

from participate.organisations.models import MemberInvite, Organisation, Pledge
from participate.organisations.queries.invites import (
    count_invites_open,
    find_invite,
    get_invite,
    list_invites_open,
)
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
from participate.organisations.queries.pledges import (
    count_pledges_open,
    get_pledge,
    has_pledged,
    list_given,
    list_newest_pledges,
    list_pledges,
    list_pledges_for,
    offered_words,
    subjects_backed,
)

__all__ = [
    "MemberInvite", "Organisation", "OrganisationCard", "Pledge", "count_invites_open", "count_pledges_open",
    "find_invite", "find_organisation", "get_invite", "get_organisation", "get_pledge", "has_name", "has_pledged",
    "hub_at", "ids_spoken_for", "list_behalves", "list_given", "list_invites_open", "list_keepers",
    "list_newest_pledges", "list_organisations", "list_pledges", "list_pledges_for", "list_speakers", "names_of",
    "nearest_first", "offered_words", "shown", "standing", "subjects_backed",
]  # fmt: skip
