"""Forms of the organisations, and the checks of words that every offer's form shares."""

from participate.organisations.forms.organisations import (
    Check,
    Choices,
    OrganisationForm,
    SpeakerForm,
    beside,
    open_words,
)
from participate.organisations.forms.pledges import CameForm, GivenForm, PledgeForm

__all__ = [
    "CameForm", "Check", "Choices", "GivenForm", "OrganisationForm", "PledgeForm", "SpeakerForm", "beside",
    "open_words",
]  # fmt: skip
