"""Who may do what with a call. Pure."""

from typing import Protocol


class Holder(Protocol):
    """A person as these rules see her."""

    def holds(self, role: str, subject: str | None = None) -> bool: ...


def may_ring(person: Holder, hub_id: int | None) -> bool:
    """The staff of the hub; of any hub where a call belongs to none; admins."""
    return person.holds("admin") or person.holds("staff", None if hub_id is None else f"hub:{hub_id}")
