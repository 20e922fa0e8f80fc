"""Tables of the accounts."""

from participate.accounts.models.apart import Apart
from participate.accounts.models.assisted import Card, Consent, HostRecord, StaffPin, Tablet
from participate.accounts.models.person import Person, RoleHeld
from participate.accounts.models.same import Merge, SamePerson
from participate.accounts.models.sign_in import Code, SignIn, Throttle

__all__ = [
    "Apart", "Card", "Code", "Consent", "HostRecord", "Merge", "Person", "RoleHeld", "SamePerson", "SignIn", "StaffPin",
    "Tablet", "Throttle",
]  # fmt: skip
