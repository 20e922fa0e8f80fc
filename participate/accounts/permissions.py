"""Who may do what with an account. Pure."""

from typing import Protocol


class Holder(Protocol):
    """A person as these rules see her."""

    id: int | None
    is_authenticated: bool

    def holds(self, role: str, subject: str | None = None) -> bool: ...


def may_end_sign_in(person: Holder, owner_id: int) -> bool:
    """Only one's own sign-ins."""
    return person.is_authenticated and person.id == owner_id


def may_grant(person: Holder) -> bool:
    """Roles of hubs, officers and admins are given by admins alone."""
    return person.holds("admin")
