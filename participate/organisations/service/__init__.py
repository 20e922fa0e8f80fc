"""Changes to organisations and who speaks for them; and what all offers share: asked again, over, hidden."""

from participate.organisations.service.invites import accept_invite, find_by_secret, invite, take_back_invite
from participate.organisations.service.offers import (
    ask_again,
    confirm,
    hide_offer,
    note_expired,
    restore_offer,
)
from participate.organisations.service.organisations import (
    NameTaken,
    OrganisationFacts,
    add,
    change,
    hide,
    restore,
)
from participate.organisations.service.pledges import (
    PledgeFacts,
    answer_pledge,
    change_pledge,
    hide_pledge,
    note_given,
    pledge,
    restore_pledge,
    tell_outcome,
)
from participate.organisations.service.speakers import name_speaker, unname_speaker

__all__ = [
    "NameTaken", "OrganisationFacts", "PledgeFacts", "accept_invite", "add", "answer_pledge", "ask_again", "change",
    "change_pledge", "confirm", "find_by_secret", "hide", "hide_offer", "hide_pledge", "invite", "name_speaker",
    "note_expired", "note_given", "pledge", "restore", "restore_offer", "restore_pledge", "take_back_invite",
    "tell_outcome", "unname_speaker",
]  # fmt: skip
