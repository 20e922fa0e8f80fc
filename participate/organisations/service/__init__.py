"""Changes to organisations and who speaks for them; and what all offers share: asked again, over, hidden."""

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
from participate.organisations.service.speakers import name_speaker, unname_speaker

__all__ = [
    "NameTaken", "OrganisationFacts", "add", "ask_again", "change", "confirm", "hide", "hide_offer",
    "name_speaker", "note_expired", "restore", "restore_offer", "unname_speaker",
]  # fmt: skip
