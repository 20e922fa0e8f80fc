"""Who may change which place. Pure predicates."""

from typing import Protocol


class Holder(Protocol):
    """What is asked of a person."""

    def holds(self, role: str, subject: str | None = None) -> bool: ...


def may_add_hub(person: Holder) -> bool:
    """An admin opens a hub."""
    return person.holds("admin")


def may_change_hub(person: Holder, hub_id: int) -> bool:
    """Its own staff and admins keep a hub's page true."""
    return person.holds("admin") or person.holds("staff", f"hub:{hub_id}")


def may_change_streets(person: Holder) -> bool:
    """Staff of any hub and admins name streets."""
    return person.holds("admin") or person.holds("staff")
