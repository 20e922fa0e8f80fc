"""Who may do what with a session. Pure."""

from typing import Protocol


class Caller(Protocol):
    """Whoever asks."""

    def holds(self, role: str, subject: str | None = None) -> bool: ...


def is_staff(caller: Caller) -> bool:
    """Whether this is hub staff or an admin."""
    return caller.holds("staff") or caller.holds("admin")


def may_plan(caller: Caller, project_id: int) -> bool:
    """The hosts of a project, and staff, add sessions, change and cancel them."""
    return is_staff(caller) or caller.holds("host", f"project:{project_id}")


def may_see(caller: Caller, project_id: int, *, hidden: bool) -> bool:
    """Everybody; a hidden one only those who plan it."""
    return not hidden or may_plan(caller, project_id)


def may_count(caller: Caller, caller_id: int | None, project_id: int, host_id: int | None) -> bool:
    """Who sees the host's list and counts: the hosts of the project, staff, and whoever welcomes people this time."""
    return may_plan(caller, project_id) or (caller_id is not None and caller_id == host_id)
