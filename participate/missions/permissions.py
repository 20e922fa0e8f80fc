"""Who may do what with missions. Pure predicates."""

from collections.abc import Collection
from typing import Protocol


class Caller(Protocol):
    """Whoever asks; a stranger's id is None."""

    @property
    def id(self) -> int | None: ...

    def holds(self, role: str, subject: str | None = None) -> bool: ...


class Named(Protocol):
    """A mission: in a hub's name, a partner's, or the council's (neither)."""

    @property
    def hub_id(self) -> int | None: ...

    @property
    def organisation_id(self) -> int | None: ...


def is_staff(caller: Caller) -> bool:
    """Whether this is hub staff or an admin."""
    return caller.holds("staff") or caller.holds("admin")


def may_name_for_council(caller: Caller) -> bool:
    """Officers, and admins."""
    return caller.holds("officer") or caller.holds("admin")


def may_keep(caller: Caller, mission: Named, speaks_for: Collection[int]) -> bool:
    """Who keeps a mission's page true: the hub's own staff, who speaks for the partner, the council's officers; and
    admins.
    """
    if caller.holds("admin"):
        return True
    if mission.hub_id is not None:
        return caller.holds("staff", f"hub:{mission.hub_id}")
    if mission.organisation_id is not None:
        return mission.organisation_id in speaks_for or is_staff(caller)
    return may_name_for_council(caller)


def may_see(caller: Caller, *, hidden: bool, keeps: bool) -> bool:
    """Everybody; a hidden one who keeps it, and staff."""
    return not hidden or keeps or is_staff(caller)


def may_report(caller: Caller, organisation_id: int, speaks_for: Collection[int]) -> bool:
    """What a partner counts is said by whoever speaks for it, and by nobody in its stead."""
    return caller.id is not None and organisation_id in speaks_for
