"""Tables of the accounts."""

from participate.accounts.models.person import Person, RoleHeld
from participate.accounts.models.sign_in import Code, SignIn, Throttle

__all__ = ["Code", "Person", "RoleHeld", "SignIn", "Throttle"]
