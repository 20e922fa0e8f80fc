"""Tables of the organisations, and the columns that every offer has."""

from participate.organisations.models.offered import Offered
from participate.organisations.models.organisation import Member, Organisation

__all__ = ["Member", "Offered", "Organisation"]
