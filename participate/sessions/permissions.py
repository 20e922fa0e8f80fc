"""Who may do what with a session. Pure."""

from collections.abc import Sequence
from typing import Protocol


class Held(Protocol):
    """A role that somebody holds."""

    role: str
    subject: str


class Caller(Protocol):
    """Whoever asks."""

    def holds(self, role: str, subject: str | None = None) -> bool: ...


class Holder(Caller, Protocol):
    """Somebody with roles."""

    @property
    def roles(self) -> Sequence[Held]: ...


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


def hub_ids_of(caller: Holder) -> list[int]:
    """The hubs whose staff she is."""
    subjects = [held.subject for held in caller.roles if held.role == "staff"]
    return sorted(int(each.removeprefix("hub:")) for each in subjects if each.removeprefix("hub:").isdecimal())


def may_look_after(caller: Caller, hub_id: int | None) -> bool:
    """The staff of the hub, and admins; where no hub answers for the session, any staff."""
    if caller.holds("admin"):
        return True
    return caller.holds("staff") if hub_id is None else caller.holds("staff", f"hub:{hub_id}")


def may_read_incident(caller: Caller, caller_id: int | None, made_by: int | None, hub_id: int | None) -> bool:
    """Whoever wrote it, and those who look after it."""
    return (caller_id is not None and caller_id == made_by) or may_look_after(caller, hub_id)


def may_answer(caller: Caller, project_id: int, *, in_line: bool) -> bool:
    """Who sees that a host is looked for, and says yes: those in line, the hosts of the project, and staff."""
    return in_line or may_plan(caller, project_id)
