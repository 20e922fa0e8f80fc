"""Who may do what with an introduction. Pure."""

from typing import Protocol


class Caller(Protocol):
    """Whoever asks."""

    def holds(self, role: str, subject: str | None = None) -> bool: ...


def is_staff(caller: Caller) -> bool:
    """Whether this is hub staff or an admin."""
    return caller.holds("staff") or caller.holds("admin")


def may_introduce_at(caller: Caller, caller_id: int, project_id: int, host_id: int | None) -> bool:
    """Who brings two together that came to a session: staff, the hosts of its project, and who welcomes people."""
    return is_staff(caller) or caller.holds("host", f"project:{project_id}") or caller_id == host_id
