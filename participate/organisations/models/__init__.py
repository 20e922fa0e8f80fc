"""Tables of the organisations, and the columns that every offer has."""

from participate.organisations.models.offered import Offered
from participate.organisations.models.organisation import Member, Organisation
from participate.organisations.models.pledge import MemberInvite, Pledge, PledgeGiven

__all__ = ["Member", "MemberInvite", "Offered", "Organisation", "Pledge", "PledgeGiven"]
